"""The text of a plan's file, in one canonical form that people can read and edit.

A plan always makes the same text, and the text reads back as the same plan. What has its default
is left out, so that a file says what somebody decided.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, time
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from facilitui.core.errors import InputProblems, NotSaved
from facilitui.core.plan import Plan
from facilitui.core.safe_text import storable
from facilitui.storage.toml_files import parse_model
from facilitui.storage.toml_index import TomlIndex

if TYPE_CHECKING:
    from tomlkit.container import Container
    from tomlkit.items import Array, Table

_ALWAYS = frozenset({"kind", "title", "purpose", "minutes"})
"""Written even where they have their default: whoever opens the file looks for them."""
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


def plan_text(plan: Plan) -> str:
    """The file of a plan: top-level keys, then a table for each larger part.

    Text that UTF-8 cannot hold is replaced, as `storable_plan` does.
    """
    import tomlkit

    document = tomlkit.document()
    _fill(document, storable_plan(plan))
    return tomlkit.dumps(document).rstrip("\n") + "\n"


def with_head(head: str, text: str) -> str:
    """A plan's text below a head comment, if there is one."""
    return f"{head}\n{text}" if head else text


def storable_plan(plan: Plan) -> Plan:
    """The plan as a file can hold it: broken halves of characters become replacement signs."""
    data = plan.model_dump(warnings=False)
    mended = _storable(data)
    return plan if mended == data else Plan.model_validate(mended)


def checked_text(plan: Plan, path: Path) -> tuple[Plan, str]:
    """The plan as its file will hold it, with the file's text but for a head comment.

    Raises NotSaved where the file would not open again as the same plan: rather no file than one
    that cannot be read. `path` is what problems name.
    """
    try:
        stored = storable_plan(plan)
        text = plan_text(stored)
        again = parse_model(text, Plan, path)
    except InputProblems as error:
        raise NotSaved(f"the plan would not open again: {error.problems[0].reason}") from error
    except (TypeError, ValueError) as error:
        raise NotSaved("the plan holds something that its file cannot hold") from error
    if again != stored:
        raise NotSaved("the plan would not read back as it is; nothing was written")
    return stored, text


def head_comment(text: str) -> str:
    """The comment lines before the first key, without empty lines around them."""
    head = text[: TomlIndex(text).first_key]
    return "\n".join(row.rstrip() for row in head.split("\n")).strip("\n")


def has_other_comments(text: str) -> bool:
    """Whether there are comments that the canonical form would lose."""
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


def _fill(container: Container | Table, model: BaseModel) -> None:
    """Write a model's fields: plain values first, because a table ends the keys before it."""
    import tomlkit

    written = list(_written(model))
    for name, value in written:
        if not _is_table(value):
            container.add(name, _item(value))
    for name, value in written:
        if isinstance(value, BaseModel):
            table = tomlkit.table()
            _fill(table, value)
            container.add(name, table)
        elif _is_table(value):
            tables = tomlkit.aot()
            for each in value:
                table = tomlkit.table()
                _fill(table, each)
                tables.append(table)
            container.add(name, tables)


def _written(model: BaseModel) -> Iterator[tuple[str, Any]]:
    for name, field in type(model).model_fields.items():
        value = getattr(model, name)
        default = field.get_default(call_default_factory=True)
        if value is not None and (name in _ALWAYS or field.is_required() or value != default):
            yield name, value


def _is_table(value: Any) -> bool:
    return isinstance(value, BaseModel) or (
        isinstance(value, tuple) and any(isinstance(each, BaseModel) for each in value)
    )


def _item(value: Any) -> Any:
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
        array.append(_item(each))
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
