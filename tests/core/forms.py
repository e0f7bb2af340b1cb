"""Forms as their tools export them, in rows of cells."""

from __future__ import annotations

from facilitui.core.agendas_outside.raw_table import RawRow, RawTable
from facilitui.core.responses.form_table import form_table

HEAD = (
    "Timestamp",
    "Email Address",
    "What we did is useful for my work.",
    "There was enough time to think.",
    "Before today, how sure were you about the goal?",
    "And now?",
    "What should we change?",
)
ROWS = (
    ("2026/11/25 16:50:12", "ana@example.org", "Strongly agree", "4 - quite", "1", "4", "=1+1"),
    ("2026/11/25 16:51:30", "bo@example.org", "Agree", "N/A", "2", "5", "more\nbreaks"),
    ("2026/11/25 16:52:01", "cy@example.org", "often", "7", "3", "3", ""),
    ("2026/11/25 16:53:44", "di@example.org", "", "", "", "", ""),
)


def form(*rows: tuple[str, ...]) -> RawTable:
    """A form of these rows, its headings among them."""
    return form_table([RawRow(line, cells) for line, cells in enumerate(rows, 1)])


def usual_form() -> RawTable:
    """One with a bad answer, a formula and a row that says nothing."""
    return form(HEAD, *ROWS)
