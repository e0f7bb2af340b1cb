"""Files from outside that hold an agenda: what kind each is, and what it says."""

from __future__ import annotations

import re

from facilitui.core import safe_text
from facilitui.core.errors import InputProblems, Problem
from facilitui.core.raw_table import RawTable

MOST_BYTES = 2_000_000
"""An agenda is some kilobytes; a larger file is another thing."""

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_OFFICE = "is a document of an office program; save it there as CSV or as plain text"
_PAGE = "is a web page; copy its agenda into a text file"
_FOREIGN = (
    (b"PK\x03\x04", _OFFICE),
    (b"\xd0\xcf\x11\xe0", _OFFICE),
    (b"%PDF", "is a PDF; copy its agenda into a text file"),
    (b"<!DOCTYPE", _PAGE),
    (b"<!doctype", _PAGE),
    (b"<html", _PAGE),
    (b"{\\rtf", "is rich text; save it as plain text"),
    (b"\x89PNG", "is a picture"),
    (b"\xff\xd8\xff", "is a picture"),
    (b"GIF8", "is a picture"),
    (b"\x1f\x8b", "is packed; unpack it first"),
    (b"SQLite format 3", "is a database"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SHARE_OF_CONTROLS = 0.02
_TABLES = (".csv", ".tsv", ".tab")
_WRITINGS = (".md", ".markdown", ".mdown", ".mkd")


def read_agenda(name: str, data: bytes) -> RawTable:
    """The agenda in a file. Raises InputProblems that say why there is none."""
    if len(data) > MOST_BYTES:
        raise _trouble(name, "is larger than 2 MB; is it an agenda?")
    text = _decoded(name, data)
    if not text.strip():
        raise _trouble(name, "is empty")
    from facilitui.storage.agenda_csv import looks_like_csv, read_csv
    from facilitui.storage.agenda_markdown import read_markdown

    ending = name[name.rfind(".") :].lower() if "." in name else ""
    if ending in _TABLES or (ending not in _WRITINGS and looks_like_csv(text)):
        table = read_csv(text)
    else:
        table = read_markdown(text)
    if not any(text.strip() for row in table.rows for text in row.cells):
        raise _trouble(name, "holds no list, no table and no lines with times or minutes")
    return table


def _trouble(name: str, words: str) -> InputProblems:
    return InputProblems((Problem(safe_text.line(name), 1, 1, words),))


def _decoded(name: str, data: bytes) -> str:
    """The text of a file in whichever of the usual encodings, with line feeds only."""
    for mark, words in _FOREIGN:
        if data.startswith(mark):
            raise _trouble(name, words)
    text = _text(data)
    if len(_CONTROLS.findall(text)) > _SHARE_OF_CONTROLS * len(text):
        raise _trouble(name, "is not a text; a Markdown or CSV file is expected here")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


def _text(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    for encoding in (*_wide(data), "utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _wide(data: bytes) -> tuple[str, ...]:
    """UTF-16 without its mark shows by every other byte being nothing."""
    sample = data[:2000]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    most = len(sample) * 0.3
    if odd > most and not even:
        return ("utf-16-le",)
    return ("utf-16-be",) if even > most and not odd else ()
