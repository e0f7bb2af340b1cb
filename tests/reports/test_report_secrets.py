"""What never gets into a report: private lines, few people's words, names, others' debriefs."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from facilitui.core.debriefs.debrief import Answer, Commitment, Judgement
from facilitui.core.debriefs.scores import Score, SelfScores
from facilitui.core.reports.handout import Format
from facilitui.core.reports.report_hiding import KEPT, PRIVATE
from facilitui.core.reports.report_privacy import for_reader
from facilitui.core.reports.report_reader import Reader
from facilitui.core.responses.feedback import GROWTH, QUOTES_FROM, Asked, Feedback, Item
from facilitui.core.responses.feedback_scale import Scale
from facilitui.core.sessions.session import NoteKind
from tests.core.strategies import texts
from tests.reports.cases import (
    OTHERS,
    QUOTE,
    TRUSTED,
    attachment,
    case,
    debrief,
    observation,
    responses,
)
from tests.reports.test_session_report import text

THE_SAME = {"debrief.learned", "debrief.commitments.text", "debrief.judgements.evidence"}
THEIRS = {
    Reader.LEADER: {
        *THE_SAME,
        *("debrief.judgements.text", "debrief.place", "feedback.example", "attachments.name"),
        "feedback.asked.text",
    },
    Reader.POINT_PERSON: {"debrief.commitments.text", "debrief.place"},
    Reader.COUNCIL: {
        *("debrief.learned", "debrief.commitments.text", "debrief.judgements.text"),
        *("feedback.example", "feedback.asked.text"),
    },
    Reader.CO_FACILITATOR: {
        *("debrief.answers.ask", "debrief.answers.text", "debrief.commitments.text"),
        *("debrief.earlier.text", "debrief.earlier.happened", "debrief.place"),
        *("debrief.with_whom", "debrief.planned_with.person", "feedback.responses.words"),
    },
    Reader.MENTOR: {
        *THE_SAME,
        *("debrief.judgements.text", "debrief.place", "debrief.with_whom", "feedback.example"),
        "debrief.planned_with.person",
        *("debrief.answers.ask", "debrief.answers.text", "debrief.prompts.ask"),
        *("debrief.prompts.text", "debrief.marks.text", "debrief.frame_name"),
        *("debrief.earlier.text", "debrief.earlier.happened", "debrief.facts.name"),
        *("debrief.facts.value", "scores.scores.name", "scores.scores.note"),
        *("scores.rubric.name", "scores.rubric.version", "observations.giver"),
        *("observations.feedback", "observations.scores.name", "observations.scores.note"),
        *("observations.rubric.name", "observations.rubric.version", "attachments.name"),
        *("attachments.credit", "feedback.asked.text"),
    },
    Reader.PARTICIPANTS: set(),
    Reader.SPONSOR: {
        *(THE_SAME - {"debrief.commitments.text"}),
        *("debrief.judgements.text", "debrief.answers.text", "feedback.asked.text"),
    },
}
"""The only writing of the evidence that each reader may read; whatever is added to it is not."""
TOKEN = re.compile(r"zq(\d+)qz")
REFERENCES = {"id", "session", "zone", "frame", "goal", "entry", "norm", "criterion", "plan"}


def about_a_goal(text: str) -> Feedback:
    """Six answers about the session, and about one goal of it on another scale."""
    asked = (Asked(item=item, scale=Scale(1, 7), goal="G1", text=text) for item in GROWTH)
    about = {"G1": {Item.BEFORE: 2, Item.NOW: 6}}
    told = tuple(each.model_copy(update={"goals": about}) for each in responses(6))
    return Feedback(attendance=8, asked=tuple(asked), responses=told, example=text)


class Branded:
    """A session in whose evidence every piece of writing is a word of its own."""

    def __init__(self) -> None:
        self._places: list[str] = []
        whole = case(
            debrief=debrief(place="here"),
            feedback=(about_a_goal("x"),),
        )
        names = ("debrief", "scores", "observations", "feedback", "attachments")
        branded = {name: self._value(getattr(whole, name), name) for name in names}
        self.case = case(**branded)

    def _value(self, value: Any, place: str) -> Any:
        if isinstance(value, BaseModel):
            fields = {
                name: self._value(getattr(value, name), f"{place}.{name}")
                for name in type(value).model_fields
                if name not in REFERENCES
            }
            return value.model_copy(update=fields)
        if isinstance(value, tuple):
            return tuple(self._value(each, place) for each in value)
        if isinstance(value, dict):
            return {key: self._value(each, place) for key, each in value.items()}
        if type(value) is not str:
            return value
        self._places.append(place)
        return f"zq{len(self._places) - 1}qz"

    def read_in(self, told: str) -> set[str]:
        """Where everything comes from that can be read in a text."""
        return {self._places[int(found)] for found in TOKEN.findall(told)}


@pytest.mark.parametrize("reader", Reader)
def test_each_reader_reads_only_what_is_theirs(reader: Reader) -> None:
    """And all of it: the promise is not kept by leaving everything out."""
    branded = Branded()
    assert branded.read_in(text(reader, branded.case)) == THEIRS[reader]


private_lines = st.builds("{} zqzqzq said it {}".format, texts, texts)


@given(
    private_lines,
    st.sampled_from(Reader),
    st.sampled_from(["{}", "so: “{}”.", "x {}, x", "{}\n{}"]),
)
def test_no_private_capture_leaves(line: str, reader: Reader, pulled: str) -> None:
    """Also where it was pulled into an answer, however hostile it is; not for the mentor either."""
    into = pulled.format(line, line)
    said = debrief(
        title=into,
        learned=into,
        place=line,
        answers=(Answer(id="plus_delta.delta", ask=into, text=into),),
        prompts=(Answer(id="overrun", ask=into, text=into),),
        commitments=(Commitment(text=into),),
        judgements=(Judgement(goal="G1", text=into, evidence=into),),
        quotes=(into,),
    )
    score = Score(criterion="c", name=line, level=1, note=into)
    one = case(
        (line,),
        title=into,
        debrief=said,
        scores=SelfScores(scores=(score,)),
        observations=(observation(feedback=into, scores=(score,)),),
        attachments=(attachment(line),),
        feedback=(about_a_goal(into),),
    )
    assert "zqzqzq" not in repr(for_reader(one, reader))
    for form in (Format.MARKDOWN, Format.HTML):
        told = unescape(text(reader, one, form=form))
        assert "zqzqzq" not in told
        assert reader is Reader.PARTICIPANTS or "1 private capture" in told


def test_a_word_by_itself_is_a_word_like_any_other() -> None:
    """A capture of one short word does not blot out that word everywhere."""
    told = text(Reader.MENTOR, case(("learner",), debrief=debrief(learned="They quote learners.")))
    assert "They quote learners." in told and PRIVATE not in told


@pytest.mark.parametrize("reader", Reader)
def test_no_capture_is_handed_on_unless_it_was_released(reader: Reader) -> None:
    """What writes a report does not even have it; parked lines go to two, moments marked to one."""
    run = for_reader(case(("zqz",)), reader).run
    assert run is not None and "zqz" not in repr(run)
    kinds = {note.kind for note in run.facts.notes}
    marked = {NoteKind.MARK} if reader is Reader.MENTOR else set()
    assert kinds == marked | ({NoteKind.PARKED} if reader.trusted else set())
    assert not any(each.text for each in run.facts.notes if each.kind is NoteKind.MARK)


def test_only_what_is_released_is_quoted() -> None:
    """As the log says now: what the debrief kept once, or what no log can show, stays out."""
    told = text(Reader.LEADER, case())
    assert QUOTE in told and "A stale quote." not in told
    pulled = debrief(learned="He said: “he did not want to” (15:40).")
    assert f"He said: {PRIVATE}." in text(Reader.MENTOR, case(run=None, debrief=pulled))
    unchecked = text(Reader.LEADER, case(run=None, debrief=pulled))
    assert KEPT in unchecked and "He said" not in unchecked
    assert "A stale quote." not in unchecked
    assert "quotes whose release cannot be checked" in unchecked


@pytest.mark.parametrize("count", [0, QUOTES_FROM - 1, QUOTES_FROM])
@pytest.mark.parametrize("reader", Reader)
def test_no_quote_of_fewer_than_five_leaves(count: int, reader: Reader) -> None:
    """Neither what they wrote nor the example; how many answered is told."""
    some = Feedback(attendance=9, responses=responses(count), example="Quite an example.")
    told = text(reader, case(feedback=(some,)))
    enough = count >= QUOTES_FROM
    handed = repr(for_reader(case(feedback=(some,)), reader))
    assert ("More time to read." in handed) is (enough and reader is Reader.CO_FACILITATOR)
    grown = {Reader.LEADER, Reader.COUNCIL, Reader.MENTOR}
    assert ("Quite an example." in handed) is (enough and reader in grown)
    assert ("More time to read." in told) is (enough and reader is Reader.CO_FACILITATOR)
    assert ("Quite an example." in told) <= enough
    if reader is Reader.LEADER and count:
        assert f"{count} of 9 answered" in told
        assert ("fewer than 5 answered" in told) is not enough


@pytest.mark.parametrize("reader", OTHERS)
def test_nobody_is_named_to_those_who_do_not_share_the_work(reader: Reader) -> None:
    """Neither a participant, wherever the name was written, nor who led, observed or helped."""
    said = (
        "ANA LEE saw it, Ms Lee too; ana, Zoe, bo, Bo, Maria, Petra, otto and Pia; Banana did not."
    )
    one = case(
        title="Ana's dilemma",
        debrief=debrief(learned=said),
        attachments=(attachment("Ana_Lee_exit.pdf"),),
    )
    told = text(reader, one)
    names = re.compile(r"(?<![a-z])(ana|lee|zoe|maria|petra|otto|pia)(?![a-z])", re.IGNORECASE)
    assert names.findall(told) == [] and "Bo," not in told
    assert reader is not Reader.LEADER or "Banana did not." in told
    assert reader is Reader.PARTICIPANTS or "names of people" in told


@pytest.mark.parametrize("reader", TRUSTED)
def test_those_who_share_the_work_are_told_who_led(reader: Reader) -> None:
    """Without it there is no hand-over to talk about."""
    assert "Zoe handed over to Bo" in text(reader, case())


@pytest.mark.parametrize("reader", Reader)
def test_files_without_consent_and_aftercare_go_to_nobody(reader: Reader) -> None:
    """That there is such a thing is told, but for participants, who get questions only."""
    told = text(reader, case(lenses=("Eli", "somebody else")))
    assert "secret.jpg" not in told and "Somebody does." not in told
    assert ("Debriefed apart by**: Eli" in told) is ("debrief by Eli" in told) is reader.trusted
    others = "debrief by somebody else" if reader.trusted else "2 debriefs by others"
    for words in ("1 attachment without consent", "aftercare", others):
        assert (words in told) is (reader is not Reader.PARTICIPANTS)
