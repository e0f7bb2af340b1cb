"""Documents as one HTML page: no scripts, nothing from anywhere else, made to be printed."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

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

_STYLE = """
  :root { color-scheme: light; }
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto;
    padding: 0 1rem; color: #000; background: #fff; overflow-wrap: anywhere; }
  h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 1rem; }
  h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; border-bottom: 1px solid #999; }
  h3 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
  h4 { font-size: 1rem; font-weight: 600; margin: 1rem 0 .25rem; }
  p, dd, li, td { white-space: pre-line; }
  ul.records ul { padding-left: 1.2rem; }
  ul.records li { margin: .35rem 0; }
  ul.records p { margin: .1rem 0; }
  .kept { color: #444; white-space: nowrap; }
  .room { border-bottom: 1px dotted #444; height: 1.9rem; }
  p { margin: .4rem 0; }
  .soft, footer { color: #444; }
  table { border-collapse: collapse; width: 100%; margin: .5rem 0; }
  th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0;
    border-bottom: 1px solid #ccc; }
  .figure { text-align: right; font-variant-numeric: tabular-nums; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: .5rem 0; }
  dt { font-weight: 600; }
  dd { margin: 0; }
  ul.boxes { list-style: none; padding-left: 0; }
  footer { margin-top: 2rem; border-top: 1px solid #999; padding-top: .5rem; font-size: .9rem; }
  @media (max-width: 30rem) { dl { grid-template-columns: 1fr; } }
  @media print {
    @page { margin: 15mm; }
    html { font-size: 10.5pt; }
    body { max-width: none; margin: 0; padding: 0; line-height: 1.4; }
    h2 { margin-top: 1.2rem; }
    h2, h3, h4, h2 + .soft, h3 + .soft, h4 + .soft { break-after: avoid; }
    tr, li, p { break-inside: avoid; }
    .soft, .kept, footer { color: #000; }
    thead { display: table-header-group; }
  }
"""
_SOFT = '<p class="soft">'
_FIGURE = ' class="figure"'
_ROOM = ' class="room"'
_COLUMN = ' scope="col"'
_ALLOWED = "default-src 'none'; style-src 'unsafe-inline'"


def html(document: Document) -> str:
    """The whole page; it ends with what the document leaves out and a newline."""
    title = _text(document.title)
    body = "\n".join(line for part in document.parts for line in _part(part))
    return (
        f'<!DOCTYPE html>\n<html lang="{_text(document.lang)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_ALLOWED}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{title}</h1>\n{body}\n</main>\n{_footer(document)}</body>\n</html>\n"
    )


def _footer(document: Document) -> str:
    return f"<footer>{_text(document.closing)}</footer>\n" if document.closes else ""


def _text(text: str) -> str:
    """Text that stays text between tags and in attributes, and in a spreadsheet's cell."""
    return escape(safe_text.cell(text.strip()))


def _part(part: Part) -> Iterator[str]:
    match part:
        case Heading(text, level):
            yield f"<h{level}>{_text(text)}</h{level}>"
        case Paragraph(text, label, soft):
            name = f"<strong>{_text(label)}:</strong> " if label else ""
            yield f"{_SOFT if soft else '<p>'}{name}{_text(text)}</p>"
        case Bullets(items, boxes):
            yield '<ul class="boxes">' if boxes else "<ul>"
            for at, item in enumerate(items):
                box = ("☑ " if boxes[at] else "☐ ") if boxes else ""
                yield f"<li>{box}{_text(item)}</li>"
            yield "</ul>"
        case Definitions(pairs):
            yield "<dl>"
            for name, value in pairs:
                if isinstance(value, Room):
                    yield f"<dt>{_text(name)}</dt><dd{_ROOM}></dd>"
                else:
                    yield f"<dt>{_text(name)}</dt><dd>{_text(value)}</dd>"
            yield "</dl>"
        case Records(items):
            yield f'<ul class="records">{"".join(map(_record, items))}</ul>'
        case Room(count):
            yield f"<div{_ROOM}></div>" * count
        case Table():
            yield from _table(part)


def _record(record: Record) -> str:
    """One item with all that stands under it; no line break between tags, which would be seen."""
    kept = f' <span class="kept">({_text(record.kept_as)})</span>' if record.kept_as else ""
    head, answers = _head(record), [_answer(*each) for each in record.answers]
    if record.in_a_line:
        told = f"{head}: {answers[0]}{kept}"
    elif answers:
        told = head + "".join(f"<p>{each}</p>" for each in answers[:-1])
        told += f"<p>{answers[-1]}{kept}</p>"
    else:
        told = head + kept
    inner = "".join(map(_record, record.records))
    return f"<li>{told}{f'<ul>{inner}</ul>' if inner else ''}</li>"


def _head(record: Record) -> str:
    label = f"<strong>{_text(record.label)}</strong>" if record.label.strip() else ""
    text = _text(record.text)
    return f"{label}{record.between}{text}" if label and text else label or text


def _answer(question: str, answer: str) -> str:
    asked = f"<em>{_text(question)}</em> " if question.strip() else ""
    return f"{asked}{_text(answer)}"


def _table(table: Table) -> Iterator[str]:
    yield "<table>\n<thead>"
    yield _row(table, table.columns, "th")
    yield "</thead>\n<tbody>"
    for row in table.rows:
        yield _row(table, row, "td")
    yield "</tbody>\n</table>"


def _row(table: Table, cells: tuple[str, ...], tag: str) -> str:
    scope = _COLUMN if tag == "th" else ""
    texts = map(_text, cells)
    shown = (
        f"<{tag}{scope}{_FIGURE if at in table.figures else ''}>{text}</{tag}>"
        for at, text in enumerate(texts)
    )
    return f"<tr>{''.join(shown)}</tr>"
