"""Every command, declared once: its key, its word in the key line, its help, its palette title.

A screen's bindings, its key line, the help page and the command palette are all made from these,
so none of them can say something that another does not.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from textual.binding import Binding

from facilitui.text import key_name


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can do."""

    id: str
    """For a keymap: screen and verb, as in "live.next"."""
    keys: str
    """Textual's names of its keys, divided by commas; the first one is shown."""
    action: str
    word: str
    """One word for the key line."""
    help: str
    """One sentence."""
    shown_as: str = ""
    """How the key is written where its name would not do."""
    stands_for: str = ""
    """How its keys are written on the help page, where it stands for those of others too."""
    in_line: bool = True
    """Whether it stands in the key line; the least needed ones are declared last."""

    @property
    def key_label(self) -> str:
        """The key as it is written on the screen."""
        return self.shown_as or key_name(self.keys.split(",")[0])

    @property
    def title(self) -> str:
        """What the palette calls it."""
        return self.help.rstrip(".")

    def binding(self) -> Binding:
        """The key binding it makes."""
        return Binding(self.keys, self.action, self.word, show=False, id=self.id, tooltip=self.help)


def bindings(commands: tuple[Command, ...]) -> list[Binding]:
    """The key bindings of a screen."""
    return [command.binding() for command in commands]


HELP = Command("help", "question_mark,f1", "show_keys", "all keys", "Show all keys of this screen.")

HELP_WHILE_TYPING = replace(HELP, shown_as="f1")
"""On screens where letters are text."""
