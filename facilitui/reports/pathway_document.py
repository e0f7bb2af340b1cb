"""A document of a pathway from its written parts, with their words counted; or empty, by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitui.core.pathways.log_entry import LogEntry
from facilitui.core.pathways.pathway import DocumentForm
from facilitui.core.pathways.pathway import Part as Asked
from facilitui.core.pathways.requirements import Writing
from facilitui.core.pathways.summary import Summary
from facilitui.core.told import plural
from facilitui.reports.document import (
    Definitions,
    Document,
    Heading,
    Paragraph,
    Part,
    Room,
    Table,
)

NOTHING = "Nothing written yet."
_Key = tuple[int, str, str]
"""A cycle, a school and a member, where a document is written anew for each."""
_Written = dict[_Key, dict[str, LogEntry]]
"""What was written, by what it is written for and by the ids of its parts."""


def empty_document(form: DocumentForm) -> Document:
    """Its parts with what they ask, and room to write."""
    parts = [*_for(form)]
    for each in form.parts:
        parts += [*_head(each, 2), Room()]
    return Document(form.name, tuple(parts), closes=False)


def pathway_document(form: DocumentForm, summary: Summary) -> Document:
    """What was written of each part, and a count of the words of each at the end."""
    written = _written(form, summary)
    parts = [*_for(form, summary.progress.enrolment.name)]
    for key, texts in written.items():
        level = 2
        if len(written) > 1 or any(key):
            parts.append(Heading(_called(key, summary)))
            level = 3
        for each in form.parts:
            parts += [Heading(each.name, level), _text(texts.get(each.id))]
    return Document(form.name, (*parts, *_counts(form, written, summary)), closes=False)


def _written(form: DocumentForm, summary: Summary) -> _Written:
    found: _Written = {}
    for said in _entries(form, summary):
        if said.note.strip():
            key = (said.slot.cycle or 0, said.slot.school, said.slot.member)
            found.setdefault(key, {})[said.slot.part] = said
    return dict(sorted(found.items())) or {(0, "", ""): {}}


def _entries(form: DocumentForm, summary: Summary) -> Iterator[LogEntry]:
    asked = {
        each.id
        for each in summary.progress.pathway.requirements
        if isinstance(each, Writing) and each.document == form.id
    }
    return (each.said for each in summary.logged if each.said.requirement in asked)


def _for(form: DocumentForm, name: str = "") -> list[Part]:
    pairs = (("Of", name.strip()), ("For", form.reader))
    told = tuple(pair for pair in pairs if pair[1])
    return [Definitions(told)] if told else []


def _head(each: Asked, level: int) -> list[Part]:
    limit = f"at most {each.words} words" if each.words else ""
    told = "; ".join(filter(None, (each.ask, limit)))
    return [Heading(each.name, level), *([Paragraph(told, soft=True)] if told else [])]


def _text(written: LogEntry | None) -> Part:
    return Paragraph(written.note.strip()) if written is not None else Paragraph(NOTHING, soft=True)


def _called(key: _Key, summary: Summary) -> str:
    cycle, school, member = key
    schools = {each.id: each.name for each in summary.progress.enrolment.schools}
    told = (
        f"Cycle {cycle}" if cycle else "",
        schools.get(school, school),
        summary.called.get(member, member),
    )
    return ", ".join(filter(None, told)) or "For all"


def _counts(form: DocumentForm, written: _Written, summary: Summary) -> Iterator[Part]:
    yield Heading("Words")
    rows = [
        (*_of(key, written, summary), *_counted(each, texts.get(each.id)))
        for key, texts in written.items()
        for each in form.parts
    ]
    first = ("Of",) if len(written) > 1 else ()
    yield Table((*first, "Part", "Words", "At most", ""), tuple(rows), _figures(first))


def _of(key: _Key, written: _Written, summary: Summary) -> tuple[str, ...]:
    return (_called(key, summary),) if len(written) > 1 else ()


def _figures(first: Sequence[str]) -> frozenset[int]:
    return frozenset({len(first) + 1, len(first) + 2})


def _counted(each: Asked, written: LogEntry | None) -> tuple[str, str, str, str]:
    count = written.word_count if written is not None else 0
    over = count - each.words if each.words is not None else 0
    told = f"{plural(over, 'word')} too many" if over > 0 else ""
    return each.name, str(count), str(each.words or "not given"), told
