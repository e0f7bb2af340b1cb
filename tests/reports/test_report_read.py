"""Reports as those read them who get them: nothing contradicts itself or stands unexplained."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.debriefs.debrief import Answer, CaptureSorted, Judgement
from facilitui.core.journals.entry_sections import left_out
from facilitui.core.reports.handout import Format
from facilitui.core.reports.report_answers import CHALLENGES, bullets
from facilitui.core.reports.report_case import Case, quotes_others
from facilitui.core.reports.report_hiding import PRIVATE
from facilitui.core.reports.report_privacy import for_reader
from facilitui.core.reports.report_reader import Reader
from facilitui.core.responses.feedback import Feedback, Item, Response
from facilitui.core.sessions.session import NoteKind
from facilitui.reports.document import Document, Table
from facilitui.reports.markdown import markdown
from tests.reports.cases import OTHERS, attachment, case, debrief, responses
from tests.reports.test_report_left_out import NAMES, everything_told
from tests.reports.test_session_report import text

PHONE = "Bruno Keller was on his phone all the time"
EDITED = "Bruno Keller kept scrolling, and Bruno asked why."
SHORT = {Reader.COUNCIL, Reader.SPONSOR}


@pytest.mark.parametrize("reader", [Reader.LEADER, Reader.COUNCIL, Reader.SPONSOR])
def test_whom_a_private_line_names_nobody_outside_learns_of(reader: Reader) -> None:
    """They stand in no plan and no group; whoever shares the work reads who it was."""
    answers = (Answer(id="plus_delta.plus", ask="What worked?", text="Then Keller read on."),)
    one = case((PHONE,), debrief=debrief(learned=EDITED, answers=answers))
    told = text(reader, one)
    assert "Bruno" not in told and "Keller" not in told
    assert "somebody kept scrolling, and somebody asked why." in told
    assert "Bruno asked why" in text(Reader.MENTOR, one)


@pytest.mark.parametrize(
    ("title", "private"),
    [
        ("Looking at work", "They all loved Kanban, nobody asked Padlet"),
        ("Kanban basics", "Then Kanban kept Ana busy"),
    ],
)
def test_what_a_private_line_is_about_is_nobody(title: str, private: str) -> None:
    """A thing keeps its name, in the title too."""
    one = case((private,), title=title, debrief=debrief(learned="Kanban works best on paper."))
    told = text(Reader.LEADER, one)
    assert title in told and "Kanban works best on paper." in told


@pytest.mark.parametrize("reader", OTHERS)
def test_of_names_nobody_is_promised_more_than_is_known(reader: Reader) -> None:
    """Also where all could be looked up: others were not sought."""
    if reader is not Reader.PARTICIPANTS:
        assert NAMES in everything_told(case(), reader)


@pytest.mark.parametrize("reader", [Reader.COUNCIL, Reader.SPONSOR, Reader.LEADER])
@pytest.mark.parametrize(
    "learned", ["She said “now I see” and left.", "A long and winding tale of Ana Lee's day."]
)
def test_whoever_hands_over_others_words_is_asked_to_read_it(reader: Reader, learned: str) -> None:
    """Whatever else stands in it: those of the debrief are enough."""
    bare: dict[str, Any] = {"feedback": (), "observations": (), "run": None}
    assert quotes_others(for_reader(case(**bare, debrief=debrief(learned=learned)), reader))
    assert not quotes_others(for_reader(case(**bare), reader))


@pytest.mark.parametrize("reader", Reader)
def test_in_a_few_lines_no_sentence_has_a_gap(reader: Reader) -> None:
    """A sponsor and a council have nobody to ask; that one is missing is told."""
    learned = "They read it well. It was then that on his phone all the time he was seen by us all."
    one = case((PHONE,), debrief=debrief(learned=learned))
    told = text(reader, one)
    if reader in SHORT:
        assert PRIVATE not in told and "They read it well" in told and "It was then" not in told
        assert "1 sentence that held a private line" in told
    elif reader in {Reader.LEADER, Reader.MENTOR}:
        assert f"It was then that {PRIVATE} he was seen by us all." in told


def surer(count: int, **fields: Any) -> Feedback:
    """So many who are surer of the first goal, of nine."""
    levels = {"G1": {Item.BEFORE: 1, Item.NOW: 3}}
    return Feedback(attendance=9, responses=(Response(goals=levels),) * count, **fields)


def shown(one: Case, reader: Reader) -> list[str]:
    """What shows each goal, as its reader gets it."""
    table = text(reader, one).split("| Goal | Reached | What shows it |")[1].split("\n\n")[0]
    return [line.split(" | ")[2].removesuffix(" |") for line in table.split("\n")[2:]]


def test_what_shows_a_goal_is_what_there_is() -> None:
    """Files, captures that were sorted, and how many are surer: by the rule of the debrief."""
    judged = debrief(judgements=(Judgement(goal="G1", text="know"),))
    bare = case(debrief=judged, feedback=(), attachments=())
    assert shown(bare, Reader.LEADER) == ["nothing told yet", "nothing told yet"]
    files = (attachment("a", goal="G1"), attachment("b", goal="G1", consent=False))
    one = replace(bare, attachments=files, feedback=(surer(6),))
    for reader in (Reader.LEADER, Reader.MENTOR):
        assert shown(one, reader) == ["1 file, 6 of 6 surer now", "nothing told yet"]
    assert one.run is not None and one.debrief is not None
    seq = next(n.seq for n in one.run.facts.notes if n.kind is NoteKind.CAPTURE)
    sorted_ = one.debrief.model_copy(
        update={"captures": (CaptureSorted(capture=seq, goals=("G2",)),)}
    )
    assert shown(replace(one, debrief=sorted_), Reader.LEADER)[1] == "1 capture"
    written = case(feedback=(surer(6),), attachments=())
    assert shown(written, Reader.LEADER)[0] == "Nine lists. (6 of 6 surer now)"


def test_figures_of_few_show_no_goal_to_whoever_was_not_there() -> None:
    """That too few answered is told; who shares the work reads how many."""
    one = case(debrief=debrief(judgements=()), attachments=(), feedback=(surer(3),))
    assert shown(one, Reader.LEADER) == ["too few answered to tell", "nothing told yet"]
    assert shown(one, Reader.MENTOR)[0] == "3 of 3 surer now"


def test_a_file_names_its_goal_and_whoever_may_be_named() -> None:
    """An id stands nowhere else in a report; a column of nothing is none."""
    one = case(attachments=(attachment("list.pdf", goal="G1"),))
    assert re.search(r"\| list.pdf \| .* \| know \|\n", text(Reader.LEADER, one))
    assert "| File | Kind | Goal |\n" in text(Reader.LEADER, one)
    assert re.search(r"\| list.pdf \| .* \| know \| Pia \|", text(Reader.MENTOR, one))
    for reader in (Reader.LEADER, Reader.MENTOR):
        assert "G1" not in text(reader, one)


@pytest.mark.parametrize("reader", [Reader.LEADER, Reader.COUNCIL])
def test_too_few_of_each_question_is_told_as_that(reader: Reader) -> None:
    """Where enough answered something, but none of the questions."""
    apart = [{Item.BEFORE: 1, Item.NOW: 3}] * 3 + [{Item.PACE: 5}] * 4
    heard = Feedback(attendance=9, responses=tuple(Response(levels=each) for each in apart))
    told = text(reader, case(feedback=(heard,)))
    least = "Too few to tell: fewer than 5 answered"
    assert f"{least} both before and now. In all, 7 of 9 answered (78%)." in told
    if reader is Reader.LEADER:
        assert f"{least} each of the questions. In all, 7 of 9 answered (78%)." in told


def test_a_run_has_its_figures_before_its_debrief() -> None:
    """As they are; once it is debriefed, as they stood then."""
    before = text(Reader.MENTOR, case(debrief=None))
    assert "| Minutes planned | 15 |" in before and "| Lines written down as it ran | 2 |" in before
    assert "| Minutes led by Zoe | 5 |" in before
    assert "| Minutes planned |" not in text(Reader.MENTOR, case())


@pytest.mark.parametrize(
    ("late", "agreed", "free", "told"),
    [
        (1, None, 0, []),
        (5, None, 0, ["It ended 5 minutes later than planned"]),
        (9, 0, 0, ["It ended 9 minutes later than planned, as agreed"]),
        (9, 4, 0, ["It ended 9 minutes later than planned"]),
        (9, None, 16, []),
    ],
)
def test_whoever_was_not_there_is_told_of_the_end_that_was_booked(
    late: int, agreed: int | None, free: int, told: list[str]
) -> None:
    """Blocks that took longer than planned kept nobody, where more was booked."""
    whole = case()
    assert whole.run is not None
    facts = replace(whole.run.facts, planned=25, ran=31)
    facts = replace(facts, ended_late=late, after_agreed=agreed, free=free)
    one = replace(whole, run=replace(whole.run, facts=facts))
    lines = bullets(one)[CHALLENGES]
    assert [each for each in lines if each.startswith("It ")] == told
    head = text(Reader.LEADER, one)
    assert "**Minutes of all blocks**: 25 planned, 31 run" in head
    assert f"**Against the plan**: ended {late} min late" in head


def test_the_session_record_says_what_it_is_made_of() -> None:
    """What participants learned rests on what the facilitator wrote."""
    both = "The session record is the log of its run and the facilitator's own debrief."
    assert both in text(Reader.LEADER, case())
    assert "record is the log of its run." in text(Reader.LEADER, case(debrief=None))
    assert "record is the facilitator's own debrief." in text(Reader.MENTOR, case(run=None))


@pytest.mark.parametrize("words", [True, False])
def test_an_entry_leaves_out_only_words_that_there_are(words: bool) -> None:
    """Of few answers on scales nobody wrote anything."""
    few = responses(2) if words else tuple(Response(levels=e.levels) for e in responses(2))
    told = left_out(Feedback(responses=few))
    assert ("what fewer than 5 participants wrote" in told) is words


@pytest.mark.parametrize(
    ("cell", "raw"),
    [
        ("=1+1 goal", r"\=1+1 goal"),
        ("@SUM", r"\@SUM"),
        ("+HYPERLINK(x)", r"\+HYPERLINK(x)"),
        ("-2+3 more", r"\-2+3 more"),
        ("- SUM(A1)", r"\- SUM(A1)"),
        ("＝1+1", "&#65309;1+1"),
        ("- nine lists", "- nine lists"),
        ("+2.5", "+2.5"),
        ("-3", "-3"),
        ("a=b", "a=b"),
    ],
)
def test_a_table_that_is_copied_into_a_spreadsheet_runs_nothing(cell: str, raw: str) -> None:
    """It is escaped as markup is, and so reads as it was written; figures stay figures."""
    assert f"| {raw} |" in markdown(Document("t", (Table(("a",), ((cell,),)),)))


@given(st.sampled_from("=+-@＝＋－＠"), st.text("A1(!|+ ", max_size=6), st.sampled_from(Reader))
def test_no_cell_of_a_markdown_report_begins_a_formula(
    sign: str, rest: str, reader: Reader
) -> None:
    """Whatever a goal is called; a list in plain words is none."""
    formula = f"{sign}1{rest}x"
    judged = debrief(judgements=(Judgement(goal="G1", text=formula, evidence=formula),))
    told = text(reader, case(debrief=judged), form=Format.MARKDOWN)
    assert f"| {sign}1" not in told
