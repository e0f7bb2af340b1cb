"""What a report leaves out, told by its kind: only where there is such, never what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from facilitui.core.debriefs.prompts import AFTERCARE
from facilitui.core.reports.report import Topic, gets
from facilitui.core.reports.report_answers import answers_telling
from facilitui.core.reports.report_case import Case
from facilitui.core.reports.report_few import FEW_FIGURES, few_effect, few_growth, few_in, few_wrote
from facilitui.core.reports.report_hiding import private_notes
from facilitui.core.reports.report_reader import Reader
from facilitui.core.responses.feedback import EFFECT, QUOTES_FROM, Feedback, Item, quotes
from facilitui.core.responses.feedback_figures import answered, growths
from facilitui.core.sessions.session import Note, NoteKind
from facilitui.core.told import plural

Count = Callable[[Case], int]
"""How often there is such a thing in a session; whether there is, where that is all that counts."""
_AS_KNOWN = "as far as they are known; no others were sought"
"""Of names, for every reader: nobody can be promised more."""


def left_out(cases: Sequence[Case], reader: Reader) -> tuple[str, ...]:
    """What a reader does not get to see of some sessions."""
    if reader is Reader.PARTICIPANTS:
        return ("everything that was written about the session",)
    return (
        *_from_everybody(cases),
        *_from_outsiders(cases, reader),
        *_not_for(cases, reader),
        *_names(cases, reader),
    )


def _from_everybody(cases: Sequence[Case]) -> Iterator[str]:
    """What no reader gets."""

    def count(what: Count) -> int:
        return sum(map(what, cases))

    captures = count(_captures)
    attachments = count(_without_consent)
    told = (
        (plural(captures, "private capture"), captures),
        ("the host's notes and marks", count(_marked)),
        ("quotes whose release cannot be checked", count(_unchecked)),
        (f"what participants wrote where fewer than {QUOTES_FROM} answered", count(_few_words)),
        (f"{plural(attachments, 'attachment')} without consent", attachments),
        ("what was written about aftercare", count(_aftercare)),
    )
    return (what for what, there in told if there)


def _from_outsiders(cases: Sequence[Case], reader: Reader) -> Iterator[str]:
    """What only those get who share the work."""
    lenses = [name for case in cases for name in case.lenses]
    if lenses and reader.trusted:
        yield from (f"the debrief by {name}" for name in dict.fromkeys(lenses))
    elif lenses:
        yield plural(len(lenses), "debrief by somebody else", "debriefs by others")
    if not reader.trusted and any(_few_for(each, reader) for c in cases for each in c.feedback):
        yield FEW_FIGURES


def _few_for(feedback: Feedback, reader: Reader) -> bool:
    """Whether too few answered a question of which this reader would be told."""
    few = few_in(feedback)
    grown = gets(reader, Topic.GROWTH) or gets(reader, Topic.BULLETS)
    return (grown and few_growth(few)) or (gets(reader, Topic.EFFECT) and few_effect(few))


def _not_for(cases: Sequence[Case], reader: Reader) -> Iterator[str]:
    """What other readers get."""
    for what, topics, there in _KINDS:
        gets_it = any(gets(reader, topic) for topic in topics)
        if not gets_it and any(map(there, cases)):
            yield what
    if not gets(reader, Topic.REFLECTION) and any(map(_reflects, cases)):
        part = gets(reader, Topic.CHANGE) or gets(reader, Topic.BULLETS)
        yield f"{'the rest of ' if part else ''}the facilitator's own reflection"
    if gets(reader, Topic.BULLETS) and any(map(_untold, cases)):
        yield "answers in a frame of which nobody said what they tell"
    if any(_words_for(case, reader) for case in cases):
        part = gets(reader, Topic.CHANGE)
        yield f"{'the rest of ' if part else ''}what participants wrote"


def _names(cases: Sequence[Case], reader: Reader) -> Iterator[str]:
    unsure = ", though not all could be looked up" if any(case.unnamed for case in cases) else ""
    if not reader.trusted:
        yield f"names of people{unsure}, {_AS_KNOWN}"
    elif gets(reader, Topic.CHANGE) and any(_wishes(each) for c in cases for each in c.feedback):
        yield f"names in participants' own words, {_AS_KNOWN}"


def _untold(case: Case) -> bool:
    return bool(answers_telling(case, None))


def _wishes(feedback: Feedback) -> bool:
    return bool(quotes(feedback, Item.ONE_CHANGE))


def _notes(case: Case) -> tuple[Note, ...]:
    return case.run.facts.notes if case.run is not None else ()


def _captures(case: Case) -> int:
    return len(private_notes(_notes(case), NoteKind.CAPTURE))


def _marked(case: Case) -> bool:
    return any(each.kind is NoteKind.MARK for each in _notes(case))


def _parked(case: Case) -> bool:
    return any(each.kind is NoteKind.PARKED for each in _notes(case))


def _unchecked(case: Case) -> bool:
    return case.run is None and case.debrief is not None and bool(case.debrief.quotes)


def _quoted(case: Case) -> bool:
    return case.run is not None and bool(case.run.facts.quoted)


def _few_words(case: Case) -> bool:
    return any(map(few_wrote, case.feedback))


def _words_for(case: Case, reader: Reader) -> bool:
    """Whether enough participants wrote something that this reader does not get."""
    got = {Item.ONE_CHANGE} if gets(reader, Topic.CHANGE) else set()
    others = [item for item in Item if item not in got]
    return any(quotes(each, item) for each in case.feedback for item in others)


def _without_consent(case: Case) -> int:
    return sum(not each.consent and not each.removed for each in case.attachments)


def _aftercare(case: Case) -> bool:
    prompts = case.debrief.prompts if case.debrief is not None else ()
    return any(each.id == AFTERCARE and each.text.strip() for each in prompts)


def _reflects(case: Case) -> bool:
    if (debrief := case.debrief) is None:
        return False
    told = (*(each.text for each in debrief.marks), *(each.text for each in debrief.answers))
    return any(text.strip() for text in (*told, *(each.text for each in debrief.prompts)))


def _promised_before(case: Case) -> bool:
    return case.debrief is not None and bool(case.debrief.earlier)


def _scored(case: Case) -> bool:
    own = case.scores is not None and bool(case.scores.scores)
    return own or any(each.scores for each in case.observations)


_KINDS: tuple[tuple[str, tuple[Topic, ...], Count], ...] = (
    (
        "what participants learned",
        (Topic.LEARNED, Topic.REFLECTION, Topic.BULLETS),
        lambda case: case.debrief is not None and bool(case.debrief.learned.strip()),
    ),
    (
        "whether goals were reached",
        (Topic.GOALS, Topic.IN_SHORT, Topic.BULLETS),
        lambda case: any(each.verdict for each in case.judgements),
    ),
    (
        "what shows it",
        (Topic.GOALS, Topic.BULLETS),
        lambda case: any(each.evidence.strip() for each in case.judgements),
    ),
    (
        "how participants found the session",
        (Topic.EFFECT,),
        lambda case: any(answered(each, EFFECT) for each in case.feedback),
    ),
    (
        "how far participants came",
        (Topic.GROWTH, Topic.BULLETS),
        lambda case: any(growths(each) for each in case.feedback),
    ),
    ("quotes that were released", (Topic.QUOTES,), _quoted),
    (
        "files",
        (Topic.ATTACHED,),
        lambda case: any(each.consent and not each.removed for each in case.attachments),
    ),
    ("what was parked", (Topic.PARKED,), _parked),
    (
        "next steps",
        (Topic.NEXT,),
        lambda case: case.debrief is not None and bool(case.debrief.promised),
    ),
    ("what was promised before", (Topic.EARLIER,), _promised_before),
    ("the timings of each block", (Topic.TIMINGS,), lambda case: case.run is not None),
    (
        "what became of the norms",
        (Topic.NORMS,),
        lambda case: case.debrief is not None and bool(case.debrief.norms),
    ),
    ("the scores", (Topic.SELF_SCORES,), _scored),
    ("the observers' feedback", (Topic.OBSERVED,), lambda case: bool(case.observations)),
)
"""Kinds of things, the topics that tell them, and whether a session has any."""
