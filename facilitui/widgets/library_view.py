"""What the library's list shows: protocols and agendas as rows, in columns under their heads."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from textual.content import Content

from facilitui import text as t
from facilitui.core.library.protocol import Protocol
from facilitui.core.library.shelf_offers import Offer, span
from facilitui.core.plans.agenda import AgendaBlock, expand
from facilitui.core.plans.plan import Plan
from facilitui.core.vocabulary import Purpose
from facilitui.widgets.rows import Row, blank_row
from facilitui.widgets.search_line import emphasised

MINUTES, PEOPLE, SILENT = 5, 9, 7
"""The columns behind the name."""
NEAREST = "Nearest to that"
FAVOURITES = "★ Favourites"
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
    """Favourites, then what fits under what it is for, the shorter ones first; then the others.

    Each stands under the purpose that its file names first, or under the one that is looked for.
    """
    ordered = sorted(offered, key=_likeliest)
    yield FAVOURITES, [each for each in ordered if each.fits and each.liked]
    fitting = [each for each in ordered if each.fits and not each.liked]
    for head in Purpose if purpose is None else (purpose,):
        yield (
            head.label,
            [each for each in fitting if head in (purpose, each.protocol.purposes[0])],
        )
    yield from _misfits(ordered)


def by_time(offered: Sequence[Offer]) -> Iterator[Section]:
    """All by their length, the shorter ones first; then what does not fit."""
    ordered = sorted(offered, key=lambda each: (each.run.usual, each.protocol.name))
    yield "", [each for each in ordered if each.fits]
    yield from _misfits(ordered)


def as_found(offered: Sequence[Offer], *, nearest: bool) -> Iterator[Section]:
    """As a search found them: what was asked for by its name stays first, fitting or not."""
    yield NEAREST if nearest else "", offered


def _misfits(offered: Sequence[Offer]) -> Iterator[Section]:
    """What too many people can do in parallel groups, then what is not for them at all."""
    yield IN_PARALLEL, [each for each in offered if not each.fits and not each.unfit_by]
    yield FOR_OTHERS, [each for each in offered if each.unfit_by]


def _likeliest(each: Offer) -> tuple[bool, float, str]:
    return each.tight, each.run.usual, each.protocol.name


def cut(sections: Sequence[Section], most: int, mark: str) -> list[Section]:
    """The first of them, and what is marked, as its row must not go from under the cursor."""
    keys = [each.protocol.id for _, offered in sections for each in offered]
    left = set(keys[:most])
    if mark in keys and mark not in left:
        left = {*keys[: most - 1], mark}
    return [
        (head, [each for each in offered if each.protocol.id in left]) for head, offered in sections
    ]


def note_lines(notes: Sequence[str], width: int) -> t.Lines:
    """Notes one after the other, in as few lines as they need."""
    return t.wrapped(" · ".join(notes), width, t.SOFT) if notes else []


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
    def draw(width: int, marked: bool) -> t.Lines:
        protocol, run = each.protocol, each.run
        minutes = t.join(t.accent("!") if each.tight else t.BLANK, t.ink(t.minutes(run.usual)))
        tail = _tail(own=each.own, liked=each.liked)
        name = _named(protocol.name, words, width, tail, marked=marked)
        return [_columns(name, minutes, _people(each), _silent(run.silent), width)]

    return Row(each.protocol.id, draw)


def _people(each: Offer) -> Content:
    """For how many it is made, or in how many parallel groups it works here."""
    if each.groups > 1 and not each.unfit_by:
        return t.soft(f"{each.groups} groups")
    return t.join(t.accent("! ") if each.unfit_by else t.BLANK, t.soft(span(each.protocol)))


def _tail(*, own: bool, liked: bool) -> Content:
    """What stands behind a name: that it is one's own, and a favourite's star."""
    return t.join(t.soft(" · yours") if own else t.BLANK, t.accent(" ★") if liked else t.BLANK)


def _named(name: str, words: Words, width: int, tail: Content, *, marked: bool) -> Content:
    """A name in its column, and what stands behind it even where the name is cut."""
    told = emphasised(t.strong(name) if marked else t.ink(name), words)
    room = max(4, width - MINUTES - PEOPLE - SILENT)
    return t.join(t.fitted(told, room - tail.cell_length - 1), tail) if tail else told


def _silent(minutes: float) -> Content:
    return t.soft(f"⌁ {t.minutes(minutes):>2}") if minutes else t.BLANK


def in_order(keys: Iterable[str], agendas: Mapping[str, Plan], liked: Collection[str]) -> list[str]:
    """Agendas, favourites and the shorter ones first."""
    return sorted(
        keys, key=lambda key: (key not in liked, agendas[key].minutes, agendas[key].title)
    )


def agenda_rows(
    keys: Iterable[str],
    agendas: Mapping[str, Plan],
    protocols: Mapping[str, Protocol],
    liked: Collection[str],
    words: Words,
    *,
    nearest: bool = False,
) -> list[Row]:
    """Agendas as they are given."""
    rows = [_agenda_row(key, agendas[key], protocols, words, key in liked) for key in keys]
    return [_head(NEAREST), *rows] if nearest and rows else rows


def _agenda_row(
    key: str, plan: Plan, protocols: Mapping[str, Protocol], words: Words, liked: bool
) -> Row:
    silent = sum(map(silent_in, expand(plan, protocols)))
    people, tail = t.soft(plan.audience.count or ""), _tail(own=False, liked=liked)

    def draw(width: int, marked: bool) -> t.Lines:
        name = _named(plan.title or key, words, width, tail, marked=marked)
        return [_columns(name, t.ink(t.minutes(plan.minutes)), people, _silent(silent), width)]

    return Row(key, draw)
