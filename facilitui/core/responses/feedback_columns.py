"""Which column of a form answers which item: guessed, shown, changed, and remembered.

A column is taken only where both its heading and its answers say what it is. Names, addresses and
moments stay out, because answers are anonymous.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from facilitui.core.agendas_outside.raw_table import RawTable, column_texts
from facilitui.core.plans.plan import Goal
from facilitui.core.responses import feedback_headings as headings
from facilitui.core.responses.feedback import GROWTH, Item
from facilitui.core.responses.feedback_scale import AGREE, SHARES, Scale, likely, odd_ones, odd_told
from facilitui.core.responses.form_table import is_address
from facilitui.core.responses.form_words import (
    IN_WORDS,
    Reading,
    figures_of,
    is_moment,
    is_nothing,
    level,
    out_of,
    reading_of,
    said,
)

_ENOUGH = 0.5
"""The share of a column's answers that must fit for it to be taken."""
_MOST = 0.8
"""The share of its figures that must lie on the scale that a heading names."""
_SHORT = 7
"""Questions beside one another are on one scale where none goes further than this."""
_FEW = 10
"""Levels of a scale that is not one of per cent."""
WHO = "tells who answered"
CHOSEN = "as you chose"
"""Why a column is left out that somebody chose to leave out."""
NEGATED = "turned round, as it seems to ask the opposite: look at it"
BARE = "small figures without “%” are read as per cent: look at them"


@dataclass(frozen=True, slots=True)
class Column:
    """What one column of a form is taken for."""

    heading: str
    item: Item | None = None
    """What it answers; None where it is left out."""
    reading: Reading = Reading.UPWARDS
    """How its answers are read, where its item has levels."""
    scale: Scale = AGREE
    """What they are read on."""
    goal: str = ""
    """The id of the goal that it asks about; empty for the session as a whole."""
    why: str = ""
    """Why it was left out, in words."""
    private: bool = False
    """Whether it stays out, unless somebody takes it knowing that it may tell who answered."""
    locked: bool = False
    """Whether nobody can take it: its answers are addresses."""
    order: tuple[str, ...] = ()
    """By what its words are known that somebody put in order, the lowest first."""
    in_words: bool = False
    """Whether its answers are sentences, so that items in words are offered first."""
    look: str = ""
    """What of it was only guessed, and should be looked at before it is taken."""

    @property
    def asks(self) -> tuple[Item | None, str]:
        """What it asks; no two columns may ask the same."""
        return self.item, self.goal

    @property
    def named(self) -> str:
        """What it is taken for, with its goal; empty where it is left out."""
        return ", ".join(filter(None, (self.item.short if self.item else "", self.goal)))

    @property
    def about_goal(self) -> bool:
        """Whether it can be about one goal."""
        return self.item in GROWTH

    @property
    def on_scale(self) -> bool:
        """Whether its answers are levels."""
        return self.item is not None and self.item.usual is not None


Columns = tuple[Column, ...]
Texts = tuple[str, ...]


def guessed(table: RawTable, goals: Sequence[Goal] = ()) -> Columns:
    """What each column is most likely for; each question belongs to one column at most."""
    columns: list[Column] = []
    for at, heading in enumerate(table.columns):
        column = _guessed(heading, column_texts(table, at), goals)
        if column.item is Item.NOW and not column.goal:
            before = (each.goal for each in reversed(columns) if each.item is Item.BEFORE)
            column = replace(column, goal=next(before, ""))
        if column.item and column.asks in {each.asks for each in columns}:
            told = f"“{column.item.short}” is answered before it"
            column = replace(column, item=None, goal="", look="", why=told)
        columns.append(column)
    return _alike(table, tuple(columns))


def _guessed(heading: str, texts: Texts, goals: Sequence[Goal]) -> Column:
    words = headings.heading_words(heading)
    addresses = bool(texts) and _share(texts, is_address) >= _ENOUGH
    if addresses or headings.tells_who(words):
        return Column(heading, why=WHO, private=True, locked=addresses)
    if not texts:
        return Column(heading, why="is empty")
    if headings.tells_when(words) or _share(texts, is_moment) >= _ENOUGH:
        return Column(heading, why="tells when they answered")
    named = headings.items_named(words)
    in_words = _fits(texts, Column(heading, Item.ONE_CHANGE)) and not _repeats(texts)
    for item in named:
        column = read_for(Column(heading, in_words=in_words), texts, item)
        if _fits(texts, column):
            goal = headings.goal_named(words, goals) if column.about_goal else ""
            return replace(column, goal=goal)
    return Column(heading, why=_unknown(texts, named, in_words), in_words=in_words)


def _unknown(texts: Texts, named: Sequence[Item], in_words: bool) -> str:
    """Why no question is known, or answers cannot be read though it is."""
    if not named:
        return "its question is not known"
    item = named[0]
    figures = figures_of(texts)
    if figures and max(figures) > SHARES.most:
        return f"its figures go up to {max(figures)}, beyond every scale"
    if item.usual is None:
        return f"its answers are levels, “{item.short}” is told in words"
    if in_words:
        return f"its answers are in words of their own, “{item.short}” is on a scale"
    return f"its words are none that are known for “{item.short}”"


def _repeats(texts: Texts) -> bool:
    """Whether the same few answers come again and again, as of those that a form offers."""
    told = [said(text) for text in texts]
    return len(told) >= 2 * len(set(told))


def read_for(column: Column, texts: Texts, item: Item) -> Column:
    """A column with its answers read as those of an item."""
    reading, named = reading_of(texts, item), headings.scale_named(column.heading)
    scale = _scale(texts, item, reading, named)
    odd = odd_ones(figures_of(texts), item.usual or AGREE) if named is None else ()
    return _read(replace(column, item=item, why="", order=()), reading, scale, texts, odd)


def _read(
    column: Column, reading: Reading, scale: Scale, texts: Texts, odd: Sequence[int] = ()
) -> Column:
    """A column read in a way, turned round where its question has a "not"; both are guessed.

    `odd` are the figures that are beside what all others are on.
    """
    item = column.item or Item.RELEVANCE
    negated = column.on_scale and headings.is_negated(headings.heading_words(column.heading), item)
    if negated:
        return replace(column, reading=reading.turned, scale=scale, look=NEGATED)
    bare = scale == SHARES and _has_bare(texts)
    look = BARE if bare else odd_told(odd, figures_of(texts), scale)
    return replace(column, reading=reading, scale=scale, look=look)


def _has_bare(texts: Texts) -> bool:
    """Whether small figures, which may as well be levels, stand among some with their per cent."""
    bare = tuple(text for text in texts if out_of(text) is None)
    return len(bare) < len(texts) and any(each <= _FEW for each in figures_of(bare))


def _scale(texts: Texts, item: Item, reading: Reading, told: Scale | None) -> Scale:
    """The scale that answers are on: as the heading says, as they say themselves, as they lie."""
    usual, figures = item.usual or AGREE, figures_of(texts)
    if reading in IN_WORDS:
        return usual
    if told is not None and sum(each in told.levels for each in figures) >= _MOST * len(figures):
        return told
    ends = Counter(filter(None, map(out_of, texts)))
    most = max(ends, key=lambda end: ends[end], default=0)
    if 2 * ends[most] >= len(figures) and 1 < most <= SHARES.most:
        least = 0 if 0 in figures or most == SHARES.most else 1
        return usual if usual.most == most and usual.least <= least else Scale(least, most)
    return likely(figures, usual)


def _fits(texts: Texts, column: Column) -> bool:
    """Whether answers are such as the column's item has."""
    if column.on_scale:
        return _share(texts, lambda text: _is_level(text, column)) >= _ENOUGH
    rated = read_for(column, texts, Item.RELEVANCE)
    return _share(texts, lambda text: _is_level(text, rated)) < _ENOUGH


def _is_level(text: str, column: Column) -> bool:
    try:
        found = level(text, column.item or Item.RELEVANCE, column.reading, column.scale)
    except ValueError:
        return False
    return found is not None


def _share(texts: Texts, holds: Callable[[str], bool]) -> float:
    """The share of answers of which something holds, those left aside that say nothing."""
    told = [text for text in texts if not is_nothing(text)]
    return sum(map(holds, told)) / len(told) if told else 0.0


def _alike(table: RawTable, columns: Columns) -> Columns:
    """Questions of one kind are read in one way, or they could not be compared."""
    groups: dict[tuple[bool, bool], list[int]] = {}
    for at, each in enumerate(columns):
        if each.on_scale:
            groups.setdefault((each.about_goal, each.reading in IN_WORDS), []).append(at)
    alike = list(columns)
    for places in groups.values():
        item = columns[places[0]].item or Item.NOW
        texts = _all_texts(table, places)
        reading = reading_of(texts, item)
        said = {at: headings.scale_named(columns[at].heading) for at in places}
        open_ones = [at for at in places if said[at] is None]
        told = next(filter(None, said.values()), None) if item in GROWTH else None
        open_texts = _all_texts(table, open_ones)
        joint = _scale(open_texts, item, reading, told)
        odd = odd_ones(figures_of(open_texts), item.usual or AGREE) if told is None else ()
        for at in places:
            shared = at in open_ones and (item in GROWTH or joint.most <= _SHORT)
            scale = joint if shared else columns[at].scale
            own = column_texts(table, at)
            alike[at] = _read(columns[at], reading, scale, own, odd if shared else ())
    return tuple(alike)


def _all_texts(table: RawTable, places: Sequence[int]) -> Texts:
    return tuple(text for at in places for text in column_texts(table, at))
