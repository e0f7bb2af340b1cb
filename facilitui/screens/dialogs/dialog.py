"""What all dialogs are: a small page over the screen, closed with a value or with none."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar, TypeVar

from textual import on
from textual.binding import Binding
from textual.events import Resize
from textual.screen import ModalScreen
from textual.types import CSSPathType

from facilitui import text as t
from facilitui.widgets.covered import Covered
from facilitui.widgets.leaving import TypedOn
from facilitui.widgets.panel import Panel
from facilitui.widgets.row_list import RowList

R = TypeVar("R")
Key = tuple[str, str]
"""A key and what it does."""
STYLES = Path(__file__).with_name("dialog.tcss")
"""Named in full, because dialogs lie in other folders too."""
MORE: Key = ("f1", "keys")
TINY = 8
"""Under this height a page has no frame."""
MOST_HIGH = 96
"""Per cent of the screen that a page takes at most; the style sheet has them too."""


class Dialog(TypedOn, ModalScreen[R], Covered[R]):
    """A page in the middle, with its own keys at its end; f1 shows all of them."""

    CSS_PATH: ClassVar[CSSPathType | None] = STYLES
    HORIZONTAL_BREAKPOINTS = [(0, "-close"), (120, "-roomy")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (24, "-tall")]
    BINDINGS = [Binding("f1,question_mark", "show_keys", "keys", show=False)]

    all_keys = False
    """Whether all keys are shown, not only those that are needed most."""

    @on(Resize)
    def _fit_frame(self) -> None:
        self.set_class(self.app.size.height < TINY, "-tiny")

    def keys(self) -> list[Key]:
        """The keys that always stand at the end."""
        return [("escape", "leave")]

    def more_keys(self) -> list[Key]:
        """The keys that f1 shows as well."""
        return []

    @property
    def tall(self) -> bool:
        """Whether there is room for empty lines."""
        return self.app.size.height >= 24

    def fit(self, selector: str, tall: int, short: int) -> None:
        """Leave so many lines to all else, so that the keys stay in view."""
        if self.is_attached:  # the program may end while it is being made
            self.query_one(selector).styles.max_height = self._room(tall, short)

    def fit_list(self, wanted: int, tall: int, short: int) -> None:
        """Make the list as high as it has to be, with so many lines left to all else."""
        if self.is_attached:
            self.query_one(RowList).styles.height = max(1, min(wanted, self._room(tall, short)))

    def _room(self, tall: int, short: int) -> int:
        """Lines that are left on a page as high as it may be, where all else takes so many."""
        most = self.app.size.height * MOST_HIGH // 100
        return max(1, most - (tall if self.tall else short))

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
