"""What the library's list shows: protocols and agendas as rows, in columns under their heads."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from textual.content import Content

from facilitui import text as t
from facilitui.core.agenda import AgendaBlock, expand
from facilitui.core.plan import Plan
from facilitui.core.protocol import Protocol
from facilitui.core.shelf_filter import Offer, span
from facilitui.core.vocabulary import Purpose
from facilitui.widgets.row_list import Row, blank_row
from facilitui.widgets.search_line import emphasised

MINUTES, PEOPLE, SILENT = 5, 9, 7
"""The columns behind the name."""
NEAREST = "Nearest to that"
IN_PARALLEL = "As parallel groups"
FOR_OTHERS = "Made for other groups"
Words = tuple[str, ...]
Section = tuple[str, Sequence[Offer]]
"""What stands over some protocols, which may be nothing, and they themselves."""


def silent_in(block: AgendaBlock) -> float:
    """How much of a block is silent."""
    return sum(part.minutes for part in block.parts if part.silent)


def column_lines(who: str, width: int) -> t.Lines:
    """The heads of the columns, over rows that begin behind the cursor's column."""
    return [_columns(t.BLANK, t.soft("min"), t.soft(who), t.soft("silent"), width)]


def _columns(
    name: Content, minutes: Content, people: Content, silent: Content, width: int
) -> Content:
    figures = t.join(t.right(minutes, MINUTES), t.right(people, PEOPLE), t.right(silent, SILENT))
    room = max(4, width - figures.cell_length)
    return t.join(t.padded(name, room), figures)


def by_purpose(offered: Sequence[Offer], purpose: Purpose | None) -> Iterator[Section]:
    """What fits under what it is for, favourites and the shorter ones first; then what does not.

    Each stands under the purpose that its file names first, or under the one that is looked for.
    """
    fitting = sorted((each for each in offered if each.fits), key=_likeliest)
    for head in Purpose if purpose is None else (purpose,):
        yield (
            head.label,
            [each for each in fitting if head in (purpose, each.protocol.purposes[0])],
        )
    yield from _misfits(sorted(offered, key=_likeliest))


def by_time(offered: Sequence[Offer]) -> Iterator[Section]:
    """All by their length, the shorter ones first; then what does not fit."""
    ordered = sorted(offered, key=lambda each: (each.run.usual, each.protocol.name))
    yield "", [each for each in ordered if each.fits]
    yield from _misfits(ordered)


def as_found(offered: Sequence[Offer], *, nearest: bool) -> Iterator[Section]:
    """As a search found them: what was asked for by its name stays first, fitting or not."""
    yield NEAREST if nearest else "", offered


def _misfits(offered: Iterable[Offer]) -> Iterator[Section]:
    """What too many people can do in parallel groups, then what is not for them at all."""
    others = [each for each in offered if not each.fits]
    yield IN_PARALLEL, [each for each in others if each.groups > 1]
    yield FOR_OTHERS, [each for each in others if each.groups == 1]


def _likeliest(each: Offer) -> tuple[bool, bool, float, str]:
    return not each.liked, each.tight, each.run.usual, each.protocol.name


def section_rows(sections: Iterable[Section], words: Words) -> list[Row]:
    """Protocols under their heads; a head with nothing under it is left out."""
    rows: list[Row] = []
    for head, offered in sections:
        if offered and rows:
            rows.append(blank_row())
        if offered and head:
            rows.append(_head(head))
        rows += [_protocol_row(each, words) for each in offered]
    return rows


def _head(text: str) -> Row:
    return Row("", lambda width, marked: [t.fitted(t.heading(text), width)])


def _protocol_row(each: Offer, words: Words) -> Row:
    protocol, run = each.protocol, each.run
    group = t.join(t.BLANK if each.fits else t.accent("! "), t.soft(span(protocol)))
    minutes = t.join(t.accent("!") if each.tight else t.BLANK, t.ink(t.minutes(run.usual)))

    def draw(width: int, marked: bool) -> t.Lines:
        name = _named(protocol.name, words, width, marked=marked, liked=each.liked)
        return [_columns(name, minutes, group, _silent(run.silent), width - 1)]

    return Row(protocol.id, draw)


def _named(name: str, words: Words, width: int, *, marked: bool, liked: bool) -> Content:
    """A name in its column, with a star behind a favourite's."""
    told = emphasised(t.strong(name) if marked else t.ink(name), words)
    if not liked:
        return told
    room = max(4, width - 1 - MINUTES - PEOPLE - SILENT)
    return t.join(t.fitted(told, room - 2), " ", t.accent("★"))


def _silent(minutes: float) -> Content:
    return t.soft(f"⌁ {t.minutes(minutes):>2}") if minutes else t.BLANK


def agenda_rows(
    keys: Iterable[str],
    agendas: Mapping[str, Plan],
    protocols: Mapping[str, Protocol],
    liked: Collection[str],
    words: Words,
    *,
    nearest: bool = False,
) -> list[Row]:
    """Agendas, favourites and the shorter ones first; as they were found where words are given."""
    listed = list(keys)
    if not words:
        listed.sort(key=lambda key: (key not in liked, agendas[key].minutes, agendas[key].title))
    rows = [_agenda_row(key, agendas[key], protocols, words, key in liked) for key in listed]
    return [_head(NEAREST), *rows] if nearest and rows else rows


def _agenda_row(
    key: str, plan: Plan, protocols: Mapping[str, Protocol], words: Words, liked: bool
) -> Row:
    silent = sum(map(silent_in, expand(plan, protocols)))
    people = t.soft(plan.audience.count or "")

    def draw(width: int, marked: bool) -> t.Lines:
        name = _named(plan.title or key, words, width, marked=marked, liked=liked)
        return [_columns(name, t.ink(t.minutes(plan.minutes)), people, _silent(silent), width - 1)]

    return Row(key, draw)
