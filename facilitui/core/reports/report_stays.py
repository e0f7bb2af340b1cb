"""What hiding private lines came to in a report: what went with them, and what of them stays in.

It is looked for in cases that are safe for their reader, so that it tells of what they get.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitui.core.debriefs.debrief import Debrief
from facilitui.core.reports.report import Topic, gets
from facilitui.core.reports.report_case import Case
from facilitui.core.reports.report_hiding import is_torn, short_ones_in
from facilitui.core.reports.report_reader import Reader
from facilitui.core.sessions.session import NoteKind
from facilitui.core.told import plural

_KINDS = {NoteKind.CAPTURE: "private capture", NoteKind.MARK: "private mark"}
_GOALS = (Topic.GOALS, Topic.IN_SHORT, Topic.BULLETS)


def beside_hidden(cases: Sequence[Case], safe: Sequence[Case], reader: Reader) -> tuple[str, ...]:
    """What more a reader of safe cases does not get, and what of the private lines they do get."""
    return (*_torn(safe), *_short(cases, safe, reader))


def _torn(safe: Sequence[Case]) -> Iterator[str]:
    """How many sentences were left out whole."""
    torn = [is_torn(sentence) for each in safe for sentence in each.torn]
    if little := sum(torn):
        yield f"{plural(little, 'sentence')} that held little but a private line"
    if others := len(torn) - little:
        yield f"{plural(others, 'sentence')} that held a private line"


def _short(cases: Sequence[Case], safe: Sequence[Case], reader: Reader) -> Iterator[str]:
    """How many private lines are too short to be hidden, and stand in what the reader gets."""
    counts = dict.fromkeys(_KINDS, 0)
    for case, told in zip(cases, safe, strict=True):
        if case.run is not None:
            texts = tuple(_written(told, reader))
            for kind in counts:
                counts[kind] += short_ones_in(case.run.facts.notes, texts, kind)
    named = [plural(count, _KINDS[kind]) for kind, count in counts.items() if count]
    if named:
        are = "stands" if sum(counts.values()) == 1 else "stand"
        yield f"but for {' and '.join(named)} of one or two words that {are} among what was written"


def _written(safe: Case, reader: Reader) -> Iterator[str]:
    """All that somebody wrote and that this reader gets."""
    yield safe.title
    if safe.run is not None:
        yield safe.run.purpose
        yield from (each.text for each in safe.run.facts.notes)
    if safe.debrief is not None:
        yield from _debriefed(safe.debrief, reader)
    scored = (*((safe.scores,) if safe.scores is not None else ()), *safe.observations)
    yield from (score.note for each in scored for score in each.scores)
    yield from (each.feedback for each in safe.observations)
    yield from (each.name for each in safe.attachments)
    for each in safe.feedback:
        yield each.example
        yield from dict.fromkeys(text for a in each.responses for text in a.words.values())


def _debriefed(debrief: Debrief, reader: Reader) -> Iterator[str]:
    yield from (debrief.learned, debrief.place, debrief.with_whom, *debrief.quotes)
    yield from (each.person for each in debrief.planned_with or ())
    yield from (each.text for each in (*debrief.answers, *debrief.prompts))
    yield from (each.text for each in debrief.marks)
    yield from (each.text for each in debrief.commitments)
    yield from (text for each in debrief.earlier for text in (each.text, each.happened))
    if any(gets(reader, topic) for topic in _GOALS):
        yield from (text for each in debrief.judgements for text in (each.text, each.evidence))
