"""The text of a file from outside, in whichever of the usual encodings it was written."""

from __future__ import annotations

import re

from facilitui.core import safe_text
from facilitui.core.errors import InputProblems, Problem

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_OFFICE = "is a document of an office program; save it there as CSV or as plain text"
_PAGE = "is a web page; copy its {what} into a text file"
_FOREIGN = (
    (b"PK\x03\x04", _OFFICE),
    (b"\xd0\xcf\x11\xe0", _OFFICE),
    (b"%PDF", "is a PDF; copy its {what} into a text file"),
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


def unfit(name: str, words: str) -> InputProblems:
    """What is wrong with a file as a whole."""
    return InputProblems((Problem.of_all(safe_text.line(name), words),))


def decoded(name: str, data: bytes, *, what: str, expected: str) -> str:
    """The text of a file with line feeds only. Raises InputProblems.

    `what` is looked for in it, such as "agenda"; `expected` is the kind of file that may hold it.
    """
    for mark, words in _FOREIGN:
        if data.startswith(mark):
            raise unfit(name, words.format(what=what))
    text = _text(data)
    if len(_CONTROLS.findall(text)) > _SHARE_OF_CONTROLS * len(text):
        raise unfit(name, f"is not a text; {expected} is expected here")
    if not text.strip():
        raise unfit(name, "is empty")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


def says_its_letters(data: bytes) -> bool:
    """Whether a file's letters are certain: it has a mark, or it is UTF-8 or UTF-16."""
    if data.startswith(tuple(mark for mark, _ in _MARKS)) or _wide(data):
        return True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


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
