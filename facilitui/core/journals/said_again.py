"""Whether some texts stand in a document, however it writes them down.

JSON, JSON within JSON, TOML, HTML and Markdown escape each in their own way, and break lines where
they like. So both are compared by their letters and digits alone.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from facilitui.core.reports.report_words import is_sign

LEAST_TEXT = 12
"""A shorter text is looked for as a whole line, or as a whole text within quotes."""
LEAST_NAME = 3
"""A shorter name is no name in a sentence, but for one in a script without spaces."""
COMPARED = 40
"""So many characters of a text are looked for: a document may have broken it after that."""
_SLASHES = r"(?<!\\)\\++"
"""A run of backslashes, which is gone through once however long it is."""
_ESCAPE = re.compile(
    rf"{_SLASHES}(?:u([0-9a-fA-F]{{4}})|U([0-9a-fA-F]{{8}})|x([0-9a-fA-F]{{2}})|[nrtbf])"
)
_ENDS = re.compile(rf'{_SLASHES}[nrt]|[\r\n<>|"“”]')
_SAYS_NOTHING = re.compile(r"[\W_]+|[^\u0000-\uffff]|[\ud800-\udfff]")


class SaidAgain:
    """Some texts, to be looked for."""

    def __init__(self, texts: Iterable[str], names: Iterable[str] = ()) -> None:
        """People's `names` are found in the midst of a sentence too, written as they are."""
        called = (" ".join(name.split()) for name in names)
        words = [*filter(None, map(_named, called))]
        self._names = re.compile("|".join(words)) if words else None
        every = [each[:COMPARED] for each in texts]
        self._parts = {letters(each) for each in every if len(each) >= LEAST_TEXT} - {""}
        self._lines = {letters(each) for each in every if len(each) < LEAST_TEXT} - {""}

    @property
    def looks(self) -> bool:
        """Whether there is anything to be looked for."""
        return bool(self._parts or self._lines or self._names)

    def stands_in(self, text: str) -> bool:
        """Whether one of them is in a text."""
        flat = letters(text)
        if any(part in flat for part in self._parts) or self._is_named(text):
            return True
        return bool(self._lines) and any(letters(each) in self._lines for each in _ENDS.split(text))

    def _is_named(self, text: str) -> bool:
        return self._names is not None and bool(self._names.search(" ".join(_plain(text).split())))


def _named(name: str) -> str:
    """A pattern for a name: whole words, and signs that no space divides wherever they stand."""
    if any(map(is_sign, name)):
        return re.escape(name)
    return rf"(?<!\w){re.escape(name)}(?!\w)" if len(name) >= LEAST_NAME else ""


def letters(text: str) -> str:
    """The letters and digits of a text, whatever it is escaped with."""
    return _SAYS_NOTHING.sub("", _plain(text))


def _plain(text: str) -> str:
    return _ESCAPE.sub(_meant, html.unescape(text))


def _meant(found: re.Match[str]) -> str:
    digits = found[1] or found[2] or found[3]
    code = int(digits, 16) if digits else 0
    return chr(code) if 0 < code < 0x110000 else " "
