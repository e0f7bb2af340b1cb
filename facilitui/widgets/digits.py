"""The clock that can be read from two metres: five rows of half blocks."""

from __future__ import annotations

_GLYPHS = {
    "0": ("▄█▀▀▀█▄", "██   ██", "██   ██", "██   ██", "▀█▄▄▄█▀"),
    "1": (" ▄▄██  ", "   ██  ", "   ██  ", "   ██  ", "▄▄▄██▄▄"),
    "2": ("▄█▀▀▀█▄", "     ██", "  ▄▄█▀ ", "▄█▀    ", "██▄▄▄▄▄"),
    "3": ("▄█▀▀▀█▄", "     ██", " ▀▀▀█▄ ", "     ██", "▀█▄▄▄█▀"),
    "4": ("   ▄██ ", " ▄█▀██ ", "██  ██ ", "▀▀▀▀██▀", "    ██ "),
    "5": ("██▀▀▀▀▀", "██     ", "▀▀▀▀▀█▄", "     ██", "▀█▄▄▄█▀"),
    "6": ("▄█▀▀▀  ", "██     ", "██▀▀▀█▄", "██   ██", "▀█▄▄▄█▀"),
    "7": ("▀▀▀▀▀██", "    ▄█▀", "   ▄█▀ ", "  ▄█▀  ", "  ██   "),
    "8": ("▄█▀▀▀█▄", "██   ██", "▄█▀▀▀█▄", "██   ██", "▀█▄▄▄█▀"),
    "9": ("▄█▀▀▀█▄", "██   ██", "▀█▄▄▄██", "     ██", " ▄▄▄█▀ "),
    ":": ("  ", "██", "  ", "██", "  "),
    "+": ("      ", "  ██  ", "▀▀██▀▀", "  ▀▀  ", "      "),
}
ROWS = 5
GAP = "  "


def big(figures: str) -> list[str]:
    """Figures, a colon and a plus as five rows; "12:34" is 38 columns wide."""
    glyphs = [_GLYPHS[each] for each in figures if each in _GLYPHS]
    return [GAP.join(glyph[row] for glyph in glyphs) for row in range(ROWS)]


def big_width(figures: str) -> int:
    """How wide they are."""
    return len(big(figures)[0])
