"""How lines are told that are half typed: by the words of the keys that ask for them."""

from __future__ import annotations

from collections.abc import Collection

from facilitui.commands.debrief import NOTES
from facilitui.commands.live import LIVE

ASKED_BY = {
    "capture": "live.capture",
    "park": "live.park",
    "lead": "live.lead",
    "norm": "live.norm",
    "attendance": "live.attendance",
}
"""What a line is typed for, and the command that asks for it or opens what asks for it."""


def half_told(purposes: Collection[str], *, ended: bool = False) -> str:
    """Which lines are half typed and the keys that go on with them; none of what is in them.

    Once the session has ended, the key that shows them.
    """
    commands = {each.id: each for each in LIVE}
    known = [commands[command] for what, command in ASKED_BY.items() if what in purposes]
    if not known:
        return ""
    if ended:
        words = ", ".join(command.word for command in known)
        them = "it" if len(known) == 1 else "them"
        return f"Half typed when it ended: {words}; {NOTES.key_label} shows {them}."
    return "Half typed: " + ", ".join(f"{each.word} ({each.key_label})" for each in known)
