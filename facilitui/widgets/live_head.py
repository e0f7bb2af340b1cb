"""What stands above the Live screen and under its agenda: what it is, and when it ends."""

from __future__ import annotations

from datetime import datetime

from textual.content import Content

from facilitui import text as t
from facilitui.core.plans.slack import agenda_was_to_end, end_name, end_word
from facilitui.core.sessions.facts import minutes_after
from facilitui.core.told import capital, people
from facilitui.widgets.live_view import LiveView

LEAST_TITLE = 12
"""With less room than this a longer title is not begun."""


def head(view: LiveView, width: int) -> t.Lines:
    """What the screen is, the state, the title, who is here, and when it ends."""
    chip = t.plain(f" {view.banner} ", f"bold reverse {t.INK}")
    left = t.join("  ").join(filter(None, (chip, _state_word(view))))
    end = _ending(view, short=width < 70)
    if view.lost and left.cell_length + 2 + end.cell_length > width:
        return [t.spread(_state_word(view), t.BLANK, width)]
    if width < 70:
        end = _recoverable(view, end, width - left.cell_length - 2)
        return [t.spread(left, end, width)]
    title = t.soft(view.ready.plan.title if view.ready else view.state.started.title)
    least = min(LEAST_TITLE, title.cell_length) + 5
    ends = [_with_people(view, each) for each in (end, _ending(view, short=False, free=False))]
    for told in ends:  # what is free gives way to the title
        if width - left.cell_length - told.cell_length >= least:
            return [t.spread(t.join(left, "   ", title), told, width)]
    fits = left.cell_length + 2 + ends[0].cell_length <= width
    return [t.spread(left, ends[0] if fits else end, width)]


def _with_people(view: LiveView, end: Content) -> Content:
    return t.join("   ").join(filter(None, (t.soft(_people(view)), end)))


def _people(view: LiveView) -> str:
    """How many are here, or expected until somebody counts; nothing where nobody is known of."""
    if view.ready is not None:
        return view.ready.people_told
    state = view.state
    return people(state.attendance, counted=state.counted) if state.attendance else ""


def _state_word(view: LiveView) -> Content:
    if view.ready is not None:
        return t.join(t.soft("○ "), t.ink("not begun"))
    if view.lost:
        return t.join(t.soft("◌ "), t.ink(view.lost))
    if view.state.ended_at is not None:
        return t.join(t.soft("■ "), t.ink("ended"))
    if view.read_only:
        return t.join(t.soft("◌ "), t.ink("read only"))
    if view.state.paused:
        return t.join(t.accent("‖ "), t.ink("paused"))
    return t.BLANK if view.past else t.join(t.accent("● "), t.ink("live"))


def _ending(view: LiveView, *, short: bool, free: bool = True) -> Content:
    if view.behind > 1:
        return t.accent("! not yet on disk")
    if view.ready is not None or view.state.ended_at is not None:
        return t.BLANK
    then = "" if short else "then "
    told = t.soft(f" · {then}{_free(view)}" if free and view.free and not view.past else "")
    apart = _apart(view, short=short or view.free > 0)
    word = "was to end " if view.past else "" if view.lost and short else "now ends "
    ends = t.join(t.soft(word), t.strong(t.clock(view.ends)))
    return t.join(t.join(" ").join(filter(None, (ends, apart))), told)


def _recoverable(view: LiveView, end: Content, room: int) -> Content:
    """Before the end the key that recovers, where it is late and no line of keys has it."""
    marked = t.join(t.key("r", "recovers"), t.soft(" · "), end)
    able = view.obeys and view.behind <= 1 and view.is_late and view.recovers
    return marked if able and marked.cell_length <= room else end


def _apart(view: LiveView, short: bool) -> Content:
    """How far behind or ahead it is; nothing where it is neither and some of its time is free."""
    words = t.signed(view.apart) + ("" if short else " min")
    if view.free and not view.apart:
        return t.BLANK
    if not view.apart:
        return t.soft(
            "±0" if short or view.width < 100 else f"as {end_word(view.state, view.now.tzinfo)}"
        )
    return t.accent(words) if view.is_late else t.soft(words)


def _free(view: LiveView) -> str:
    return f"{view.free} min free"


def ends_lines(view: LiveView, width: int) -> t.Lines:
    """The ends under the agenda, in the order of their times.

    They add up: what is told of one is how far it lies from the line above it.
    """
    planned = view.state.planned_end
    if planned is None or view.ready is not None:
        return []
    return [
        t.BLANK,
        *_began_line(view, width),
        *(t.spread(t.join("   ", name), end, width) for name, end in _ends(view, planned)),
    ]


def _ends(view: LiveView, planned: datetime) -> list[tuple[Content, Content]]:
    """When the agenda was to end, when it will, and until when there is time, each by its name."""
    zone = view.now.tzinfo
    agenda = agenda_was_to_end(view.state, zone)
    last = (t.soft(capital(end_name(view.state, zone))), t.soft(t.clock(planned.astimezone(zone))))
    first = [(t.soft("Planned end"), t.soft(t.clock(agenda.astimezone(zone))))] if agenda else []
    if view.state.ended_at is not None:
        return [*first, last]
    now = (t.strong("Now ends"), t.join(_from_above(view), t.strong(t.clock(view.ends))))
    if not view.free:
        return [*first, last, now]
    free = t.soft(f"{_free(view)} ")
    return [*first, now, (last[0], t.join(free, last[1]))]


def _from_above(view: LiveView) -> Content:
    """How far from the end above it now ends: 4 late, 6 early, as planned."""
    if not view.apart:
        whose = "planned" if view.free else end_word(view.state, view.now.tzinfo)
        return t.soft(f"as {whose} ")
    words = f"{_early_or_late(view.apart)} "
    return t.accent(words) if view.is_late else t.soft(words)


def _early_or_late(minutes: int) -> str:
    return f"{abs(minutes)} {'late' if minutes > 0 else 'early'}"


def _began_line(view: LiveView, width: int) -> t.Lines:
    """When it began, if that was not the planned time."""
    began = view.state.began_at
    late = minutes_after(view.state.started.planned_start, began)
    if began is None or not late:
        return []
    moment = t.soft(f"{_early_or_late(late)} {t.clock(began.astimezone(view.now.tzinfo))}")
    return [t.spread(t.join("   ", t.soft("Began")), moment, width)]
