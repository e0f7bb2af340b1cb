"""Beside the clock of the Live screen: what to say, who speaks, what is next."""

from __future__ import annotations

from facilitui import text as t
from facilitui.core.agendas_outside.lead_words import is_role
from facilitui.core.plans.agenda import Part
from facilitui.core.plans.side_by_side import groups_told, sub_groups_told
from facilitui.core.sessions.session import PartRun
from facilitui.core.told import capital, in_quotes
from facilitui.core.vocabulary import BlockKind, Silence, Who
from facilitui.widgets.live_between import between_lines
from facilitui.widgets.live_side import note_lines
from facilitui.widgets.live_view import LiveView

_LISTENING = {
    Silence.PRESENTER: "presenter listens",
    Silence.GROUP: "group listens",
    Silence.TURN: "one voice at a time",
}


def guide_lines(view: LiveView, width: int, height: int, gap: int = 0) -> t.Lines:
    """What to say, who speaks, what to watch: as much as there is room for.

    While a step runs so many lines above stay empty as `gap`, for the clock may come to take
    them, and what is to be said stays where it is. They do not where nothing could be said then:
    there who speaks stands alone, and elsewhere what is to be said is the last to give way.
    """
    if view.notes_shown and 80 <= view.width < 120:
        return t.clipped(note_lines(view, width), height, width)
    if view.trouble:
        return t.clipped(t.wrapped(view.trouble, width), height, width)
    run, label = view.run, view.label
    room = width - label
    say = t.wrapped(in_quotes(view.say), room, f"bold {t.INK}") if view.say else []
    if run is None:
        said = t.labelled("Say", say, label)
        lines = [*said, *between_lines(view, width, height - len(said) - 1)]
        return t.clipped([*[t.BLANK] * (len(lines) < height), *lines], height, width)
    part, groups = run.part, groups_told(view.block, view.state.attendance)
    who = [t.fitted(t.ink(group), room) for group in groups] or _who(view, run, room)
    squeezed = height <= gap
    gap = 0 if squeezed else gap
    height -= gap
    if len(say) + len(who) > height:
        least = 1 if squeezed or height > 1 or not say else 0
        who = t.clipped(who, max(least, height - len(say)), room)
    spare = height - len(who)
    lines = t.labelled("Say", _read_on(view, say, spare, room), label) if spare > 0 else []
    if lines and spare > len(lines):
        lines.append(t.BLANK)
    lines += t.labelled("Who", who, label)
    watch = t.labelled("Watch", t.wrapped(part.watch, room), label) if part.watch else []
    if watch and height - len(lines) > len(watch):
        lines += [t.BLANK, *watch]
    return [*[t.BLANK] * gap, *lines[:height]]


def _read_on(view: LiveView, lines: t.Lines, count: int, room: int) -> t.Lines:
    """At most so many lines; where there are more, the last one names the key that shows all."""
    if len(lines) <= count or view.typing:
        return t.clipped(lines, count, room)
    key = t.join("  ", t.key("t", "shows all"))
    *shown, last = t.clipped(lines, count, room - key.cell_length)
    return [*shown, t.join(last, key)]


def _who(view: LiveView, run: PartRun, width: int) -> t.Lines:
    """How people sit, who speaks, who leads; of a break that says nothing."""
    lead, part = view.state.lead_of(run), run.part
    if view.block_kind is BlockKind.BREAK:
        return []
    words = part.who.label
    if listening := _LISTENING.get(part.silence):
        words += f"; {listening}"
    if lead and part.who is Who.FACILITATOR:
        words = lead
    elif lead and not is_role(lead):
        words = f"{words}, led by {lead}"
    sitting = "" if part.who is Who.WHOLE_GROUP else sub_groups_told(view.block)
    return t.wrapped("; ".join(filter(None, (capital(sitting), words))), width)


def next_lines(view: LiveView, width: int) -> t.Lines:
    """What comes after this, and the block that it opens where that has several steps."""
    if view.state.ended_at is not None:
        return []
    ahead = [(run.part, run.minutes) for run in view.state.ahead]
    if view.ready is not None:
        ahead = [(part, part.minutes) for block in view.ready.blocks for part in block.parts]
    label, room = view.label, width - view.label
    if not ahead:
        return t.labelled("Next", [t.ink("the end")], label) if view.state.running else []
    part, minutes = ahead[0]
    about = _about(minutes, silent=part.silent)
    opened = _opened(view, part)
    whole, short = (": ".join(filter(None, (opened, name))) for name in (part.title, part.label))
    for told in (whole, short):
        if t.ink(told).cell_length + len(about) + 2 <= room and (told == whole or view.width < 120):
            return t.labelled("Next", [t.spread(t.ink(told), t.soft(about), room)], label)
    if view.width >= 120:
        return t.labelled("Next", _in_rows(whole, about, room), label)
    if opened:  # all of it is named, and so it is told how long all of it is
        length = sum(each for other, each in ahead if other.block == part.block)
        short, about = opened, _about(length, silent=False)
    return t.labelled("Next", [t.spread(t.ink(short), t.soft(about), room)], label)


def _about(minutes: float, *, silent: bool) -> str:
    return f"{t.minutes(minutes)} min" + (", silent" if silent else "")


def _opened(view: LiveView, part: Part) -> str:
    """The block that a part opens, where that has several steps; else empty."""
    blocks = view.ready.blocks if view.ready is not None else view.state.blocks
    block = next((each for each in blocks if each.id == part.block), None)
    if block is None or len(block.parts) < 2 or (view.run and view.run.part.block == block.id):
        return ""
    return block.title


def _in_rows(told: str, about: str, room: int) -> t.Lines:
    """A name in two rows at most, and behind it or below what is said about it."""
    lines = t.clipped(t.wrapped(told, room), 2, room)
    if len(lines) > 1 and lines[-1].cell_length + len(about) + 2 <= room:
        return [*lines[:-1], t.spread(lines[-1], t.soft(about), room)]
    return [*lines, t.soft(about)]


def live_script(view: LiveView) -> tuple[str, str]:
    """A title and all that is written for the step: what to say, show and watch, and norms."""
    run = view.run
    parts = [part for block in view.ready.blocks for part in block.parts] if view.ready else []
    part = run.part if run is not None else parts[0] if parts else None
    if part is None:
        return "Nothing is running", "There is no step to read."
    pairs = (
        ("Say first", view.said_first),
        ("Say", part.say),
        ("Show the room", part.show),
        ("Watch", part.watch),
    )
    told = [f"{label}\n{text}" for label, text in pairs if text]
    groups = [*groups_told(view.block, view.state.attendance), sub_groups_told(view.block)]
    if any(groups):
        told.append("Groups\n" + "\n".join(filter(None, groups)))
    norms = view.ready.norms if view.ready else view.state.norms
    if norms and view.is_norms(part.block):
        told.append("Norms\n" + "\n".join(f"· {norm.text}" for norm in norms))
    return part.title, "\n\n".join(told) or "Nothing is written for this step."
