"""What there is for each goal, and what was planned to show it and never came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from facilitui.core.debriefs.debrief import CaptureSorted, Debrief
from facilitui.core.debriefs.debrief_answers import judging
from facilitui.core.debriefs.debrief_words import CaptureSort, Verdict
from facilitui.core.debriefs.evidence_there import evidence_there, lacking
from facilitui.core.debriefs.sorting import with_capture
from facilitui.core.journals.attachment import Attachment
from facilitui.core.plans.plan import Evidence, Goal
from facilitui.core.responses.feedback import Feedback, Item, Response
from facilitui.core.sessions import moves
from facilitui.core.sessions.facts import SessionFacts, session_facts
from facilitui.core.sessions.session import NoteKind
from facilitui.core.vocabulary import EvidenceKind
from tests.core.making import Script, plain

PLANNED = (
    Evidence(id="E1", kind=EvidenceKind.EXIT_TICKET, goals=("all",)),
    Evidence(id="E2", kind=EvidenceKind.WORK_PRODUCT, goals=("G2",)),
)


def run(*captures: str) -> SessionFacts:
    """A session with two goals and what shows them, and these captures."""
    goals = (Goal(id="G1", text="one"), Goal(id="G2", text="two"))
    script = Script(plain(10), goals=goals, evidence=PLANNED).press(moves.forward)
    return session_facts(script.press(*(moves.capture(each) for each in captures)).state)


def told(facts: SessionFacts, debrief: Debrief, *files: Attachment) -> list[tuple[str, ...]]:
    """What there is for each goal, then what is missing."""
    anything = facts.count(NoteKind.CAPTURE) > 0
    found = evidence_there(facts, debrief, files)
    return [(each.told, *each.missing(anything=anything)) for each in found]


def named(facts: SessionFacts, debrief: Debrief, files: Sequence[Attachment]) -> tuple[str, ...]:
    """What has no item yet, with its goals."""
    return tuple(each.with_goals for each in lacking(facts, debrief, files))


def test_what_was_planned_and_never_came_is_named_for_its_goal() -> None:
    """Not captured, or captured and not sorted: each is told as what it is."""
    one, two = "Exit ticket for G1: nothing", "Exit ticket for G2: nothing"
    work = "Work product for G2: nothing"
    for facts, done in ((run(), "captured"), (run("x"), "sorted")):
        assert told(facts, Debrief()) == [
            ("", f"{one} {done} yet"),
            ("", f"{two} {done} yet", f"{work} {done} yet"),
        ]
    assert told(replace(run(), evidence=()), Debrief()) == [("",), ("",)]
    assert told(replace(run(), goals=()), Debrief()) == []


def test_captures_and_files_count_for_the_goal_they_were_sorted_to() -> None:
    """Quotes count for none, a file that was let go no more, a capture of another session never."""
    facts = run("a", "b", "c")
    first, second, third = (note.seq for note in facts.notes)
    debrief = with_capture(Debrief(), CaptureSorted(capture=first, goals=("G1",)))
    debrief = with_capture(debrief, CaptureSorted(capture=second, goals=("G1",)))
    debrief = with_capture(debrief, CaptureSorted(capture=third, sorts=(CaptureSort.QUOTE,)))
    debrief = with_capture(debrief, CaptureSorted(capture=999, goals=("G2",)))
    file = Attachment(file_hash="0" * 64, name="n", size=1, goal="G2")
    assert told(facts, debrief, file) == [("2 captures",), ("1 file",)]
    gone = file.model_copy(update={"removed": True})
    assert told(facts, debrief, gone)[1][0] == "" and len(told(facts, debrief, gone)[1]) == 3


def test_what_has_no_item_yet_is_named_with_its_goals() -> None:
    """A capture of another goal shows nothing; what is for no goal is there with any capture."""
    facts = run("a")
    (note,) = facts.notes
    assert named(facts, Debrief(), ()) == ("exit ticket for G1 and G2", "work product for G2")
    first = with_capture(Debrief(), CaptureSorted(capture=note.seq, goals=("G1",)))
    assert named(facts, first, ()) == ("exit ticket for G2", "work product for G2")
    file = Attachment(file_hash="0" * 64, name="n", size=1, goal="G2")
    assert named(facts, first, (file,)) == ()
    loose = (Evidence(id="E", kind=EvidenceKind.LEARNER_DATA),)
    assert named(replace(run(), evidence=loose), Debrief(), ()) == ("learner data",)
    assert named(replace(facts, evidence=loose), Debrief(), ()) == ()


def test_what_was_written_down_shows_its_goal_and_the_rest_is_counted() -> None:
    """Words of what shows one goal are evidence for that goal; the kind lacks for the other."""
    facts = run()
    said = judging(Debrief(), facts, "G2", evidence="They quote it.")
    assert named(facts, said, ()) == ("exit ticket for G1",)
    (ticket,) = lacking(facts, said, ())
    assert ticket.told == "in for 1 of 2 goals"
    assert [each.told for each in lacking(facts, Debrief(), ())] == ["not in yet"] * 2
    assert named(facts, judging(Debrief(), facts, "G2", evidence=" "), ())[1:] == (
        "work product for G2",
    )


def test_a_kind_that_a_goal_has_is_there_or_not_as_the_goal_says() -> None:
    """One more of that kind for a goal that is gone lacks nowhere; of another kind it does."""
    facts = run()
    said = judging(judging(Debrief(), facts, "G1", evidence="seen"), facts, "G2", evidence="seen")
    gone = Evidence(id="E3", kind=EvidenceKind.EXIT_TICKET, goals=("G9",))
    other = Evidence(id="E4", kind=EvidenceKind.LEARNER_DATA, goals=("G9",))
    more = replace(facts, evidence=(*PLANNED, gone, other))
    assert [(each.kind, each.told) for each in lacking(more, said, ())] == [
        ("learner data", "not in yet")
    ]
    assert [each.with_goals for each in lacking(more, Debrief(), ())] == [
        *("learner data", "exit ticket for G1 and G2", "work product for G2"),
    ]


def test_what_participants_told_of_a_goal_is_evidence_for_it() -> None:
    """A planned self-report came then; an exit ticket did not, and another goal has none."""
    planned = (*PLANNED, Evidence(id="E3", kind=EvidenceKind.THEN_AND_NOW, goals=("all",)))
    surer = [Response(goals={"G1": {Item.BEFORE: 1, Item.NOW: now}}) for now in (3, 1)]
    heard = (Feedback(responses=tuple(surer)), Feedback())
    found = evidence_there(replace(run(), evidence=planned), Debrief(), (), heard)
    assert [each.told for each in found] == ["1 of 2 surer now", ""]
    first, second = (" ".join(each.missing(anything=False)) for each in found)
    assert "Exit ticket" in first and "Then and now" not in first and "Then and now" in second


def test_who_tells_it_again_weeks_later_is_counted_once() -> None:
    """The end of the session goes before; only where nobody told it there the first time after."""
    grown = Response(goals={"G1": {Item.BEFORE: 1, Item.NOW: 3}})
    other = Response(goals={"G2": {Item.BEFORE: 3, Item.NOW: 3}})
    end = Feedback(responses=(grown,) * 6)
    later = Feedback(later=True, responses=(grown,) * 5 + (other,) * 2)
    last = Feedback(later=True, responses=(grown,) * 4 + (other,) * 3)
    surer = [each.told for each in evidence_there(run(), Debrief(), (), (end, later, last))]
    assert surer == ["6 of 6 surer now", "0 of 2 surer now"]
    assert evidence_there(run(), Debrief(), (), (later, last))[0].told == "5 of 5 surer now"
    scales = (end, end.model_copy(update={"in_all": 12}))
    assert evidence_there(run(), Debrief(), (), scales)[0].told == "12 of 12 surer now"


def test_a_verdict_stands_beside_its_goal() -> None:
    """Only where one was given; what is not told is no verdict."""
    facts = run()
    debrief = judging(Debrief(), facts, "G2", verdict=Verdict.PARTLY)
    assert [each.verdict for each in evidence_there(facts, debrief, ())] == [None, Verdict.PARTLY]
