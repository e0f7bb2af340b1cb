"""What reports say of a session to those who share the work: timings, norms, debrief, scores."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC
from itertools import pairwise

from facilitui.core.debriefs.asked_moments import time_of
from facilitui.core.debriefs.debrief import Answer, Debrief, Earlier
from facilitui.core.debriefs.debrief_about import NEEDED
from facilitui.core.debriefs.debrief_questions import marked_at
from facilitui.core.debriefs.debrief_words import ObservationMode
from facilitui.core.debriefs.observation import Observation, lacks
from facilitui.core.debriefs.scores import RubricRef, Score, SelfScores, unsupported
from facilitui.core.debriefs.scores_beside import apart, side_by_side
from facilitui.core.debriefs.sorting import fate_wanted, fates
from facilitui.core.journals.said import on_day
from facilitui.core.library.frames import Tells
from facilitui.core.plans.plan_words import Outlook
from facilitui.core.reports.report_answers import answers_telling
from facilitui.core.reports.report_case import Case, Led
from facilitui.core.reports.report_figures import figure_name, figure_told
from facilitui.core.responses.feedback import Item
from facilitui.core.responses.feedback import quotes as feedback_quotes
from facilitui.core.sessions.session import NoteKind
from facilitui.core.told import (
    in_quotes,
    length,
    minutes,
    minutes_over,
    minutes_run,
    plural,
    signed,
)
from facilitui.reports.document import Bullets, Definitions, Heading, Paragraph, Part, Table
from facilitui.reports.report_topics import by_day, missing

HOST = "the host"
MOST_QUOTES = 40
"""Participants' answers to one question that a report has; of more it says how many."""


def timings(case: Case) -> list[Part]:
    """Each block with who led it, planned against run, and where the lead changed hands."""
    if case.run is None:
        return missing("No log of the run is here.")
    rows = tuple(
        (each.title, each.lead or HOST, minutes(each.planned), *_ran(each))
        for each in case.run.blocks
    )
    columns = ("Block", "Led by", "Planned", "Run", "Difference")
    found: list[Part] = [Table(columns, rows, frozenset({2, 3, 4}))]
    handed = _handed_over([each for each in case.run.blocks if not each.skipped])
    return [*found, Bullets(handed)] if handed else [*found, *missing("Nobody handed over.")]


def _ran(each: Led) -> tuple[str, str]:
    if each.skipped:
        return "left out", ""
    return minutes_run(each.ran), signed(minutes_over(each.ran, each.planned))


def _handed_over(blocks: list[Led]) -> tuple[str, ...]:
    return tuple(
        f"{before.lead or HOST} handed over to {after.lead or HOST} at {in_quotes(after.title)}"
        for before, after in pairwise(blocks)
        if before.lead != after.lead
    )


def norms(case: Case) -> list[Part]:
    """What became of the norms of which there is something to tell; how often one was called on."""
    debrief = case.debrief if case.debrief is not None else Debrief()
    if case.run is None:
        rows = tuple((each.text, each.fate.label.lower()) for each in debrief.norms)
        return _norm_table(rows) or missing("No norms were agreed on.")
    facts, agreed = case.run.facts, case.run.norms
    if not agreed:
        return missing("No norms were agreed on.")
    known, wanted = fates(debrief, facts), fate_wanted(debrief, facts)
    rows = tuple(
        (norm.text, known[norm.id].label.lower() if norm.id in known else "not told yet")
        for norm in agreed
        if norm.id in wanted
    )
    called, others = len(facts.norms_invoked), len(agreed) - len(rows)
    words = f"A norm was called on {plural(called, 'time')}." if called else "None was called on."
    more = f" {plural(others, 'norm')} {'more ' if rows else ''}stood without being watched."
    return [*_norm_table(rows), *missing(words + (more if others else ""))]


def _norm_table(rows: tuple[tuple[str, str], ...]) -> list[Part]:
    return [Table(("Norm", "What became of it"), rows)] if rows else []


def parked(case: Case) -> list[Part]:
    """What was put aside while it ran."""
    notes = case.run.facts.notes if case.run is not None else ()
    told = tuple(each.text for each in notes if each.kind is NoteKind.PARKED)
    return [Bullets(told)] if told else missing("Nothing was parked.")


def change(case: Case) -> list[Part]:
    """What the debrief and participants say should be otherwise next time."""
    found = _asked(answers_telling(case, Tells.NEXT, Tells.CHANGE), 4)
    for each in case.feedback:
        told = feedback_quotes(each, Item.ONE_CHANGE)
        if told:
            found += [Paragraph("Participants:"), Bullets(told[:MOST_QUOTES])]
        if len(told) > MOST_QUOTES:
            found += missing(f"And {len(told) - MOST_QUOTES} more.")
    return found or missing("Not told yet.")


def earlier(case: Case) -> list[Part]:
    """What was promised before, and what became of it."""
    told = case.debrief.earlier if case.debrief is not None else ()
    rows = tuple((each.text, by_day(each.due), _outlook(each), each.happened) for each in told)
    columns = ("Promise", "Due", "What became of it", "What happened")
    return [Table(columns, rows)] if rows else missing("Nothing was promised before.")


def _outlook(each: Earlier) -> str:
    return "not told yet" if each.outlook is Outlook.OPEN else each.outlook.label.lower()


def reflection(case: Case) -> list[Part]:
    """Everything that was asked, with what was written."""
    debrief = case.debrief
    if debrief is None:
        return missing("Not debriefed yet.")
    learned = Answer(id="", ask="What did participants learn?", text=debrief.learned)
    marks = [Answer(id="", ask=_marked(case, each.mark), text=each.text) for each in debrief.marks]
    asked = (learned, *debrief.prompts, *debrief.answers, *marks)
    written = [each for each in asked if each.text.strip()]
    pairs = (
        ("Frame", debrief.frame_name),
        ("Role", debrief.my_role.label),
        ("Stance", debrief.stance.label if debrief.stance is not None else "not told"),
        ("Support", NEEDED[debrief.support] if debrief.support is not None else "not told"),
    )
    about = Definitions(tuple((name, value) for name, value in pairs if value))
    found: list[Part] = [about, *_asked(written, 4)]
    if left := len(asked) - len(written):
        found += missing(f"{plural(left, 'question')} not answered.")
    return found


def _marked(case: Case, mark: int) -> str:
    if case.run is None or case.held_at is None:
        return "A marked moment"
    return marked_at(case.run.facts, mark, case.held_at.tzinfo or UTC)


def _asked(answers: Iterable[Answer], level: int) -> list[Part]:
    pairs = ((Heading(each.ask, level), Paragraph(each.text)) for each in answers)
    return [part for pair in pairs for part in pair]


def data(case: Case) -> list[Part]:
    """The facts that the debrief was written beside, as they stood then; else as they are."""
    rows = tuple((figure_name(e.name), figure_told(e.name, e.value)) for e in case.figures)
    return [Table(("Fact", "Figure"), rows, frozenset({1}))] if rows else missing("Not told yet.")


def self_scores(case: Case) -> list[Part]:
    """The facilitator's own scores, apart from anybody else's."""
    if case.scores is None or not case.scores.scores:
        return missing("Not scored yet.")
    return _scores(case, case.scores.rubric, case.scores.scores)


def observed(case: Case) -> list[Part]:
    """Each observation with its feedback, its scores, and what it lacks to count."""
    found: list[Part] = []
    for each in case.observations:
        found += [Heading(_observer(each), 4), Definitions(_about(each))]
        found += [Paragraph(each.feedback)] if each.feedback.strip() else []
        found += (
            _scores(case, each.rubric, each.scores) if each.scores else missing("No scores given.")
        )
        found += _beside_own(case.scores, each)
        if without := lacks(each, case.held_on):
            found += missing(
                f"It does not count as an observation yet: it lacks {', '.join(without)}."
            )
    return found or missing("Not observed yet.")


def _beside_own(own: SelfScores | None, observed: Observation) -> list[Part]:
    """The facilitator's scores beside an observer's, each apart, where both can be compared."""
    found: list[Part] = []
    for each in side_by_side(own, [observed]):
        rows = tuple((pair.name, _level(pair.mine), _level(pair.theirs)) for pair in each.pairs)
        columns = ("Criterion", "Facilitator", "Observer")
        found += [Paragraph("Side by side:"), Table(columns, rows, frozenset({1, 2}))]
    if apart(own, [observed]):
        found += missing("Both scored under different rubrics or versions: nothing is compared.")
    return found


def _level(score: Score | None) -> str:
    return str(score.level) if score is not None else "missing"


def _observer(each: Observation) -> str:
    return f"{each.giver.strip() or 'Somebody'} ({each.role.label.lower()})"


def _about(each: Observation) -> tuple[tuple[str, str], ...]:
    recorded = each.mode is ObservationMode.RECORDED
    pairs = (
        ("How", each.mode.label if each.mode is not None else "not told"),
        ("Observed", on_day(each.observed_on)),
        ("Feedback given", on_day(each.given_on)),
        ("Recording", (each.link or each.file_name or each.file_hash) if recorded else ""),
    )
    return tuple((name, value) for name, value in pairs if value)


def _scores(case: Case, rubric: RubricRef, scores: tuple[Score, ...]) -> list[Part]:
    """Scores under their rubric's name and version; each with what shows it."""
    rows = tuple(
        (
            each.name.strip() or "a criterion without a name",
            rubric.level_told(each.level),
            each.note.strip() or "nothing beside it",
            _at(case, each.told_moment),
        )
        for each in scores
    )
    named = f"{rubric.name or 'A rubric without a name'}, version {rubric.version or 'not told'}"
    found: list[Part] = [
        Paragraph(named, soft=True),
        Table(("Criterion", "Level", "What shows it", "At"), rows, frozenset({1, 3})),
    ]
    if bare := len(unsupported(scores)):
        found += missing(f"{plural(bare, 'score')} without a quote or a note.")
    return found


def _at(case: Case, moment: float | None) -> str:
    """A moment by the clock of its place; where no log tells that, how far into the session."""
    if moment is None:
        return ""
    if case.held_at is None:
        return f"{length(moment)} after the beginning"
    return time_of(moment, case.held_at, case.held_at.tzinfo or UTC)
