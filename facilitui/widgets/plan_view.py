"""What stands above and below the agenda of a plan."""

from __future__ import annotations

from facilitui import text as t
from facilitui.core.told import figure
from facilitui.services.plans.plan_view import PlanView
from facilitui.widgets.plan_checks import IN_VIEW, beyond

SHORTEST_TITLE = 12
"""Characters of a title that are always shown; a longer one gives way to what stands behind it."""


def head(view: PlanView, width: int, *, runs: bool = False) -> t.Lines:
    """Title, how complete it is, whether it runs, when, and how much of the time is used."""
    plan = view.plan
    used = t.join(t.strong(figure(view.minutes)), t.soft(f" of {figure(plan.minutes)} min"))
    when = _when(view, width)
    end = t.join(t.soft(when), "   ", used) if when else used
    done = f"plan {view.answered.count} of 4" if width >= 70 else f"{view.answered.count} of 4"
    kept_apart = t.join("   ", t.accent("sensitive")) if plan.sensitive else t.BLANK
    running = t.join("   ", t.accent("● running: "), t.key("s", "goes on")) if runs else t.BLANK
    counted = t.BLANK if runs and width < 100 else t.join("   ", t.soft(done))
    after = t.join(counted, kept_apart, running)
    room = max(SHORTEST_TITLE, width - after.cell_length - end.cell_length - 2)
    title = t.fitted(t.strong(plan.title or "Untitled"), room)
    return [t.spread(t.join(title, after), end, width)]


def _when(view: PlanView, width: int) -> str:
    """Day and time as far as they are chosen and there is room."""
    if width < 70:
        return ""
    if view.plan.start is None:
        day = view.plan.day
        return f"{t.day(day)}, no time" if day else "no date yet"
    if width < 100:
        return f"{t.day(view.start)} {t.clock(view.start)}"
    return f"{t.day(view.start)}, {t.clock(view.start)} to {t.clock(view.over)}"


def voices(view: PlanView, width: int) -> t.Lines:
    """Who is heard, as a line of three parts and its words."""
    you, them, quiet = view.talk.shares
    if not view.blocks or width < 30:
        return []
    first, last = round(width * you / 100), round(width * quiet / 100)
    line = t.join(
        t.plain("━" * first, t.INK), t.plain("━" * (width - first - last), t.FAINT), t.rule(last)
    )
    words = t.join(t.ink(f"you {you} %"), "   ", t.soft(f"participants {them} %"))
    return [t.heading("Who speaks"), line, t.spread(words, t.soft(f"silent {quiet} %"), width)]


def ticks(view: PlanView, width: int) -> t.Lines:
    """The four questions as a strip, where there is no room for more."""
    done = view.answered
    pairs = (
        ("Audience", done.audience),
        ("Goals", done.goals),
        ("Actions", done.actions),
        ("Evidence", done.evidence),
    )
    marks = [t.join(t.soft("✓ ") if ok else t.accent("! "), t.ink(name)) for name, ok in pairs]
    strip = t.join(*(t.join("   " if at else "", mark) for at, mark in enumerate(marks)))
    lines = [t.spread(strip, t.join(*(t.key("c", told) for told in beyond(view))), width)]
    for check in view.checks[:IN_VIEW]:
        lines.append(t.fitted(t.join(t.accent("! "), t.ink(check.text)), width))
    return lines


def empty_lines(width: int) -> t.Lines:
    """What to do with an empty agenda."""
    return [
        t.strong("Nothing is on the agenda yet."),
        t.BLANK,
        t.join(t.padded(t.strong("a"), 5), t.ink("adds a block")),
        t.join(t.padded(t.strong("p"), 5), t.ink("puts a protocol in")),
        t.join(t.padded(t.strong("tab"), 5), t.ink("goes to the four questions")),
    ]
