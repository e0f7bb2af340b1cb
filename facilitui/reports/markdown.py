"""Documents as Markdown. Text of people stays text: none of it becomes markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from facilitui.core import safe_text
from facilitui.reports.document import (
    Bullets,
    Definitions,
    Document,
    Heading,
    Paragraph,
    Part,
    Record,
    Records,
    Room,
    Table,
)

_ACTIVE = re.compile(r"([\\`*{}\[\]<>#|~!&]|(?<![^\W_])_|_(?![^\W_]))")
"""What could make markup; "_" between letters, as ids have it, never does."""
_LEADING = re.compile(r"^(\s*\d*)([-+=:.)])")
"""What could make a list, a rule or a heading of a line that begins with it."""
_SINGLE_BREAK = re.compile(r"(?<!\n)\n(?!\n)")
_INDENT = re.compile(r"^ +", re.MULTILINE)
_WORDS = re.compile(r"[-+] +[^\W\d][^(!|]*")
"""A list of one's own, "- nine lists", with nothing in it that could be worked out."""
_HARD_SPACE = "\N{NO-BREAK SPACE}"
"""Four usual spaces would make the line code."""
_BREAK = "\\\n  "
"""A line break within an item."""
_DOTS, _FEWER_DOTS = "…" * 30, "…" * 20
"""A line to write on; one behind a name."""


def one_line(text: str) -> str:
    """Text that stays text in a heading or a table: no markup, no line breaks."""
    return _ACTIVE.sub(r"\\\1", safe_text.line(text)).strip()


def paragraphs(text: str) -> str:
    """Text that stays text: its line breaks are seen as such, nothing in it becomes markup."""
    plain = _ACTIVE.sub(r"\\\1", safe_text.lines(text).strip())
    plain = _INDENT.sub(lambda found: _HARD_SPACE * len(found[0]), plain)
    plain = "\n".join(_beginning(line) for line in plain.split("\n"))
    return _SINGLE_BREAK.sub("\\\\\n", plain)


def _beginning(line: str) -> str:
    """A line at whose beginning nothing becomes markup."""
    return _LEADING.sub(r"\1\\\2", line)


def markdown(document: Document) -> str:
    """The document; it ends with what it leaves out and a newline."""
    lines = [f"# {one_line(document.title)}"]
    for part in document.parts:
        lines += ["", *_part(part)]
    lines += ["", "---", "", one_line(document.closing)] if document.closes else []
    return "\n".join(lines) + "\n"


def _part(part: Part) -> Iterator[str]:
    match part:
        case Heading(text, level):
            yield f"{'#' * level} {one_line(text)}"
        case Paragraph(text, label, soft):
            yield _paragraph(text, label, soft)
        case Bullets(items, boxes):
            yield from bulleted(items, boxes)
        case Definitions(pairs):
            for name, value in pairs:
                told = _FEWER_DOTS if isinstance(value, Room) else _broken(value)
                yield f"- **{_within(name)}**: {told}"
        case Records(items):
            for each in items:
                yield from _record(each)
        case Room(count):
            yield "\\\n".join([_DOTS] * count)
        case Table():
            yield from _table(part)


def _paragraph(text: str, label: str, soft: bool) -> str:
    if label:
        return f"**{_within(label)}**: {_broken(text)}"
    if soft:
        return f"*{_within(text)}*"
    return paragraphs(text)


def _within(text: str) -> str:
    """Text between signs that only work where no space stands beside them."""
    return one_line(text) or "·"


def _broken(text: str) -> str:
    """Text after a label, its line breaks kept within the same paragraph or item."""
    first, *rest = map(one_line, text.strip().split("\n"))
    return _BREAK.join(line or _HARD_SPACE for line in (first, *map(_beginning, rest)))


def bulleted(items: Iterable[str], boxes: tuple[bool, ...] = ()) -> Iterator[str]:
    """Things under one another; some to be ticked off."""
    for at, item in enumerate(items):
        box = ("[x] " if boxes[at] else "[ ] ") if boxes else ""
        yield f"- {box}{_beginning(_broken(item))}"


def _record(record: Record, indent: str = "") -> Iterator[str]:
    """One with all that stands under it; where it is kept stands behind the last of its words."""
    head, under = _head(record), [_answer(*each) for each in record.answers]
    lines = [f"{head}: {under[0]}"] if record.in_a_line else [*([head] if head else []), *under]
    lines = lines or ["·"]
    if record.kept_as:
        lines[-1] += f" ({one_line(record.kept_as)})"
    for at, text in enumerate(lines):
        inner = indent if at == 0 else f"{indent}  "
        yield f"{inner}- {text.replace(_BREAK, f'{_BREAK}{inner}')}"
    for each in record.records:
        yield from _record(each, f"{indent}  ")


def _head(record: Record) -> str:
    label = f"**{one_line(record.label)}**" if record.label.strip() else ""
    text = _broken(record.text) if record.text.strip() else ""
    return f"{label}{record.between}{text}" if label and text else label or _beginning(text)


def _answer(question: str, answer: str) -> str:
    if question.strip():
        return f"*{one_line(question)}* {_broken(answer)}"
    return _beginning(_broken(answer)) or _HARD_SPACE


def _table(table: Table) -> Iterator[str]:
    yield _row(table.columns)
    rules = ("---:" if at in table.figures else "---" for at in range(len(table.columns)))
    yield f"| {' | '.join(rules)} |"
    for row in table.rows:
        yield _row(row)


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(map(_cell, cells))} |"


def _cell(text: str) -> str:
    """Text that stays text in a table, and in a spreadsheet into which the table is copied.

    What would be a formula there is escaped as markup is, so that it reads as it was written.
    """
    shown = one_line(text)
    if not safe_text.runs(shown) or _WORDS.fullmatch(shown):
        return shown
    sign = shown[0]
    return (f"\\{sign}" if sign.isascii() else f"&#{ord(sign)};") + shown[1:]
