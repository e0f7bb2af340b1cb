"""Live's commands, in each of its states."""

from __future__ import annotations

from facilitui.commands import Command

LIVE = (
    Command(
        "live.next",
        "n,pagedown",
        "next_step",
        "next",
        "Start the step shown, or finish this one and open the next.",
    ),
    Command(
        "live.back", "b,pageup", "press('back')", "back", "Reopen the step before, with its time."
    ),
    Command(
        "live.pause", "space", "press('pause')", "pause", "Stop this step's clock, or let it go on."
    ),
    Command(
        "live.more",
        "plus,equals_sign",
        "press('more')",
        "minute",
        "Give this step a minute more.",
        shown_as="+ −",
    ),
    Command(
        "live.less",
        "minus",
        "press('less')",
        "less",
        "Give this step a minute less.",
        in_line=False,
    ),
    Command("live.wait", "w", "press('wait')", "wait", "Open a wait, or close it."),
    Command(
        "live.mark", "m", "press('mark')", "mark", "Mark this moment, to be told in the debrief."
    ),
    Command("live.capture", "c", "line('capture')", "capture", "Type a line; it stays private."),
    Command("live.park", "p", "line('park')", "park", "Put a question aside for later."),
    Command("live.norm", "o", "norm", "norm", "Call on a norm."),
    Command("live.undo", "u", "take_back", "take back", "Take back the last key."),
    Command("live.attendance", "l", "line('attendance')", "here", "Say how many are here."),
    Command(
        "live.lead", "L,shift+l", "line('lead')", "lead", "Say who leads this block.", in_line=False
    ),
    Command("live.script", "t", "script", "text", "Show all that is written for this step."),
    Command(
        "live.notes",
        "k",
        "notes",
        "show notes",
        "Show or hide marks, captures and what is parked.",
        in_line=False,
    ),
    Command("live.zoom", "z", "zoom", "zoom", "Only the clock, the step and what is next."),
    Command("live.skip", "s", "press('skip')", "skip", "Leave this step out.", in_line=False),
    Command("live.end", "e", "end", "end", "End the session.", in_line=False),
    Command(
        "live.leave",
        "escape",
        "leave",
        "leave",
        "Leave this screen; the session goes on.",
        in_line=False,
    ),
)

LIVE_READY = (
    Command("live.begin", "n", "next_step", "begin", "Begin the session."),
    Command("live.here", "l", "line('attendance')", "here", "Say how many are here."),
    Command("live.script", "t", "script", "text", "Show all that is written for this step."),
    Command("live.back-out", "escape", "leave", "leave", "Go back; nothing has begun."),
)
"""The few of Live's keys that mean something before the session has begun."""

LIVE_ENDED = (
    Command(
        "live.debrief", "d", "debrief(False)", "debrief now", "Debrief the session that has ended."
    ),
    Command(
        "live.door",
        "f",
        "debrief(True)",
        "door debrief",
        "Debrief it in two minutes, in full later.",
    ),
    Command("live.later", "escape", "leave", "later", "Leave; the debrief waits on Home."),
)

LIVE_DAMAGED = (
    Command(
        "live.copy",
        "a",
        "go_on_in_copy",
        "go on in a copy",
        "Go on with a damaged session from its last sound event, in a copy.",
    ),
    Command("live.close", "escape", "leave", "leave", "Go back."),
)
