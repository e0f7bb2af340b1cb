"""Drawings of what can be done about the time ahead: the ways, a preview of one, what to say."""

from __future__ import annotations

from datetime import datetime

from rich.cells import cell_len
from textual.content import Content

from facilitui import text as t
from facilitui.core.costs import Cost
from facilitui.core.outlook import Outlook
from facilitui.core.recovery import Offer
from facilitui.core.recovery_preview import Change, PreviewRow, preview
from facilitui.core.schedule import end_told, nearest_minute
from facilitui.core.session import SessionState
from facilitui.widgets.rows import Row

LABEL = 6
"""The column that the sentence begins in behind its label."""
BOTH_FROM, WORDS_FROM = 56, 48
"""From these widths on a preview tells when each part starts as things are, and what became of it
in a word beside its glyph.
"""
_GLYPHS = {
    Change.SHORTER: "▾",
    Change.LONGER: "▴",
    Change.LEFT_OUT: "✕",
    Change.BACK: "↺",
}
_WORD = max(len(change.label) for change in _GLYPHS) + 2
"""How wide a glyph and its word are."""
_TIME, _BOTH_TIMES = 6, 15
"""How wide times of day are, with the space behind them."""


def head_lines(told: Outlook, width: int) -> t.Lines:
    """How late it is; where it is not, that, and what could be won."""
    planned = told.state.planned_end
    if planned is None:
        return t.wrapped("No end was planned, so nothing can be late.", width, f"bold {t.INK}")
    end = _at(planned, told)
    if told.is_late:
        minutes = round(told.late)
        late = t.plural(minutes, "minute") if minutes else "Less than a minute"
        return t.wrapped(f"{late} past the planned end, {end}", width, f"bold {t.INK}")
    lines = t.wrapped(f"Nothing is late: it ends by {end}, as planned.", width, f"bold {t.INK}")
    return [*lines, *t.wrapped(_in_reserve(told), width, t.SOFT)]


def _in_reserve(told: Outlook) -> str:
    most = max((each.won for each in told.reserve), default=0.0)
    if not most:
        return "Nothing ahead could give any time."
    return f"If it became late, {t.minutes(most)} min could be won in one of these ways."


def offer_rows(told: Outlook, *, airy: bool) -> list[Row]:
    """The ways in a list; `airy` tells what is lost there too, and leaves space between."""
    return [_offer_row(each, told, airy=airy) for each in told.shown]


def _offer_row(offer: Offer, told: Outlook, *, airy: bool) -> Row:
    def draw(width: int, marked: bool) -> t.Lines:
        style = f"bold {t.INK}" if marked else t.INK
        lines = t.wrapped(offer.title, width, style)
        lines += t.wrapped(_figures(offer, told), width, t.SOFT)
        return [*lines, *loss_lines(offer, told.state, width), t.BLANK] if airy else lines

    return Row(offer.key, draw, lambda width: len(draw(width, False)))


def _figures(offer: Offer, told: Outlook) -> str:
    """What it wins, and when it then ends against the plan."""
    minutes = f"{t.minutes(abs(offer.won))} min"
    if not told.can(offer.key):
        return f"{minutes} could be won"
    won = f"{minutes} won" if offer.won > 0 else f"{minutes} back"
    won = won if round(offer.won * 2) else "no time won"
    return f"{won}, ends {_end(offer.planned_end, offer.ends, told)} ({_signed(offer.late)})"


def loss_lines(offer: Offer, state: SessionState, width: int) -> t.Lines:
    """What the goals lose by it, and which silence and protected time."""
    told = [(_mark(cost), cost.told) for cost in offer.costs]
    told += [(t.soft("⌁"), words) for words in _kept_for_last(offer, state)]
    lines: t.Lines = []
    for mark, words in told:
        lines += t.labelled(mark, t.wrapped(words, width - 2), 2)
    return lines


def _mark(cost: Cost) -> Content:
    return t.accent("!") if cost.weight else t.soft("·")


def _kept_for_last(offer: Offer, state: SessionState) -> list[str]:
    """How much of what gives time last it takes."""
    both = [
        (was.part, was.minutes - now.minutes)
        for was, now in zip(state.runs, offer.after.runs, strict=True)
        if now.minutes < was.minutes and was.stage is now.stage
    ]
    silence = sum(won for part, won in both if part.silent)
    kept = sum(won for part, won in both if part.protected and not part.silent)
    told = ((silence, "of it is silence"), (kept, "of it is protected time"))
    return [f"{t.minutes(won)} min {words}" for won, words in told if won]


def done_words(offer: Offer | None, told: Outlook) -> str:
    """What is said once it was done; what is most needed first."""
    if offer is None:
        return ""
    return f"Ends {_end(offer.planned_end, offer.ends, told)}, u takes it back: {offer.title}"


def said_lines(offer: Offer | None, told: Outlook, width: int, *, lost: bool) -> t.Lines:
    """The sentence for the room; above it what is `lost`, where the list has no room for that."""
    if offer is None:
        return []
    said = t.wrapped(f"“{offer.say}”", width - LABEL, f"bold {t.INK}") if offer.say else []
    losses = loss_lines(offer, told.state, width) if lost else []
    return [*losses, *t.labelled("Say", said, LABEL)]


def preview_lines(offer: Offer | None, told: Outlook, width: int) -> t.Lines:
    """The agenda as it is and as it would be: what runs and what is ahead."""
    if offer is None:
        return []
    rows = preview(told.state, offer.after, told.at)
    figures = max((len(_minutes(row)) for row in rows), default=0)
    return [
        *_end_lines(offer, told, width),
        t.BLANK,
        *(_preview_line(row, told, figures, width) for row in rows),
    ]


def _end_lines(offer: Offer, told: Outlook, width: int) -> t.Lines:
    ends = _both(
        _end(told.state.planned_end, told.ends, told), _end(offer.planned_end, offer.ends, told)
    )
    lines = [t.join(t.soft("Ends "), t.strong(ends), t.soft(f" ({_signed(offer.late)})"))]
    planned = told.state.planned_end
    if planned is not None and offer.planned_end != planned:
        both = _both(_at(planned, told), _at(offer.planned_end, told))
        lines.append(t.join(t.soft("Planned end "), t.strong(both)))
    return [t.fitted(line, width) for line in lines]


def _preview_line(row: PreviewRow, told: Outlook, figures: int, width: int) -> Content:
    style = t.SOFT if row.change is Change.NONE and not row.running else f"bold {t.INK}"
    when = t.padded(t.soft(_when(row, told, width)), _BOTH_TIMES if width >= BOTH_FROM else _TIME)
    glyph = t.accent("▶") if row.running else t.soft("⌁" if row.was.part.silent else "")
    end = t.join(t.right(t.plain(_minutes(row), style), figures), " ", _word(row.change, width))
    room = width - when.cell_length - 2 - 1 - end.cell_length
    part = row.was.part
    name = t.plain(part.title if cell_len(part.title) <= room else part.label, style)
    return t.join(when, t.padded(glyph, 2), t.padded(name, room), " ", end)


def _when(row: PreviewRow, told: Outlook, width: int) -> str:
    """When it would start; where there is room, when it does as things are as well."""
    if row.running:
        return "now"
    was = _at(row.starts, told) if row.starts else ""
    then = _at(row.then_starts, told) if row.then_starts else ""
    if width < BOTH_FROM:
        return then
    return f"{was} → {then}" if was and then and was != then else was or then


def _word(change: Change, width: int) -> Content:
    glyph = _GLYPHS.get(change, "")
    if width < WORDS_FROM:
        return t.padded(t.accent(glyph), 1)
    return t.padded(t.accent(f"{glyph} {change.label}" if glyph else ""), _WORD)


def _minutes(row: PreviewRow) -> str:
    was, becomes = t.minutes(row.was.minutes), t.minutes(row.becomes.minutes)
    if row.change is Change.LEFT_OUT:
        return f"{was} → 0"
    return f"0 → {becomes}" if row.change is Change.BACK else _both(was, becomes)


def _both(was: str, becomes: str) -> str:
    return was if was == becomes else f"{was} → {becomes}"


def _at(moment: datetime, told: Outlook) -> str:
    return t.clock(nearest_minute(moment.astimezone(told.at.zone)))


def _end(planned: datetime | None, end: datetime, told: Outlook) -> str:
    return t.clock(end_told(planned, end).astimezone(told.at.zone))


def _signed(late: float) -> str:
    """Minutes past the planned end."""
    return t.signed(late) if round(late) else "±0"
