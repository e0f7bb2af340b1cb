"""A small strict reader of iCalendar (RFC 5545) that shares nothing with what writes it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_LINE = re.compile(r'([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*))*):(.*)', re.DOTALL)
_ESCAPED = {"\\\\": "\\", "\\n": "\n", "\\N": "\n", "\\,": ",", "\\;": ";"}
TEXTS = {"SUMMARY", "DESCRIPTION", "LOCATION"}


@dataclass
class Value:
    """What a property says, with its parameters."""

    text: str
    parameters: dict[str, str] = field(default_factory=dict)


@dataclass
class Component:
    """Everything between a BEGIN and its END."""

    name: str
    values: dict[str, list[Value]] = field(default_factory=dict)
    children: list[Component] = field(default_factory=list)

    def all(self, name: str) -> list[Component]:
        """The components of a name directly within."""
        return [each for each in self.children if each.name == name]

    def text(self, name: str) -> str:
        """The one value of a property."""
        (value,) = self.values[name]
        return value.text


def read(data: bytes) -> Component:
    """A calendar; anything that the standard does not allow is an AssertionError."""
    assert data.endswith(b"\r\n")
    physical = data[:-2].split(b"\r\n")
    for line in physical:
        assert 0 < len(line) <= 75, line
        assert b"\n" not in line and b"\r" not in line
        line.decode("utf-8")  # a character is never divided by a fold
    root = Component("")
    open_ones = [root]
    for line in b"\r\n".join(physical).replace(b"\r\n ", b"").split(b"\r\n"):
        text = line.decode("utf-8")
        assert not re.search(r"[\x00-\x08\x0a-\x1f\x7f]", text), text
        found = _LINE.fullmatch(text)
        assert found is not None, text
        name, parameters, value = found.groups()
        if name == "BEGIN":
            open_ones[-1].children.append(Component(value))
            open_ones.append(open_ones[-1].children[-1])
        elif name == "END":
            assert open_ones.pop().name == value
        else:
            pairs = dict(each.split("=", 1) for each in parameters.split(";")[1:])
            said = Value(_unescaped(value) if name in TEXTS else value, pairs)
            open_ones[-1].values.setdefault(name, []).append(said)
    assert open_ones == [root]
    (calendar,) = root.children
    return calendar


def _unescaped(text: str) -> str:
    assert not re.search(r"(?<!\\)(?:\\\\)*[,;]", text), text
    return re.sub(r"\\.", lambda found: _ESCAPED[found[0]], text)
