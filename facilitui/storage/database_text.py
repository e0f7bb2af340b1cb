"""A database file's text: JSON in stock TinyDB's own format, one document a line.

JSON is read and written by the standard library: orjson is quicker by a millisecond a month, but
refuses lone surrogates (file names have them) and rounds whole numbers over 64 bits without a word.
ASCII escapes keep lone surrogates, and let stock TinyDB read the file under any locale.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from typing import Any, NoReturn

Tables = dict[str, dict[str, Any]]
"""What a database holds: for each table its documents by their number, as text."""


class Unreadable(ValueError):
    """Text that is not JSON, or not that of a database."""

    def __init__(self, why: str, line: int = 1, column: int = 1) -> None:
        super().__init__(why)
        self.why, self.line, self.column = why, line, column


class ReadOnly(dict[str, Any]):
    """An object as it was read, shared by all readers; lists within it are tuples.

    It still is a dict, so that it can be written as JSON. Changing it raises TypeError.
    """

    def _refuse(self, *_: Any, **__: Any) -> NoReturn:
        raise TypeError("a stored document is never changed; make a dict of it first")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse


def parse(text: str, read_only: bool = False) -> Any:
    """JSON, with nothing lost or rounded on the way. Raises Unreadable.

    A name that is twice in one object, NaN and numbers that are too big are refused.
    """
    try:
        return json.loads(
            text,
            object_pairs_hook=_read_only if read_only else _distinct,
            parse_constant=_no_number,
            parse_float=_finite,
        )
    except json.JSONDecodeError as error:
        raise Unreadable("is not JSON, or was cut off", error.lineno, error.colno) from None
    except Unreadable:
        raise
    except RecursionError:
        raise Unreadable("is nested too deeply") from None
    except ValueError:  # the interpreter's own limit on the digits of a whole number
        raise Unreadable("has a number of too many digits") from None


def _distinct(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return _checked(dict(pairs), pairs)


def _read_only(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if any(type(value) is list for _, value in pairs):
        pairs = [(name, _fixed(value)) for name, value in pairs]
    return _checked(ReadOnly(pairs), pairs)


def _checked(made: dict[str, Any], pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(made) != len(pairs):
        raise Unreadable("has a name twice in one object, where only one could be kept")
    return made


def _fixed(value: Any) -> Any:
    return tuple(map(_fixed, value)) if isinstance(value, list) else value


def _no_number(name: str) -> NoReturn:
    raise Unreadable(f"has {name}, which JSON does not know")


def _finite(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        raise Unreadable(f"has {digits[:40]}, which is too big a number")
    return number


def tables_of(data: bytes, read_only: bool = False) -> Tables:
    """What the bytes of a database file hold. Raises Unreadable."""
    try:
        text = data.decode("utf-8-sig")  # some editors put a mark at the front
    except UnicodeDecodeError as error:
        before = data[: error.start]
        column = error.start - before.rfind(b"\n")
        raise Unreadable("is not UTF-8 text", before.count(b"\n") + 1, column) from None
    tables: Tables = parse(text, read_only)
    if not isinstance(tables, dict):
        raise Unreadable("is not a database: the outermost is not an object")
    for name, table in tables.items():
        if not isinstance(table, dict):
            raise Unreadable(f"is not a database: the table {name!a} is not an object")
        for number, document in table.items():
            if not _is_number(number) or not isinstance(document, dict):
                place = f"{number!a} in the table {name!a}"
                raise Unreadable(f"is not a database: {place} is not a numbered document")
    return tables


def _is_number(text: str) -> bool:
    """Whether TinyDB gets this very text back from the number that it makes of it."""
    try:
        return str(int(text)) == text
    except ValueError:
        return False


_ENCODER = json.JSONEncoder(allow_nan=False)


def line_of(document: Any) -> str:
    """A document as a database file has it. Raises TypeError, ValueError or RecursionError."""
    return _ENCODER.encode(document)


END = b"\n}\n}\n"
"""What stands behind the last document of a database file, of which the last table has some."""


def bytes_of(tables: Tables) -> bytes:
    """Tables as a database file has them. Raises TypeError, ValueError or RecursionError."""
    return (_object(tables, lambda table: _object(table, line_of)) + "\n").encode("ascii")


def members_of(documents: dict[str, Any]) -> bytes:
    """Documents of one table as a database file has them. Raises as `bytes_of` does."""
    return _members(documents, line_of).encode("ascii")


def _object(items: dict[str, Any], encode: Callable[[Any], str]) -> str:
    return "{\n" + _members(items, encode) + "\n}" if items else "{}"


def _members(items: dict[str, Any], encode: Callable[[Any], str]) -> str:
    lines = (f"{_ENCODER.encode(str(name))}: {encode(value)}" for name, value in items.items())
    return ",\n".join(lines)
