"""Several things sorted one by one; every answer is kept at once, none has to be given."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from textual.binding import Binding
from textual.content import Content

from facilitui import text as t
from facilitui.messages.going import ReplayRequested
from facilitui.screens.dialogs.deciding import ANSWER_KEYS, DecidingDialog
from facilitui.screens.dialogs.dialog import Key
from facilitui.widgets.rows import Row

Answers = tuple[int, ...]
"""Places among what there is to say, in order."""
Sort = Callable[[str, Answers], Awaitable[None]]
"""Takes a row's key and which answers it has; without one it is open."""
MOST_LINES = 6
"""Of what is sorted; what is longer is seen to go on."""
LINES_OF_ALL_ELSE = 20
"""So high a window has no line to spare for what the answers stand for."""
SEVERAL = "Several may fit: each key adds one."
MOMENT_KEY = "ctrl+r"


@dataclass(frozen=True, slots=True)
class Sortable:
    """One thing to be sorted."""

    key: str
    name: str
    about: str = ""
    """Stands behind the name, or below it."""
    answers: Answers = ()
    """Which answers it has so far."""
    moment: float | None = None
    """Seconds into the session at which it can be looked at; None where it cannot."""
    when: str = ""
    """The time of day of that, which stands before the name."""
    wanted: bool = True
    """Whether it needs telling; what does not counts only once it is told."""
    notes: Mapping[int, str] = field(default_factory=dict)
    """What an answer means for it, where that is not plain, by the answer's place."""


@dataclass(frozen=True, slots=True)
class Sorting:
    """What a list sorts: the things, what there is to say of each, and who keeps it."""

    title: str
    rows: tuple[Sortable, ...]
    answers: tuple[str, ...]
    sort: Sort
    session: str
    """Whose moments they are."""
    kinds: int = 0
    """So many of the answers say what a thing is, all others what it shows, and a row can have
    several; 0 where it has one."""
    shown: tuple[str, ...] = ()
    """What those others stand for, each in a line."""


class SortDialog(DecidingDialog):
    """A list of what is sorted, with the answers so far."""

    BINDINGS = [Binding(MOMENT_KEY, "moment", "its moment", show=False)]
    opens_again = True

    def __init__(self, sorting: Sorting) -> None:
        super().__init__()
        self._sorting = sorting
        self._told = {row.key: row.answers for row in sorting.rows if row.answers}
        self._rows = {row.key: row for row in sorting.rows}
        self.answers = sorting.answers
        self.several = bool(sorting.kinds)

    def rows(self) -> list[Row]:
        """Each thing with its answers."""
        return [_row(row, self._answer(row.key)) for row in self._sorting.rows]

    def _answer(self, key: str) -> str:
        return ", ".join(self.answers[told] for told in self._told.get(key, ()))

    def head(self, width: int) -> t.Lines:
        """How many are sorted, of those that need telling; how, or what was told last."""
        wanted = sum(row.wanted or row.key in self._told for row in self._sorting.rows)
        told = t.soft(f"{len(self._told)} of {wanted}")
        return [t.spread(t.strong(self._sorting.title), told, width), self._below_title(width)]

    def _below_title(self, width: int) -> Content:
        """That several answers may fit; in a low window the last one, which may be out of view."""
        if self.several:
            return t.fitted(t.soft(SEVERAL), width)
        answer = self._answer(self.last)
        if self.tall or not answer:
            return t.BLANK
        name = " ".join(self._rows[self.last].name.split())
        return t.spread(t.soft(name), t.ink(answer), width)

    def note(self, width: int) -> t.Lines:
        """What the answers of the marked one mean, where that is not plain."""
        told = self._told.get(self.marked_key, ())
        row = self._rows.get(self.marked_key)
        meaning = " ".join(row.notes[each] for each in told if each in row.notes) if row else ""
        return t.wrapped(meaning, width, t.SOFT) if meaning else []

    def legend(self, width: int) -> t.Lines:
        """The answers by their keys, and where there is room what they stand for."""
        if not self.more_lines:
            return super().legend(width)
        kinds, keys = self._sorting.kinds, dict(enumerate(ANSWER_KEYS))
        shown = enumerate(self._sorting.shown, kinds)
        return [
            *t.key_lines(zip(ANSWER_KEYS, self.answers[:kinds], strict=False), width),
            *(t.fitted(t.key(keys[place], told), width) for place, told in shown),
        ]

    @property
    def more_lines(self) -> int:
        """How many lines it takes to tell what the answers stand for, where they have room."""
        count = len(self._sorting.shown)
        fits = self.app.size.height - LINES_OF_ALL_ELSE >= count
        return count if fits and self._sorting.kinds + count <= len(ANSWER_KEYS) else 0

    def more_keys(self) -> list[Key]:
        """Looking at the moment as well, where there are any."""
        timed = any(row.moment is not None for row in self._sorting.rows)
        return [*super().more_keys(), *([(MOMENT_KEY, "replay its moment")] if timed else [])]

    def answer_of(self, key: str) -> int | None:
        """Which answer was given first."""
        return next(iter(self._told.get(key, ())), None)

    async def decide(self, key: str, answer: int | None) -> None:
        """Keep the answer; where a row can have several, what it has already is taken back."""
        now = set(self._told.get(key, ())) if self.several and answer is not None else set()
        await self._keep(key, now ^ {answer} if answer is not None else set())

    async def change(self, key: str) -> None:
        """Give the next answer; where a row can have several, the next of what it can be."""
        if not self.several:
            return await super().change(key)
        now = self._told.get(key, ())
        kinds = range(self._sorting.kinds)
        last = max((each for each in now if each in kinds), default=-1)
        await self._keep(
            key, {each for each in now if each not in kinds} | {(last + 1) % len(kinds)}
        )

    def is_open(self, key: str) -> bool:
        """Whether nothing is told of what needs telling."""
        return self._rows[key].wanted and super().is_open(key)

    async def _keep(self, key: str, told: set[int]) -> None:
        answers = tuple(sorted(told))
        await self._sorting.sort(key, answers)
        self._told.pop(key, None)
        if answers:
            self._told[key] = answers

    def action_moment(self) -> None:
        """Look at the session as it stood then."""
        row = self._rows.get(self.marked_key)
        if row is not None and row.moment is not None:
            self.post_message(ReplayRequested(self._sorting.session, row.moment))


def _row(sortable: Sortable, told: str) -> Row:
    """Its name and its answers; behind it, or below where it has no room, what is known of it."""
    answer = t.ink(told) if told else t.soft("–")

    def draw(width: int, marked: bool) -> t.Lines:
        indent = len(sortable.when) + 2 if sortable.when else 0
        whole = width - indent
        beside = answer if 2 * answer.cell_length <= whole else t.BLANK
        room = whole - beside.cell_length - 2
        style = f"bold {t.INK}" if marked else t.INK
        first, *others = t.clipped(t.wrapped(sortable.name, room, style), MOST_LINES, room)
        about = t.soft(f"  {sortable.about}") if sortable.about else t.BLANK
        if not others and first.cell_length + about.cell_length <= room:
            lines = [t.spread(t.join(first, about), beside, whole)]
        else:
            below = t.wrapped(sortable.about, whole, t.SOFT) if sortable.about else []
            lines = [t.spread(first, beside, whole), *others, *below]
        lines += [] if beside else [t.right(line, whole) for line in t.wrapped(told, whole)]
        return t.labelled(sortable.when, lines, indent)

    return Row(sortable.key, draw, lambda width: len(draw(width, False)))
