"""Files from outside that hold an agenda: what kind each is, and what it says."""

from __future__ import annotations

from facilitui.core.agendas_outside.raw_table import RawTable
from facilitui.storage.outside_text import decoded, unfit

MOST_BYTES = 2_000_000
"""An agenda is some kilobytes; a larger file is another thing."""

_TABLES = (".csv", ".tsv", ".tab")
_WRITINGS = (".md", ".markdown", ".mdown", ".mkd")


def read_agenda(name: str, data: bytes) -> RawTable:
    """The agenda in a file. Raises InputProblems that say why there is none."""
    if len(data) > MOST_BYTES:
        raise unfit(name, "is larger than 2 MB; is it an agenda?")
    text = decoded(name, data, what="agenda", expected="a Markdown or CSV file")
    from facilitui.storage.agenda_csv import looks_like_csv, read_csv
    from facilitui.storage.agenda_markdown import read_markdown

    ending = name[name.rfind(".") :].lower() if "." in name else ""
    if ending in _TABLES or (ending not in _WRITINGS and looks_like_csv(text)):
        table = read_csv(text)
    else:
        table = read_markdown(text)
    if not any(text.strip() for row in table.rows for text in row.cells):
        raise unfit(name, "holds no list, no table and no lines with times or minutes")
    return table
