"""The text of a protocol's file: what was changed is written anew, all the rest stays as it is.

A file is taken apart at its headings. A comment belongs to the key or heading below it, unless an
empty line comes between them; so each step has its comments with it, wherever it is moved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from facilitui.core.base import Model
from facilitui.core.errors import InputProblems
from facilitui.core.library.protocol import Cycle, Protocol, Step
from facilitui.storage.toml_checked import checked
from facilitui.storage.toml_files import parse_model
from facilitui.storage.toml_index import TomlIndex
from facilitui.storage.toml_pieces import CYCLE, GROUP, STEP, Piece, Unusual, taken_apart
from facilitui.storage.toml_writing import (
    fill,
    head_comment,
    item,
    written,
)

if TYPE_CHECKING:
    from tomlkit.toml_document import TOMLDocument

HEAD = """\
# A protocol of your own. It is used in place of a shipped one of the same id; the file's name is
# its id. min, ideal and max are minutes for one pass; say is spoken to the room, show is what the
# room reads, watch is for the host alone. Comments stay when it is changed in the application.
"""
_ALWAYS = frozenset({"kind", "purpose", "modes", "silence", "say", "show", "watch"})
"""Written in a new part even where they have their default: whoever opens it looks for them."""
_WITH_HEADINGS = frozenset({"cycles", "steps"})


def checked_protocol(protocol: Protocol, before: str, path: Path) -> tuple[Protocol, str]:
    """The protocol as its file will hold it, with the text that takes the place of `before`.

    Raises NotSaved where the file would not open again as the same protocol. `path` is what
    problems name.
    """
    return checked(protocol, lambda stored: _text_over(stored, before, path), path, "protocol")


def new_text(protocol: Protocol, head: str = HEAD) -> str:
    """A whole file below a head comment."""
    import tomlkit

    document = tomlkit.document()
    fill(document, protocol, _ALWAYS)
    return f"{head}{tomlkit.dumps(document)}".rstrip("\n") + "\n"


def lost_comments(before: str, after: str) -> bool:
    """Whether a comment of one text is not in the other."""
    return bool(_comments(before) - _comments(after))


def _comments(text: str) -> Counter[str]:
    starts = TomlIndex(text).comments
    return Counter(text[at:].partition("\n")[0].rstrip() for at in starts)


def _text_over(protocol: Protocol, before: str, path: Path) -> str:
    """The text of a protocol in place of another text, which may be empty or anything."""
    from tomlkit.exceptions import TOMLKitError

    if not before:
        return new_text(protocol)
    try:
        old = parse_model(before, Protocol, path)
        text = _edited_text(before, old, protocol)
        if parse_model(text, Protocol, path) == protocol:
            return text
    except (Unusual, TOMLKitError, InputProblems):
        pass
    head = head_comment(before)
    return new_text(protocol, f"{head}\n" if head else "")


def _edited_text(text: str, old: Protocol, new: Protocol) -> str:
    """The text with all that differs between two protocols changed in it."""
    (top, *rest), tail = taken_apart(text, old)
    steps = _parts(rest, STEP, old.steps, new.steps)
    cycles = _parts(rest, CYCLE, old.cycles, new.cycles)
    after = {CYCLE: cycles, STEP: steps if old.cycles else [*cycles, *steps]}
    edited = [_edited(top, old, new)]
    for piece in rest:
        kind = piece.key.partition(" ")[0]
        more = [_edited(piece, old.group, new.group)] if kind == GROUP else after.pop(kind, [])
        edited += more
    lines = [line for piece in edited for line in piece.lines]
    return "\n".join((*lines, *tail)).rstrip("\n") + "\n"


def _parts(
    pieces: Sequence[Piece],
    kind: str,
    old: Sequence[Step] | Sequence[Cycle],
    new: Sequence[Step] | Sequence[Cycle],
) -> list[Piece]:
    """The steps or cycles as they are now, each with what its piece of the file held."""
    known = {piece.key: piece for piece in pieces}
    before = {each.id: each for each in old}
    return [
        _edited(known[f"{kind} {each.id}"], before[each.id], each)
        if each.id in before
        else _new_piece(kind, each)
        for each in new
    ]


def _new_piece(kind: str, model: Step | Cycle) -> Piece:
    import tomlkit

    document = tomlkit.document()
    fill(document, model, _ALWAYS)
    body = tomlkit.dumps(document).rstrip("\n").split("\n")
    return Piece(f"{kind} {model.id}", ("",), f"[[{kind}s]]", tuple(body))


def _edited(piece: Piece, old: Model, new: Model) -> Piece:
    """A piece with the fields that differ changed."""
    fields = [name for name in type(new).model_fields if name not in _WITH_HEADINGS]
    changed = [name for name in fields if getattr(old, name) != getattr(new, name)]
    if not changed:
        return piece
    import tomlkit

    document = tomlkit.parse("\n".join((*piece.body, "")))
    values = dict(written(new, _ALWAYS))
    for name in changed:
        if name == GROUP:
            _set_within(document, getattr(old, name), getattr(new, name))
        else:
            document = _with_value(document, name, values.get(name), new)
    return replace(piece, body=tuple(tomlkit.dumps(document).rstrip("\n").split("\n")))


def _set_within(document: TOMLDocument, old: Model, new: Model) -> None:
    """Change a group that stands among the keys at the top; one with a heading is not there."""
    for name, value in new if GROUP in document else ():
        if value != getattr(old, name):
            group: Any = document[GROUP]
            group[name] = value
            if value is None:
                del group[name]


def _with_value(document: TOMLDocument, name: str, value: Any, model: Model) -> TOMLDocument:
    """A part of a file with one key set, put in where the model has it, or taken out.

    A key with a comment beside it is never taken out, but given its default.
    """
    from tomlkit.items import Item

    if value is None:
        default, held = getattr(model, name), document.item(name)
        if default is not None and isinstance(held, Item) and held.trivia.comment:
            document[name] = item(default)
        else:
            document.remove(name)
    elif name in document:
        document[name] = item(value)
    else:
        return _with_key(document, name, value, tuple(type(model).model_fields))
    return document


def _with_key(document: TOMLDocument, name: str, value: Any, order: Sequence[str]) -> TOMLDocument:
    """The document with a key that it did not have, behind the last one that comes before it."""
    import tomlkit
    from tomlkit.items import Null

    before = [each for each in order[: order.index(name)] if each in document]
    made = tomlkit.document()
    for key, each in document.body:
        if not isinstance(each, Null):  # where a key was taken out
            made.append(key, each)
        if key is not None and before and key.key == before[-1]:
            made.append(name, item(value))
    if name not in made:
        made.append(name, item(value))
    return made
