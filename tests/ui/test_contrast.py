"""Everything that is read stands out from what lies behind it, in each of our own themes."""

from __future__ import annotations

from itertools import product

import pytest
from textual.app import App, ComposeResult
from textual.color import Color
from textual.theme import Theme

from facilitui.themes import TERMINAL, THEMES, use_ours
from facilitui.widgets.area_field import AreaField
from facilitui.widgets.fields import LineField
from facilitui.widgets.form_texts import FormLine, FormText
from facilitui.widgets.line_entry import LineEntry
from facilitui.widgets.question_editor import QuestionEditor
from facilitui.widgets.search_line import SearchLine

READ = ("ink", "ink2", "mark")
"""What text is written in."""
SURFACES = ("paper", "tint")
ENOUGH = 5.4
DRAWN_ENOUGH = 3.0
OURS = [theme for theme in THEMES if theme.name not in TERMINAL]


def _light(colour: Color) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, colour.normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """How much one colour stands out from another, from 1 to 21, as web pages measure it."""
    light, dark = sorted((_light(Color.parse(one)), _light(Color.parse(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_is_the_most_there_is() -> None:
    """The measure itself."""
    assert round(ratio("#000000", "#FFFFFF"), 2) == 21 and ratio("#777777", "#777777") == 1


@pytest.mark.parametrize("theme", OURS, ids=lambda theme: theme.name)
def test_text_can_be_read_on_every_surface(theme: Theme) -> None:
    """Soft labels and the accent, too: 5.4 to 1 and more."""
    for ink, surface in product(READ, SURFACES):
        told = ratio(theme.variables[ink], theme.variables[surface])
        assert round(told, 1) >= ENOUGH, (theme.name, ink, surface, told)


@pytest.mark.parametrize("theme", OURS, ids=lambda theme: theme.name)
def test_text_turned_round_can_be_read(theme: Theme) -> None:
    """PRIVATE and SAFE TO SHARE are written in paper on ink."""
    for ink in ("ink", "ink2"):
        assert ratio(theme.variables["paper"], theme.variables[ink]) >= ENOUGH


@pytest.mark.parametrize("theme", OURS, ids=lambda theme: theme.name)
def test_what_is_drawn_can_be_made_out(theme: Theme) -> None:
    """What only draws something stands out less, but stands out."""
    assert ratio(theme.variables["ink3"], theme.variables["paper"]) >= DRAWN_ENOUGH


@pytest.mark.parametrize("theme", OURS, ids=lambda theme: theme.name)
def test_without_colours_a_warning_is_as_clear_as_the_text(
    theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All that the accent says, or Textual's own styles say in it, in the grey of what is read."""
    monkeypatch.setenv("NO_COLOR", "1")
    app = App[None]()
    use_ours(app, theme.name)
    shown = app.current_theme
    paper, ink = shown.variables["paper"], shown.variables["ink"]
    said = (shown.variables["mark"], shown.variables["border"], shown.primary, shown.error or "")
    assert {ratio(colour, paper) for colour in said} == {ratio(ink, paper)}


class Fields(App[None]):
    """Everything that is typed into, all of it empty."""

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The house style's variables, before a theme is chosen."""
        return THEMES[0].variables

    def compose(self) -> ComposeResult:
        """A field of each kind."""
        yield LineField(placeholder="a")
        yield SearchLine("a")
        yield FormLine("", "a")
        yield FormText("", "a")
        yield QuestionEditor("a", "1", "Which?", "")
        yield LineEntry()


async def test_what_stands_in_an_empty_field_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """As any other text, in each theme, whether the keys go there or not."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    app = Fields()
    async with app.run_test() as pilot:
        for theme in OURS:
            use_ours(app, theme.name)
            await pilot.pause()
            fields = (*app.query(LineField), *app.query(AreaField))
            assert len(fields) == 6
            for field, name in product(fields, ("input--placeholder", "text-area--placeholder")):
                if name in field.COMPONENT_CLASSES:
                    style = field.get_component_styles(name)
                    behind = field.background_colors[1]
                    told = ratio((behind + style.color).hex, behind.hex)
                    assert round(told, 1) >= ENOUGH, (theme.name, field, told)
