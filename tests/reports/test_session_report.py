"""Reports by reader: each gets what it needs, in words that stay honest where something lacks."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.debriefs.debrief import Judgement
from facilitui.core.debriefs.debrief_words import Verdict
from facilitui.core.reports.handout import Format
from facilitui.core.reports.report import Coming, Report, Topic
from facilitui.core.reports.report_case import Case
from facilitui.core.reports.report_making import report_of
from facilitui.core.reports.report_reader import Reader
from facilitui.core.responses.feedback import Feedback, Item, Response
from facilitui.reports.document import Bullets, Heading
from facilitui.reports.report_craft import MOST_QUOTES
from facilitui.reports.session_report import session_report, written_report
from tests.core.making import START
from tests.core.strategies import texts
from tests.reports.cases import BARE, QUOTE, attachment, case, debrief, observation, responses

readers = st.sampled_from(Reader)


def report(reader: Reader, *cases: Case, coming: tuple[Coming, ...] = ()) -> Report:
    """What a reader gets of some sessions."""
    return report_of(reader, cases, coming)


def text(reader: Reader, *cases: Case, form: Format = Format.MARKDOWN) -> str:
    """A report as it is written."""
    return written_report(report(reader, *cases), form).data.decode("utf-8")


WANTED = {
    Reader.LEADER: (
        *("met", "Nine lists.", "6 of 6", "8 answered", "list.pdf", "9 December", QUOTE),
        "staff (30 min)",
    ),
    Reader.POINT_PERSON: (
        "15:30 to 15:47",
        "Count to five (by",
        "What is next",
        "The planned exit ticket: not",
    ),
    Reader.COUNCIL: ("They quote the learner.", "Met: know", "median gain is 2"),
    Reader.CO_FACILITATOR: (
        *("Zoe handed over to Bo", "Listen.", "kept", "Fewer rounds.", "More time to read."),
        *("Count to five", "Wait longer.", "What of parents?", "+2"),
    ),
    Reader.MENTOR: (
        *("My own thought.", "A laugh.", "Asks openly", "2 of 4", "Otto", "Holds silence"),
        *("Minutes led by Zoe", "You held the silence.", "Maria", "list.pdf", "Pia", "Depth."),
        "Petra (staff, 30 min)",
    ),
    Reader.PARTICIPANTS: ("Know the criteria.", "What will you try", "……"),
    Reader.SPONSOR: ("- They quote the learner.", "- Silence.", "answers in a frame of which"),
}


@pytest.mark.parametrize("reader", Reader)
def test_each_reader_gets_what_it_needs(reader: Reader) -> None:
    """In both formats, with the times of the session's own zone."""
    for form in (Format.MARKDOWN, Format.HTML):
        told = re.sub(r"\\(.)", r"\1", unescape(text(reader, case(), form=form)))
        told = told.replace('<div class="room"></div>', "……")
        wanted = (each.removeprefix("- ") for each in WANTED[reader])
        assert not [each for each in wanted if each not in told]


def test_what_a_spreadsheet_would_run_reads_as_it_was_written() -> None:
    """An apostrophe before it would be a word that nobody wrote."""
    evidence = (Judgement(goal="G1", text="know", verdict=Verdict.MET, evidence="- nine lists"),)
    one = case(debrief=debrief(judgements=evidence))
    assert "| - nine lists |" in text(Reader.LEADER, one)
    told = text(Reader.LEADER, one, form=Format.HTML)
    assert "'- nine" not in unescape(told) and "- nine lists" in told


def test_the_middle_of_a_scale_is_no_agreement() -> None:
    """Of levels 3, 4 and 5 two are above the middle."""
    told = tuple(Response(levels={Item.PACE: level}) for level in (3, 4, 5))
    effect = text(Reader.MENTOR, case(feedback=(Feedback(responses=told),)))
    assert "| There was enough time to think. | 2 of 3 |" in effect


def test_of_many_wishes_the_number_of_the_others_is_told() -> None:
    """The first forty stand there, and of one more it says that there is one."""
    for more in (0, 1):
        many = Feedback(attendance=50, responses=responses(MOST_QUOTES + more))
        told = text(Reader.CO_FACILITATOR, case(feedback=(many,)))
        assert told.count("More time to read.") == MOST_QUOTES == 40
        assert ("And 1 more." in told) is bool(more)


def test_several_sessions_have_an_overview_and_a_part_each() -> None:
    """In the order they were given; for the sponsor they stand under the same three headings."""
    later = case(title="The next one", debrief=None)
    told = text(Reader.LEADER, case(), later)
    heads = re.findall(r"^## (.*)$", told, re.MULTILINE)
    assert heads == ["Overview", "Looking at work", "The next one"]
    assert "| 1 of 2 met, 1 not judged yet |" in told and "| not judged yet |" in told
    assert "- Looking at work: Silence." in text(Reader.SPONSOR, case(), later)
    assert "Overview" not in text(Reader.PARTICIPANTS, case(), later)


@given(st.lists(texts, max_size=3), st.booleans())
def test_the_sponsor_gets_three_headings_and_bullets_only(said: list[str], many: bool) -> None:
    """Exactly Learnings, Challenges, Successes, whatever was written (requirements E-42)."""
    known = debrief().answers[:2]
    one = case(debrief=debrief(learned="\n".join(said), answers=known))
    document = session_report(report(Reader.SPONSOR, *[one] * (1 + many)))
    heads = [part.text for part in document.parts if isinstance(part, Heading)]
    assert heads == ["Learnings", "Challenges", "Successes"]
    assert all(isinstance(part, Heading | Bullets) for part in document.parts)
    assert all(part.items for part in document.parts if isinstance(part, Bullets))


@pytest.mark.parametrize("reader", Reader)
def test_what_is_missing_is_told_as_missing(reader: Reader) -> None:
    """Of a session of which nothing is known: no figure at all, and every heading says so."""
    document = session_report(report(reader, BARE))
    told = written_report(report(reader, BARE), Format.MARKDOWN).data.decode("utf-8")
    body = told.split("\n---\n")[0]
    assert not re.search(r"\d", body.replace("Untitled session", "")), body
    between = zip(document.parts, document.parts[1:], strict=False)
    assert not [a for a, b in between if isinstance(a, Heading) and isinstance(b, Heading)]
    assert not isinstance(document.parts[-1], Heading)


def test_an_observation_that_lacks_something_says_what() -> None:
    """And it is no second kind of evidence before it counts."""
    bare = case(observations=(observation(feedback=""),), feedback=(), scores=None, attachments=())
    told = text(Reader.MENTOR, bare)
    assert "It does not count as an observation yet: it lacks the feedback." in told
    assert "not observed yet" in told and "Rests on: session record, rubric scores." in told


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "Only one kind of evidence: session record."),
        ({"feedback": (Feedback(),)}, "Only one kind of evidence: session record."),
        (
            {"feedback": (Feedback(responses=responses(1)),)},
            "Rests on: session record, participant feedback.",
        ),
        ({"attachments": (attachment("x"),)}, "session record, artefacts."),
        ({"attachments": (attachment("x", consent=False),)}, "Only one kind of evidence"),
        ({"attachments": (attachment("x", consent=False),)}, "*Nothing attached that may be shown"),
    ],
)
def test_leaders_are_told_on_how_many_kinds_it_rests(fields: dict[str, Any], words: str) -> None:
    """At least two are wanted (C-32); a file that may not be shown is none that it can rest on."""
    bare: dict[str, Any] = {"feedback": (), "scores": None, "observations": (), "attachments": ()}
    assert words in text(Reader.LEADER, case(**(bare | fields)))


def test_what_is_next_is_told_in_its_own_zone() -> None:
    """A day without a time of day is a day; nothing planned is told as that."""
    coming = (
        Coming("Next one", START.replace(tzinfo=None), "", "America/Toronto"),
        Coming("Some day", None, "Friday 4 December 2026"),
    )
    made = written_report(report(Reader.POINT_PERSON, case(), coming=coming), Format.MARKDOWN)
    told = made.data.decode("utf-8")
    assert "Wednesday 25 November 2026, 20:30 (America/Toronto): Next one" in told
    assert "- Friday 4 December 2026: Some day" in told
    assert "No session is planned with a date yet." in text(Reader.POINT_PERSON, case())


def test_a_session_over_midnight_names_both_days() -> None:
    """The end stands on its own day."""
    late = case()
    assert late.run is not None and late.held_at is not None
    facts = replace(late.run.facts, ended_at=START + timedelta(hours=10))
    told = text(Reader.COUNCIL, replace(late, run=replace(late.run, facts=facts)))
    assert "15:30 to 01:30 on Thursday 26 November 2026 (America/Toronto)" in told


FORMULAS = st.sampled_from(["=", "+", "-", "@", "\ufeff=", " =", "\n@", "＝"]).flatmap(
    lambda sign: st.just(f"{sign}cmd|'/c calc'!A1")
)


@given(FORMULAS, st.sampled_from([Reader.LEADER, Reader.MENTOR, Reader.CO_FACILITATOR]))
def test_no_cell_that_a_spreadsheet_would_run_leaves(formula: str, reader: Reader) -> None:
    """Whatever was typed into a title, a goal's evidence, a file's name or a promise."""
    one = case(
        title=formula,
        debrief=debrief(judgements=(debrief().judgements[0].model_copy(
            update={"text": formula, "evidence": formula}),)),
        attachments=(attachment(formula, credit=formula),),
    )  # fmt: skip
    told = text(reader, one, one, form=Format.HTML)
    cells = [unescape(each).strip() for each in re.findall(r"<td[^>]*>(.*?)</td>", told, re.S)]
    running = [each for each in cells if re.match(r"[=+\-@＝]", each)]
    assert cells and not [each for each in running if not re.fullmatch(r"[+-]?\d+", each)]


def test_every_topic_is_told_to_somebody() -> None:
    """None is left over, and only the sponsor has a form of its own."""
    told = {topic for reader in Reader for topic in report(reader).topics}
    assert told == set(Topic)
