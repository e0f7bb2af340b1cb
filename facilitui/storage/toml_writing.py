"""How a model's values are written as TOML: in one canonical form that people can read.

What has its default is left out, so that a file says what somebody decided.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import datetime, time
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel

from facilitui.core.safe_text import storable
from facilitui.storage.toml_index import TomlIndex

if TYPE_CHECKING:
    from tomlkit.container import Container
    from tomlkit.items import Array, Table

M = TypeVar("M", bound=BaseModel)

_LINE_WIDTH = 76
"""Lists that would be longer have a line for each entry."""

_ESCAPES = {
    **{code: f"\\u{code:04x}" for code in range(0x20)},
    **{code: f"\\u{code:04x}" for code in range(0x7F, 0xA0)},
    # Characters that reorder or hide what stands around them, in an editor or on a terminal.
    **{code: f"\\u{code:04x}" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))},
    **{code: f"\\u{code:04x}" for code in (0x2028, 0x2029, 0xFEFF)},
    ord("\b"): "\\b",
    ord("\t"): "\\t",
    ord("\n"): "\\n",
    ord("\f"): "\\f",
    ord("\r"): "\\r",
    ord('"'): '\\"',
    ord("\\"): "\\\\",
}
_ESCAPES_IN_PARAGRAPHS = {
    code: escape for code, escape in _ESCAPES.items() if code not in map(ord, '\n\t"')
}


def storable_model(model: M) -> M:
    """A model as a file can hold it: broken halves of characters become replacement signs."""
    data = model.model_dump(warnings=False)
    mended = _storable(data)
    return model if mended == data else type(model).model_validate(mended)


def head_comment(text: str) -> str:
    """The comment lines before the first key, without empty lines around them."""
    head = text[: TomlIndex(text).first_key]
    return "\n".join(row.rstrip() for row in head.split("\n")).strip("\n")


def below_head(before: str, body: str) -> str:
    """A canonical text under the head comment of the file before, if that has one."""
    head = head_comment(before)
    return f"{head}\n{body}" if head else body


def has_other_comments(text: str) -> bool:
    """Whether there are comments below the first key, which the canonical form would lose."""
    index = TomlIndex(text)
    return any(offset > index.first_key for offset in index.comments)


def _storable(value: Any) -> Any:
    if isinstance(value, str) and not isinstance(value, Enum):
        return storable(value)
    if isinstance(value, dict):
        return {key: _storable(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return tuple(_storable(each) for each in value)
    return value


def canonical_text(model: BaseModel, always: frozenset[str]) -> str:
    """The file of a model: its plain keys, then a piece for each of its tables.

    A piece that was written before is not made again: of a long plan, one block has changed.
    Text that UTF-8 cannot hold is replaced.
    """
    import tomlkit

    stored = storable_model(model)
    plain, pieces = tomlkit.document(), list[str]()
    for name, value in written(stored, always):
        if not is_table(value):
            plain.add(name, item(value))
        elif isinstance(value, BaseModel):
            pieces.append(_piece(name, value, False, always))
        else:
            pieces += [_piece(name, each, True, always) for each in value]
    return "\n".join(each for each in (tomlkit.dumps(plain), *pieces) if each)


@lru_cache(maxsize=4096)
def _piece(name: str, model: BaseModel, one_of_many: bool, always: frozenset[str]) -> str:
    """The text of one table, or of one of many under the same name."""
    import tomlkit

    document, table = tomlkit.document(), tomlkit.table()
    fill(table, model, always)
    if one_of_many:
        tables = tomlkit.aot()
        tables.append(table)
        document.add(name, tables)
    else:
        document.add(name, table)
    return tomlkit.dumps(document).rstrip("\n") + "\n"


def fill(container: Container | Table, model: BaseModel, always: Collection[str] = ()) -> None:
    """Write a model's fields: plain values first, because a table ends the keys before it.

    Those in `always` are written even where they have their default.
    """
    import tomlkit

    fields = list(written(model, always))
    for name, value in fields:
        if not is_table(value):
            container.add(name, item(value))
    for name, value in fields:
        if isinstance(value, BaseModel):
            table = tomlkit.table()
            fill(table, value, always)
            container.add(name, table)
        elif is_table(value):
            tables = tomlkit.aot()
            for each in value:
                table = tomlkit.table()
                fill(table, each, always)
                tables.append(table)
            container.add(name, tables)


def written(model: BaseModel, always: Collection[str] = ()) -> Iterator[tuple[str, Any]]:
    """The fields of a model that its file names, in their order."""
    for name, field in type(model).model_fields.items():
        value = getattr(model, name)
        default = field.get_default(call_default_factory=True)
        if value is not None and (name in always or field.is_required() or value != default):
            yield name, value


def is_table(value: Any) -> bool:
    """Whether a value needs a heading of its own."""
    return isinstance(value, BaseModel) or (
        isinstance(value, tuple) and any(isinstance(each, BaseModel) for each in value)
    )


def item(value: Any) -> Any:
    """A plain value as tomlkit writes it; text gets escapes of our own."""
    import tomlkit

    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, tuple):
        return _list(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, datetime | time) and value.tzinfo is not None:
        return value.isoformat()  # TOML has no time of day with an offset, but text says it too
    return tomlkit.item(value)


def _list(values: tuple[Any, ...]) -> Array:
    import tomlkit

    array = tomlkit.array()
    for each in values:
        array.append(item(each))
    array.multiline(len(array.as_string()) > _LINE_WIDTH)
    return array


def _string(text: str) -> Any:
    """Text in quotes; paragraphs in three of them, with their lines as they are."""
    from tomlkit.items import String, StringType, Trivia

    if "\n" not in text:
        return String(StringType.SLB, text, text.translate(_ESCAPES), Trivia())
    body = text.translate(_ESCAPES_IN_PARAGRAPHS)
    # Three quotes in a row would end the text, and one at its end would be read with those.
    body = re.sub(r'(?<=")"|"\Z', r"\"", body)
    # Spaces at the end of a line are easily lost in an editor.
    body = re.sub(r"[ \t]+(?=\n|\Z)", _visible, body)
    return String(StringType.MLB, text, f"\n{body}", Trivia())


def _visible(spaces: re.Match[str]) -> str:
    return spaces[0][:-1] + ("\\u0020" if spaces[0][-1] == " " else "\\t")
