"""Drawings of what can be done about the time ahead: the ways, a preview of one, what to say."""

from __future__ import annotations

from datetime import datetime

from rich.cells import cell_len
from textual.content import Content

from facilitui import text as t
from facilitui.core.plans.costs import Cost
from facilitui.core.plans.slack import end_word
from facilitui.core.sessions.outlook import Outlook, Undoing
from facilitui.core.sessions.recovery import Moment, Offer, Proposal, Way
from facilitui.core.sessions.recovery_preview import Change, PreviewRow, preview
from facilitui.core.sessions.session import SessionState
from facilitui.core.sessions.timing import projected_end
from facilitui.core.told import in_quotes, minutes_told
from facilitui.widgets.rows import Row

MOVED_ON = "Time went on, so nothing was done: this is what enter would do now."
NOTHING_GIVES = "Nothing ahead could give any time."
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
_DONE = {
    Way.SHORTER: "What is ahead is shorter",
    Way.LEAVE_OUT: "One block is left out",
    Way.LATER: "The end is moved",
}
"""What was done, so short that the end that comes of it stays in view."""
_WORD = max(len(change.label) for change in _GLYPHS) + 2
"""How wide a glyph and its word are."""
_TIME, _BOTH_TIMES = 6, 15
"""How wide times of day are, with the space behind them."""


def head_lines(told: Outlook, width: int, *, moved_on: bool = False) -> t.Lines:
    """How late it is, and what else is to be known of the ways; who may see it at the right.

    `moved_on`: the way that was chosen had become another one, so it was not done.
    """
    private = t.plain("PRIVATE", t.SOFT)
    room = width - private.cell_length - 2
    first, *more = t.wrapped(_how_late(told), max(1, room), f"bold {t.INK}")
    words = MOVED_ON if moved_on else _what_can_be_won(told)
    below = t.wrapped(words, width, t.INK if moved_on else t.SOFT) if words else []
    return [t.spread(first, private, width), *more, *below]


def _how_late(told: Outlook) -> str:
    planned = told.state.planned_end
    if planned is None:
        return "No end was planned, so nothing can be late."
    end, whose = _at(planned, told), end_word(told.state, told.at.zone)
    if not told.is_late:
        return f"Nothing is late: it ends by {end}, as {whose}."
    return f"{t.plural(told.late, 'minute')} past the {whose} end, {end}"


def _what_can_be_won(told: Outlook) -> str:
    """What could be won where nothing is late, and that nothing can be where nothing can."""
    if told.state.planned_end is None:
        return ""
    most = max((each.won for each in told.offers + told.reserve), default=0.0)
    if most <= 0:
        return NOTHING_GIVES
    if told.is_late:
        return ""
    how = "in one of these ways" if len(told.reserve) > 1 else "in this way"
    return f"If it became late, {t.minutes(most)} min could be won {how}."


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
    """What it wins by the times of day as they are told, and when it then ends against the plan."""
    if not told.can(offer.key):
        return f"{t.minutes(offer.won)} min could be won"
    minutes = minutes_told(offer.ends, told.ends)
    if not minutes and _moves_end(offer, told):
        return "no time won, the end moves"
    won = f"{abs(minutes)} min {'won' if minutes > 0 else 'back'}" if minutes else "no time won"
    return f"{won}, ends {_at(offer.ends, told)} ({_signed(offer.late)})"


def _moves_end(offer: Offer, told: Outlook) -> bool:
    """Whether another end is asked for, at which it then ends."""
    planned = told.state.planned_end
    return planned is not None and offer.planned_end != planned and not offer.late


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


def done_words(offer: Proposal | Undoing, now: Moment) -> str:
    """What is said once it is done now, when it then ends, and the key that takes it back."""
    ends = projected_end(offer.after, now.elapsed, now.now, now.zone)
    done = _DONE[offer.way] if isinstance(offer, Proposal) else "A recovery is taken back"
    return f"{done}: ends {t.clock(ends.astimezone(now.zone))}. u takes it back"


def said_lines(offer: Offer | None, told: Outlook, width: int, *, lost: bool) -> t.Lines:
    """The sentence for the room; above it what is `lost`, where the list has no room for that."""
    if offer is None:
        return []
    said = t.wrapped(in_quotes(offer.say), width - LABEL, f"bold {t.INK}") if offer.say else []
    losses = loss_lines(offer, told.state, width) if lost else []
    return [*losses, *t.labelled("Say", said, LABEL)]


def preview_lines(offer: Offer | None, told: Outlook, width: int) -> t.Lines:
    """The agenda as it is and as it would be: what runs and what is ahead."""
    if offer is None:
        return []
    rows = preview(told.state, offer.after, told.at)
    return [
        *_end_lines(offer, told, width),
        t.BLANK,
        *(_preview_line(row, told, width) for row in rows),
    ]


def _end_lines(offer: Offer, told: Outlook, width: int) -> t.Lines:
    ends = _both(_at(told.ends, told), _at(offer.ends, told))
    apart = "" if _moves_end(offer, told) else f" ({_signed(offer.late)})"
    lines = [t.join(t.soft("Ends "), t.strong(ends), t.soft(apart))]
    planned = told.state.planned_end
    if planned is not None and offer.planned_end != planned:
        both = _both(_at(planned, told), _at(offer.planned_end, told))
        whose = end_word(told.state, told.at.zone).capitalize()
        lines.append(t.join(t.soft(f"{whose} end "), t.strong(both)))
    return [t.fitted(line, width) for line in lines]


def _preview_line(row: PreviewRow, told: Outlook, width: int) -> Content:
    style = t.SOFT if row.change is Change.NONE and not row.running else f"bold {t.INK}"
    when = t.padded(t.soft(_when(row, told, width)), _BOTH_TIMES if width >= BOTH_FROM else _TIME)
    glyph = t.accent("▶") if row.running else t.soft("⌁" if row.was.part.silent else "")
    end = t.join(t.plain(_minutes(row), style), " ", _word(row.change, width))
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
    return t.clock(moment.astimezone(told.at.zone))


def _signed(late: int) -> str:
    """Minutes past the planned end."""
    return t.signed(late) if late else "±0"
