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
    Command(
        "live.norm", "o", "do('norm')", "norm", "Call on a norm, add one, answer for the watched."
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
    Command("live.undo", "u", "take_back", "take back", "Take back the last key."),
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
        "do('cover')",
        "cover",
        "Cover this screen with what the room may see; f8 does it while you type, too.",
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
        "live.hush",
        "X,shift+x",
        "do('hush')",
        "away",
        "Put the prompt away for today; again, for good (hushed_prompts in config.toml).",
        in_line=False,
    ),
    Command("live.zoom", "z", "do('zoom')", "zoom", "Only the clock, the step and what is next."),
    Command("live.jump", "j", "do('jump')", "jump", "Go to any part.", in_line=False),
    Command("live.skip", "S,shift+s", "press('skip')", "skip", "Leave it out.", in_line=False),
    Command("live.end", "e", "do('end')", "end", "End the session.", in_line=False),
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
    Command("live.one-more", "i", "do('arrived')", "one more", "One more came."),
    Command("live.watch", "o", "do('norm')", "norm to watch", "Name the norm to watch."),
    Command("live.script", "t", "do('script')", "text", "Show all that is written for this step."),
    Command("live.cover-before", "x,f8", "do('cover')", "cover", "Cover it with the room's view."),
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
    Command(
        "live.quotes", "g", "do('quotes')", "quotes", "Release captures as quotes, with consent."
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
