"""All keys of a screen, made from its commands, so that the page cannot be wrong."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import Screen

from facilitui import text as t
from facilitui.commands import HELP, Command
from facilitui.widgets.panel import Panel

EVERYWHERE = (
    ("ctrl+p", "Open the palette: every command by name, themes too."),
    ("ctrl+q", "Quit; what cannot be kept is told before it is lost."),
)
KEY_COLUMN = 18


class HelpScreen(Screen[None]):
    """The help page of one screen."""

    CSS_PATH = "help.tcss"
    BINDINGS = [Binding("escape,question_mark,q,f1,enter", "leave", "leave", show=False)]

    def __init__(
        self, title: str, about: str, sections: tuple[tuple[str, tuple[Command, ...]], ...]
    ) -> None:
        super().__init__()
        self._title, self._about, self._sections = title, about, sections

    def compose(self) -> ComposeResult:
        """One page that scrolls."""
        with VerticalScroll(id="page"):
            yield Panel(self._draw)
        yield Panel(lambda width: [t.join(t.strong("escape"), t.soft(" back"))], id="keys")

    def on_mount(self) -> None:
        """The arrow keys scroll."""
        self.set_focus(self.query_one("#page"))

    def _draw(self, width: int) -> t.Lines:
        width = min(width, 76)
        lines: t.Lines = [t.strong(self._title), t.BLANK]
        if self._about:
            lines += [*t.wrapped(self._about, min(width, 66)), t.BLANK]
        for title, commands in self._sections:
            lines += [t.heading(title)] if title else []
            for command in commands:
                lines += _key_lines(_keys(command), command.help, width)
            lines.append(t.BLANK)
        lines += [t.heading("In the whole program")]
        told = {_keys(command) for _, commands in self._sections for command in commands}
        for key, help_text in ((_keys(HELP), HELP.help), *EVERYWHERE):
            lines += _key_lines(key, help_text, width) if key not in told else []
        return lines

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss()


def _keys(command: Command) -> str:
    if command.stands_for:
        return command.stands_for
    names = [t.key_name(key) for key in command.keys.split(",")]
    return " ".join(dict.fromkeys(name for name in names if name))


def _key_lines(keys: str, help_text: str, width: int) -> t.Lines:
    """What keys do, behind them; below them where they fill their column."""
    told, name = t.wrapped(help_text, width - KEY_COLUMN), t.strong(keys)
    if name.cell_length < KEY_COLUMN:
        return t.labelled(name, told, KEY_COLUMN)
    return [t.fitted(name, width), *t.labelled("", told, KEY_COLUMN)]
