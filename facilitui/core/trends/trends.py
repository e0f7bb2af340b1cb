"""Trends: what several sessions show of one thing, in the order of their days.

Nothing is made up: a session that shows nothing of it has no point, what several people gave on
one session is its median with its range, and which way it goes is only told of enough sessions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from statistics import median

from facilitui.core.trends.trend_scale import Scale
from facilitui.core.words import Word


class Who(Word):
    """Whose a line is; told by its glyph and its word, never by a colour."""

    SELF = "self", "yourself"
    OBSERVER = "observer", "observer"
    RUN = "run", "the run"

    @property
    def glyph(self) -> str:
        """What stands for it in a picture."""
        return "○" if self is Who.OBSERVER else "●"


@dataclass(frozen=True, slots=True)
class Point:
    """What one session shows."""

    session: str
    """Empty where it is about none of those here."""
    entry: str
    """The journal's entry that says it, else one of the same session; empty without any."""
    title: str
    when: datetime
    """Aware: when the session was held, else the day that its entry is dated, as clocks had
    it where the session was held: it bears the same day as its entry, wherever it is looked at."""
    value: float
    """The one there is, else the median of several."""
    low: float
    high: float
    words: str
    """The same, as a person says it."""
    here: bool = True
    """Whether the log of the session is here, to go through it again."""

    @property
    def place(self) -> str:
        """What it is told apart by from those of other sessions."""
        return of_session(self.session) if self.session else f"entry {self.entry}"


def of_session(session: str) -> str:
    """What the points of a session are told apart by."""
    return f"session {session}"


@dataclass(frozen=True, slots=True)
class TrendLine:
    """The points of one line, the oldest first."""

    who: Who
    points: tuple[Point, ...]
    whose: str = ""
    """The name of whoever it is, where that is not the one who looks at it."""

    @property
    def called(self) -> str:
        """Whose it is, in a word or two."""
        return self.whose or self.who.label

    @property
    def ends(self) -> tuple[float, float]:
        """The lowest and the highest of all that was given."""
        return min(each.low for each in self.points), max(each.high for each in self.points)

    @property
    def newest(self) -> float:
        """What the newest session shows."""
        return self.points[-1].value


@dataclass(frozen=True)
class Among:
    """All sessions that any trend shows something of, in order: the columns of every picture."""

    columns: tuple[tuple[str, datetime], ...]
    """By what the points of each are told apart, and when it was; each once."""

    @cached_property
    def at(self) -> Mapping[str, int]:
        """Which column each stands in."""
        return {place: number for number, (place, _) in enumerate(self.columns)}


@dataclass(frozen=True, slots=True)
class Place:
    """One session of a trend, with what each line shows of it."""

    at: Point
    """The first line's point, by which it is called and opened."""
    points: tuple[tuple[Who, Point], ...]

    @property
    def entry(self) -> str:
        """The entry that it is opened by; empty without any."""
        return next((point.entry for _, point in self.points if point.entry), "")

    @property
    def replayed(self) -> bool:
        """Whether its session can be gone through again."""
        return bool(self.at.session) and self.at.here


@dataclass(frozen=True)
class Trend:
    """One thing over several sessions. There is a point in at least one line."""

    key: str
    group: str
    """What it stands under: "Time", a rubric with its version, a protocol."""
    name: str
    said: tuple[str, ...]
    """What it shows, a sentence for each line and for what is missing."""
    last: str
    """The newest of its first line, in a word or two."""
    scale: Scale
    lines: tuple[TrendLine, ...]
    edition: str = ""
    """What tells its group from another of the same name: the end of `group`, as "version 2"."""
    among: Among | None = None
    """The sessions of all trends, among which its own stand; its own alone where that is None."""

    @property
    def sentence(self) -> str:
        """All that is said of it."""
        return " ".join(self.said)

    @cached_property
    def values(self) -> tuple[float, ...]:
        """All that its picture shows, the ends of ranges too: the lowest first, each once."""
        points = [point for line in self.lines for point in line.points]
        return tuple(sorted({each for p in points for each in (p.value, p.low, p.high)}))

    @cached_property
    def is_flat(self) -> bool:
        """Whether it is the same in all sessions."""
        return len({point.value for line in self.lines for point in line.points}) == 1

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Its sessions, the oldest first, each once."""
        found: dict[str, list[tuple[Who, Point]]] = {}
        for line in self.lines:
            for point in line.points:
                found.setdefault(point.place, []).append((line.who, point))
        places = [Place(points[0][1], tuple(points)) for points in found.values()]
        if self.among is not None:
            at = self.among.at
            return tuple(sorted(places, key=lambda each: at[each.at.place]))
        return tuple(sorted(places, key=lambda each: _order(each.at)))

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """In which column of its picture each of its sessions stands."""
        if self.among is None:
            return tuple(range(len(self.places)))
        return tuple(self.among.at[each.at.place] for each in self.places)

    @property
    def width(self) -> int:
        """How many columns there are, those of sessions that it shows nothing of included."""
        return len(self.places) if self.among is None else len(self.among.columns)

    def when(self, column: int) -> datetime:
        """When the session of a column was."""
        return self.places[column].at.when if self.among is None else self.among.columns[column][1]

    @property
    def sessions(self) -> int:
        """Of how many sessions it tells."""
        return len(self.places)


def side_by_side(
    trends: Sequence[Trend], held: Iterable[tuple[str, datetime]]
) -> tuple[Trend, ...]:
    """Trends whose pictures have the same columns: the sessions of all, and those `held` besides.

    So a session that one of them shows nothing of is a gap in it.
    """
    found = dict(held)
    for point in (point for each in trends for line in each.lines for point in line.points):
        found.setdefault(point.place, point.when)
    ordered = sorted(found.items(), key=lambda each: (each[1].timestamp(), each[0]))
    among = Among(tuple(ordered))
    return tuple(replace(each, among=among) for each in trends)


def line(who: Who, points: Iterable[Point], whose: str = "") -> TrendLine | None:
    """A line of points in any order, those of one session made one; None without any."""
    by_place: dict[str, list[Point]] = {}
    for point in points:
        by_place.setdefault(point.place, []).append(point)
    made = sorted((_one(some) for some in by_place.values()), key=_order)
    return TrendLine(who, tuple(made), whose) if made else None


def _one(points: Sequence[Point]) -> Point:
    """What one session shows, whoever and however many said so."""
    if len(points) == 1:
        return points[0]
    return replace(
        points[-1],
        value=median(each.value for each in points),
        low=min(each.low for each in points),
        high=max(each.high for each in points),
        words=", ".join(each.words for each in points),
    )


def _order(point: Point) -> tuple[float, str]:
    return point.when.timestamp(), point.place
