"""All that an entry says as single parts, each with what it is called, so as to be compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import tzinfo

from facilitui.core.any_shape import Body
from facilitui.core.base import Record
from facilitui.core.debriefs.debrief import FIRST_QUESTION, Answer, Debrief
from facilitui.core.debriefs.debrief_questions import by_frame
from facilitui.core.journals.entries import texts
from facilitui.core.journals.entry_sections import about, sections
from facilitui.core.journals.said import NOT_TOLD, Section, some
from facilitui.core.told import in_quotes, short_day

ABOUT = "About it"
FROM_THE_RUN = "From the run"
REFLECTION = "Reflection"
QUOTES = "Quotes, told with consent"
NORMS = "The norms"
COMMITMENTS = "Commitments"
THE_RUN = "The run"


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that an entry says."""

    heading: str
    """Of the section it stands in; empty for what stands by itself."""
    name: str
    """What is asked or told; empty where the text is all there is."""
    text: str


def parts(record: Record | None, body: Body, zone: tzinfo | None = None) -> tuple[Part, ...]:
    """All that an entry says, in the order in which it is read; of an unknown kind its texts.

    Moments are told by the clock of the `zone` where that is known.
    """
    if record is None:
        return tuple(Part("", "", text) for text in texts(body) if text.strip())
    title = str(getattr(record, "title", "") or "")
    head = (Part(ABOUT, "Title", title), Part(ABOUT, "", about(record)))
    own = _debrief(record) if isinstance(record, Debrief) else ()
    found = (*head, *own, *_of(sections(record, zone)), *_facts(record))
    return tuple(part for part in found if part.text.strip() or part.name)


def _debrief(debrief: Debrief) -> Iterator[Part]:
    """What a debrief asks and was told, but for its sections and the facts of its run."""
    yield Part("", FIRST_QUESTION, debrief.learned)
    yield from _asked(FROM_THE_RUN, debrief.prompts)
    for group in by_frame(debrief):
        yield from _asked(group.heading or REFLECTION, group.answers)
    yield from (Part(QUOTES, "", in_quotes(text)) for text in debrief.quotes)
    yield from (Part(NORMS, each.text, each.fate.label.lower()) for each in debrief.norms)
    for each in debrief.promised:
        due = f"\nby {short_day(each.due)}" if each.due else ""
        yield Part(COMMITMENTS, "", each.text.strip() + due)


def _asked(heading: str, answers: Iterable[Answer]) -> Iterator[Part]:
    return (Part(heading, each.ask, each.text) for each in answers if each.text.strip())


def _of(found: Iterable[Section]) -> Iterator[Part]:
    """What somebody said or gave; what nobody told is no part that could have changed."""
    for section in found:
        for said in (each for each in section.said if not each.by_program):
            if said.beside or said.below:
                given = "" if said.beside == NOT_TOLD else said.beside
                yield Part(section.heading, said.text, "\n".join(some(given, *said.below)))
            else:
                yield Part(section.heading, "", said.text)


def _facts(record: Record) -> Iterator[Part]:
    if isinstance(record, Debrief):
        yield from (Part(THE_RUN, each.name, each.value) for each in record.facts)
