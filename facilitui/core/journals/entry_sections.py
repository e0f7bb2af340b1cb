"""What an entry of the journal says, part by part: the same on a screen and in a document.

A capture's text is never among it, only how many of each sort there are; what participants wrote
is among it from five answer sheets on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import tzinfo

from facilitui.core.base import Record
from facilitui.core.debriefs.debrief import Debrief
from facilitui.core.debriefs.debrief_about import about_told
from facilitui.core.debriefs.observation import Observation
from facilitui.core.debriefs.score_sections import observed, self_scores
from facilitui.core.debriefs.scores import SelfScores
from facilitui.core.journals.attachment import Attachment
from facilitui.core.journals.gone_sections import gone_sections
from facilitui.core.journals.said import NOT_TOLD, Said, Section, some
from facilitui.core.journals.withdrawal import Withdrawal
from facilitui.core.pathways.enrolment import Enrolment
from facilitui.core.pathways.entry_sections import about_of_pathway, pathway_sections
from facilitui.core.pathways.log_entry import LogEntry
from facilitui.core.pathways.roster import Roster
from facilitui.core.pathways.snapshot import Snapshot
from facilitui.core.plans.plan_words import Outlook
from facilitui.core.privacy.purge_intent import PurgeRecord
from facilitui.core.privacy.purging import Purged
from facilitui.core.reports.report_few import FEW_FIGURES, few_in, few_wrote
from facilitui.core.responses import feedback as fb
from facilitui.core.responses.feedback_coming import when_told
from facilitui.core.responses.feedback_figures import Answered
from facilitui.core.responses.feedback_rate import returned
from facilitui.core.responses.feedback_told import growth_sentences, kept_back_told, on_scales
from facilitui.core.reviews.answer import Answer
from facilitui.core.reviews.growth import Growth
from facilitui.core.reviews.mentoring_sections import Named, about_mentoring, mentoring_sections
from facilitui.core.reviews.question import Question
from facilitui.core.told import capital, in_quotes, size

LET_GO = "It was let go: its copy is here only where another session has it too."


def about(record: Record | None) -> str:
    """What there is to say about an entry itself, in a line; empty where there is nothing."""
    match record:
        case Debrief():
            return about_told(record)
        case SelfScores():
            return record.rubric.told
        case Observation():
            by = record.giver.strip()
            return f"by {by} ({record.role.label.lower()})" if by else ""
        case fb.Feedback():
            out = "taken out: it counts in no figure" if record.withdrawn else ""
            return ", ".join(filter(None, ("asked weeks later" if record.later else "", out)))
        case Question() | Answer() | Growth():
            return about_mentoring(record)
        case Enrolment() | LogEntry() | Roster() | Snapshot():
            return about_of_pathway(record)
    return ""


def sections(
    record: Record | None, zone: tzinfo | None = None, named: Named = str
) -> tuple[Section, ...]:
    """What an entry says; of a debrief what stands beside its questions.

    Moments are told by the clock of the `zone` where that is known; `named` says what other entries
    are called, by their ids, and what a pathway and an enrolment call things.
    """
    match record:
        case Debrief():
            found = _debrief(record)
        case SelfScores():
            found = self_scores(record, zone)
        case Observation():
            found = observed(record, zone)
        case fb.Feedback():
            found = _feedback(record)
        case Attachment():
            found = (Section("The file", _attachment(record)),)
        case Question() | Answer() | Growth():
            found = mentoring_sections(record, named)
        case Enrolment() | LogEntry() | Roster() | Snapshot():
            found = pathway_sections(record, named)
        case Withdrawal() | PurgeRecord() | Purged():
            found = gone_sections(record)
        case _:
            found = ()
    return tuple(section for section in found if section.said)


def _debrief(debrief: Debrief) -> tuple[Section, ...]:
    earlier = (
        Said(
            each.text,
            "not told yet" if each.outlook is Outlook.OPEN else each.outlook.label,
            some(each.happened),
        )
        for each in debrief.earlier
    )
    goals = (
        Said(
            each.text or each.goal,
            each.verdict.label if each.verdict is not None else "not judged",
            some(each.evidence),
        )
        for each in debrief.judgements
    )
    sorts = Counter(sort for each in debrief.captures for sort in each.kinds)
    return (
        Section("Promised before", tuple(earlier)),
        Section("The goals", tuple(goals)),
        Section("Marked as it ran", tuple(Said(each.text) for each in debrief.marks if each.text)),
        Section("Captures", tuple(Said(s.label, str(count)) for s, count in sorts.items())),
    )


def _feedback(feedback: fb.Feedback) -> tuple[Section, ...]:
    growth = [Said(each) for each in growth_sentences(feedback)]
    growth += [Said(f"Example: {text}") for text in some(fb.example(feedback))]
    came_in = (
        Said(f"{capital(returned(feedback))}."),
        Said(f"{capital(when_told(feedback))}."),
        *(Said("From", name) for name in some(feedback.source)),
    )
    return (
        Section("Return rate", came_in),
        Section("Growth", tuple(growth)),
        *(Section(heading, _levels(found)) for heading, found in on_scales(feedback)),
        *(Section(item.label, _quoted(feedback, item)) for item in fb.Item if not item.levels),
    )


def _levels(found: Iterable[Answered]) -> tuple[Said, ...]:
    return tuple(
        Said(each.item.short, f"median {each.told}, {each.count} answered", (_spread(each),))
        for each in found
    )


def _spread(each: Answered) -> str:
    """How many chose each level, by its name where it has one."""
    words = fb.level_words(each.item, each.scale)
    named = zip(words, each.by_level, strict=True) if words else each.bars()
    return " · ".join(f"{word}{'' if words else ':'} {count}" for word, count in named)


def _quoted(feedback: fb.Feedback, item: fb.Item) -> tuple[Said, ...]:
    """What was written to an item, else only that there is something."""
    if told := fb.quotes(feedback, item):
        return tuple(Said(in_quotes(text)) for text in told)
    return tuple(map(Said, some(kept_back_told(feedback, item))))


def left_out(record: Record | None) -> tuple[str, ...]:
    """What a document about an entry does not tell."""
    if record is None:
        return ("whatever else it says",)
    if not isinstance(record, fb.Feedback):
        return ()
    few = f"what fewer than {fb.QUOTES_FROM} participants wrote"
    words = (few,) if few_wrote(record) else ()
    return (*words, *((FEW_FIGURES,) if few_in(record) else ()))


def _attachment(file: Attachment) -> tuple[Said, ...]:
    pairs = (
        ("Name", file.name),
        ("Kind", file.what.label.lower()),
        ("Size", size(file.size)),
        ("Evidence for the goal", file.goal or "none"),
        ("Everybody in it agreed", "yes" if file.consent else NOT_TOLD),
        ("Credit", file.credit or NOT_TOLD),
    )
    return (
        *((Said(LET_GO),) if file.removed else ()),
        *(Said(name, value) for name, value in pairs),
        Said("Hash", "", (file.file_hash,)),
        *(Said("Note", "", (text,)) for text in some(file.note)),
    )
