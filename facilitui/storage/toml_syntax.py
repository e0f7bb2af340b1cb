"""What is wrong with a file that is no TOML, in one plain sentence."""

from __future__ import annotations

import re

_CURLY = "“”„‟‘’‚‛«»"
_STRAIGHT = 'a file needs straight ones: "'
_SYNTAX = (
    (r"Expected '='", "after the name of a key there must be “=” and its value"),
    (r"Expected '?\]", "a heading has no closing “]”"),
    (r"Expected newline or end", "something that does not belong there stands after the value"),
    (
        r"Unterminated string|Illegal character '\\n'|Expected [\"']['\"]",
        "text is not closed by its quotation mark",
    ),
    (r"Unclosed array", "a list is not closed by “]”, or a comma is missing in it"),
    (r"Unclosed inline table", "a table in { } is not closed, or a comma is missing in it"),
    (r"Unescaped|Invalid hex|scalar value", "“\\” in text must be written twice"),
    (r"Illegal character|invalid character", "this character must not stand here"),
    (r"overwrite|twice|[Dd]uplicate|mutate|redefine", "this key stands twice"),
    (r"Invalid value", "the value is not understood; text needs quotes around it"),
)


def syntax_reason(message: str, here: str, column: int) -> str:
    """What tomllib found at a column of a line, in plain words."""
    if curly := next((each for each in here[column - 1 : column] if each in _CURLY), ""):
        return f"the quotation mark {curly} is curly: {_STRAIGHT}"
    if "Invalid date" in message:
        return _no_such_day(here, column)
    is_open = "nterminated" in message or "Illegal character '\\n'" in message
    if is_open and (curly := next((each for each in here if each in _CURLY), "")):
        return f"text is not closed: the quotation mark {curly} is curly; {_STRAIGHT}"
    words = (ours for pattern, ours in _SYNTAX if re.search(pattern, message))
    return next(words, "this line is neither a key with its value nor a heading in [ ]")


def _no_such_day(here: str, column: int) -> str:
    """A date or time that no calendar and no clock has, with its key where that is on its line."""
    keys = re.findall(r"([A-Za-z0-9_-]+)\s*=", here[: column - 1])
    said = re.match(r"[0-9T:.+Z-]+(?: [0-9][0-9:.]*)?", here[column - 1 :])
    what = " ".join(filter(None, (keys[-1] if keys else "", f"is {said[0]}" if said else "")))
    return f"{what}: there is no such date or time" if what else "there is no such date or time"
