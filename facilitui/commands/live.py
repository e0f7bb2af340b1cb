"""Live's commands, in each of its states."""

from __future__ import annotations

from dataclasses import replace

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
        "do('more')",
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
    Command("live.norm", "o", "do('norm')", "norm", "Call on a norm, add one, watch another."),
    Command(
        "live.norm-answer",
        "A,shift+a",
        "do('norm_answer')",
        "answer",
        "Say how it goes with the watched norm, once midway and once at the end.",
        in_line=False,
    ),
    Command("live.words", "h", "do('words')", "words", "Words for a moment nobody planned."),
    Command(
        "live.voices",
        "v",
        "do('voices')",
        "voices",
        "Count who was heard, by seat; only totals are shown.",
        in_line=False,
    ),
    Command(
        "live.recover",
        "r",
        "do('recover')",
        "recover",
        "See how time could be won back, with a preview of each way.",
    ),
    Command("live.undo", "u", "do('take_back')", "take back", "Take back the last key."),
    Command("live.attendance", "l", "line('attendance')", "here", "Say how many are here."),
    Command("live.arrived", "i", "do('arrived')", "one more", "One more came.", in_line=False),
    Command(
        "live.lead",
        "L,shift+l",
        "do('lead')",
        "lead",
        "Pass the lead of this block.",
        in_line=False,
    ),
    Command("live.script", "t", "do('script')", "text", "Show all that is written for this step."),
    Command(
        "live.notes",
        "k",
        "do('notes')",
        "show notes",
        "Show or hide marks, captures and what is parked.",
        in_line=False,
    ),
    Command(
        "live.cover",
        "x,f8",
        "app.cover",
        "cover",
        "Cover this screen with what the room may see; f8 does it from anywhere, too.",
    ),
    Command(
        "live.copy-for-room",
        "y",
        "do('copy_for_room')",
        "copy for room",
        "Copy the step, its minutes and the time back, to paste for the room.",
        in_line=False,
    ),
    Command(
        "live.brief",
        "B,shift+b",
        "do('brief')",
        "brief",
        "Write a brief for a co-facilitator who takes over, and copy it.",
        in_line=False,
    ),
    Command(
        "live.hush",
        "X,shift+x",
        "do('hush')",
        "away",
        "Put the prompt away for today; again, for good (hushed_prompts in config.toml).",
        in_line=False,
    ),
    Command("live.zoom", "z", "do('zoom')", "zoom", "Only the clock, the step and what is next."),
    Command("live.jump", "j", "do('jump')", "jump", "Go to any part.", in_line=False),
    Command(
        "live.skip",
        "S,shift+s",
        "press('skip')",
        "skip",
        "Leave the step that is shown out and go on to the next.",
        in_line=False,
    ),
    Command("live.end", "e", "do('end')", "end", "End the session.", in_line=False),
    Command(
        "live.leave",
        "escape",
        "leave",
        "leave",
        "Leave this screen; a session that runs goes on.",
        in_line=False,
    ),
)

_LOOKING = (
    *("live.script", "live.notes", "live.words", "live.cover", "live.copy-for-room"),
    *("live.brief", "live.zoom", "live.leave"),
)
LIVE_LOOKED_AT = tuple(replace(each, in_line=True) for each in LIVE if each.id in _LOOKING)
"""Those that work where a session is only looked at."""


LIVE_READY = (
    Command("live.begin", "n", "next_step", "begin", "Begin the session."),
    Command("live.here", "l", "line('attendance')", "here", "Say how many are here."),
    Command("live.one-more", "i", "do('arrived')", "one more", "One more came."),
    Command("live.watch", "o", "do('norm')", "norm to watch", "Name the norm to watch."),
    Command(
        "live.as-before",
        "u",
        "do('take_back')",
        "take back",
        "Take back who is here, the norm to watch, the agenda that was chosen.",
    ),
    Command("live.script", "t", "do('script')", "text", "Show all that is written for this step."),
    Command("live.cover-before", "x,f8", "app.cover", "cover", "Cover it with the room's view."),
    Command("live.back-out", "escape", "leave", "leave", "Go back; nothing has begun."),
)
"""The few of Live's keys that mean something before the session has begun."""

LIVE_ENDED = (
    Command(
        "live.debrief", "d", "debrief(False)", "debrief now", "After the end: debrief the session."
    ),
    Command(
        "live.door",
        "f",
        "debrief(True)",
        "door debrief, two minutes",
        "After the end: debrief it in two minutes, in full later.",
    ),
    Command(
        "live.quotes",
        "g",
        "do('quotes')",
        "quotes",
        "After the end: release captures as quotes, with consent.",
    ),
    Command("live.later", "escape", "leave", "later", "Leave; the debrief waits on Home."),
)

LIVE_DAMAGED = (
    Command(
        "live.copy",
        "a",
        "go_on_in_copy",
        "go on in a copy",
        "Where the log is damaged: go on from its last sound event, in a copy.",
    ),
    Command("live.close", "escape", "leave", "leave", "Go back."),
)

LIVE_ENDED_DAMAGED = (LIVE_DAMAGED[0], *LIVE_ENDED)
"""The same after an end that may not be proved."""

LIVE_UNHOSTED = (
    Command(
        "live.host-here",
        "R,shift+r",
        "do('host_here')",
        "host it here",
        "Where the copy that hosted it is gone: go on with the session here.",
    ),
    *LIVE_LOOKED_AT,
)
"""What works where a session was looked at until its host went away."""

LIVE_ALL = (*LIVE, *LIVE_ENDED[:-1], *LIVE_DAMAGED[:-1], LIVE_UNHOSTED[0])
"""Every key of Live once; leaving is the same one in each of its states."""
