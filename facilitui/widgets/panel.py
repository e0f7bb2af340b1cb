"""A panel: one drawing of lines, made anew for its width."""

from __future__ import annotations

from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from facilitui.text import Draw, Lines, same_lines
from facilitui.widgets.painting import painted


class Unscrolled(Widget):
    """What never scrolls: it is laid out once for a size.

    Textual asks for one more layout whenever a widget gets another size, in case what is on it
    needs a scroll bar by now, and paints the widget once more for that.
    """

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        """Take the size that a layout gave it."""
        return super()._size_updated(size, virtual_size, container_size, layout=False)


class Panel(Unscrolled):
    """Draws the lines of a function of its width. Its height follows the lines."""

    DEFAULT_CSS = """
    Panel { height: auto; width: 1fr; }
    """
    ALLOW_SELECT = False

    def __init__(
        self, draw: Draw | None = None, *, id: str | None = None, classes: str = ""
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.auto_links = False
        self._draw = draw
        self._lines: Lines = []
        self._made_for = -1

    def show(self, draw: Draw) -> None:
        """Show another drawing; the layout is asked only where the height changes."""
        self._draw = draw
        before, width = self._lines, self._made_for
        self._made_for = -1
        lines = self.lines(width) if self.display and width > 0 else None
        if lines is None or not same_lines(lines, before):
            # Textual 8.2 keeps the height that a layout found while it was still being asked for
            # one, and would not look again.
            self._box_model_cache.clear()
            higher = lines is None or len(lines) != len(before)
            self.refresh(layout=self.display and self._follows_lines and higher)

    @property
    def _follows_lines(self) -> bool:
        """Whether its height is the number of its lines, not what its style sheet gives it."""
        return self.styles.height is None or self.styles.height.is_auto

    def lines(self, width: int) -> Lines:
        """The lines for a width."""
        if self._made_for != width:
            self._lines = self._draw(width) if self._draw and width > 0 else []
            self._made_for = width
        return self._lines

    def draw_again(self) -> None:
        """Make the drawing anew, where it depends on more than the width."""
        if self._draw is not None:
            self.show(self._draw)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """As wide as there is room."""
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as it has lines."""
        return len(self.lines(width))

    def render_line(self, y: int) -> Strip:
        """One line of the drawing."""
        width = self.content_size.width
        lines = self.lines(width)
        if y >= len(lines):
            return Strip.blank(width, self.visual_style.rich_style)
        return painted(self, lines[y], width)

    def notify_style_update(self) -> None:
        """A change of theme draws everything again."""
        super().notify_style_update()
        self.refresh()
