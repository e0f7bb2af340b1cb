"""What all dialogs are: a small page over the screen, closed with a value or with none."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar, TypeVar

from textual.binding import Binding
from textual.screen import ModalScreen
from textual.types import CSSPathType

from facilitui import text as t
from facilitui.widgets.covered import Covered
from facilitui.widgets.panel import Panel

R = TypeVar("R")
Key = tuple[str, str]
"""A key and what it does."""
STYLES = Path(__file__).with_name("dialog.tcss")
"""Named in full, because dialogs lie in other folders too."""
MORE: Key = ("f1", "keys")


class Dialog(ModalScreen[R], Covered[R]):
    """A page in the middle, with its own keys at its end; f1 shows all of them."""

    CSS_PATH: ClassVar[CSSPathType | None] = STYLES
    VERTICAL_BREAKPOINTS = [(0, "-short"), (24, "-tall")]
    BINDINGS = [Binding("f1,question_mark", "show_keys", "keys", show=False)]

    all_keys = False
    """Whether all keys are shown, not only those that are needed most."""

    def keys(self) -> list[Key]:
        """The keys that always stand at the end."""
        return [("escape", "back")]

    def more_keys(self) -> list[Key]:
        """The keys that f1 shows as well."""
        return []

    @property
    def tall(self) -> bool:
        """Whether there is room for empty lines."""
        return self.app.size.height >= 24

    def fit(self, selector: str, tall: int, short: int) -> None:
        """Leave so many lines to all else, so that the keys stay in view."""
        room = self.app.size.height * 96 // 100 - (tall if self.tall else short)
        self.query_one(selector).styles.max_height = max(1, room)

    def foot(self, width: int) -> t.Lines:
        """The keys; all of them in as many lines as they take."""
        if self.all_keys:
            return t.key_lines([*self.keys(), *self.more_keys(), ("f1", "fewer")], width)
        told = [*self.keys(), *([MORE] if self.more_keys() else [])]
        return t.key_lines(told, width)[:1]

    def action_show_keys(self) -> None:
        """Show all keys, or the few again."""
        self.all_keys = not self.all_keys
        self.query_one("#foot", Panel).show(self.draw_foot)

    def draw_foot(self, width: int) -> t.Lines:
        """What stands below."""
        return [*([t.BLANK] if self.tall else []), *self.foot(width)]
