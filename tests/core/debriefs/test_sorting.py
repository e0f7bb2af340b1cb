"""Sorting in the debrief: optional, one answer each, and only released captures are quoted."""

from __future__ import annotations

from datetime import UTC

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core import bodies as b
from facilitui.core.debriefs.debrief import CaptureSorted, Debrief, Earlier
from facilitui.core.debriefs.debrief_answers import judging
from facilitui.core.debriefs.debrief_words import CaptureSort, Verdict
from facilitui.core.debriefs.sorting import (
    Heap,
    fate_wanted,
    fates,
    heaps,
    note_told,
    quoting,
    shown_told,
    sorted_counts,
    with_capture,
    with_ending,
    with_fate,
)
from facilitui.core.library.norms import Norm, NormAnswer, NormFate, NormMoment
from facilitui.core.plans.plan import Goal
from facilitui.core.plans.plan_words import Outlook
from facilitui.core.sessions import moves
from facilitui.core.sessions.facts import session_facts
from facilitui.core.sessions.people_moves import check_norm, release
from facilitui.core.sessions.session import NoteKind
from facilitui.core.vocabulary import WaitEnding
from facilitui.reports.debrief_markdown import debrief_markdown
from tests.core.making import HOSTILE, Script, plain, timeless

NOTHING = session_facts(Script(plain(5)).state)
endings = st.none() | st.sampled_from(WaitEnding)
each_fate = st.none() | st.sampled_from(NormFate)
sorts = st.lists(st.sampled_from(CaptureSort), unique=True, max_size=3).map(tuple)
goals = st.lists(st.sampled_from(["G1", "G2"]), unique=True).map(tuple)


@given(
    st.lists(st.tuples(st.integers(1, 4), endings), max_size=12),
    st.lists(st.tuples(st.sampled_from("abc"), each_fate), max_size=12),
)
def test_the_last_answer_counts_and_none_leaves_it_open(
    waits: list[tuple[int, WaitEnding | None]], norms: list[tuple[str, NormFate | None]]
) -> None:
    """However often something is sorted; the counts add up; an entry reads back the same."""
    debrief = Debrief()
    for wait, ending in waits:
        debrief = with_ending(debrief, wait, ending)
    for norm, fate in norms:
        debrief = with_fate(debrief, Norm(id=norm, text=HOSTILE), fate)
    assert {each.wait: each.ending for each in debrief.waits} == {
        wait: ending for wait, ending in dict(waits).items() if ending is not None
    }
    assert {each.norm: each.fate for each in debrief.norms} == {
        norm: fate for norm, fate in dict(norms).items() if fate is not None
    }
    counts = [count for _, count in sorted_counts(debrief, NOTHING)]
    assert sum(counts) == len(debrief.waits) + len(debrief.norms) and 0 not in counts
    assert Debrief.model_validate(debrief.model_dump(mode="json")) == debrief
    assert debrief.empty is not bool(counts)


@given(st.lists(st.builds(CaptureSorted, capture=st.integers(1, 4), sorts=sorts, goals=goals)))
def test_what_a_capture_is_and_what_it_shows_are_told_together(told: list[CaptureSorted]) -> None:
    """The last answer counts, in the order of the captures; each of it is counted, and kept."""
    debrief = Debrief()
    for each in told:
        debrief = with_capture(debrief, each)
    last = {each.capture: each for each in told}
    found = {each.capture: each for each in debrief.captures}
    assert found == {key: each for key, each in last.items() if each.sorts or each.goals}
    assert list(found) == sorted(found)
    counted = sum(count for _, count in sorted_counts(debrief, NOTHING))
    assert counted == sum(
        len({*e.sorts, *(["evidence"] if e.goals else [])}) for e in found.values()
    )
    assert Debrief.model_validate(debrief.model_dump(mode="json")) == debrief


def test_a_capture_of_an_older_entry_still_reads() -> None:
    """It had one sort, and a goal only where it was evidence."""
    old = ({"sort": "quote"}, {"sort": "evidence", "goal": "G1"}, {"sort": "evidence"})
    found = [CaptureSorted.model_validate({"capture": 3, **each}) for each in old]
    assert [each.told for each in found] == ["quote", "shows G1", "evidence"]
    assert found[1].kinds == found[2].kinds == (CaptureSort.EVIDENCE,)
    both = CaptureSorted(capture=3, sorts=(CaptureSort.QUOTE,), goals=("G1", "G2"))
    assert both.told == "quote, shows G1 G2"


def test_what_shows_a_goal_is_told_in_its_own_words() -> None:
    """Of many and of long ones the first; what is no capture of this session shows nothing."""
    script = captured("a", "b" * 99, HOSTILE, "d", "e")
    facts, goals = session_facts(script.state), ("G1",)
    debrief = with_capture(Debrief(), CaptureSorted(capture=999, goals=goals))
    debrief = with_capture(debrief, CaptureSorted(capture=facts.notes[-1].seq, goals=goals))
    assert shown_told(debrief, facts, "G1") == ""
    for note in facts.notes:
        debrief = with_capture(debrief, CaptureSorted(capture=note.seq, goals=goals))
    told = shown_told(debrief, facts, "G1")
    assert told.startswith(f"shown by: “a”, “{'b' * 80}…”, ") and told.endswith(", 2 more")
    assert shown_told(debrief, facts, "G2") == ""


def test_what_the_group_said_of_a_norm_stands_in_the_debrief() -> None:
    """Until the debrief says otherwise; only what was met with in the run needs telling."""
    norms = tuple(Norm(id=id, text=id) for id in "abcd")
    script = Script(plain(10)).press(lambda state: (b.NormsAgreed(norms=norms, watch="a"),))
    script.press(moves.forward, moves.invoke_norm("b"))
    facts = session_facts(script.state)
    assert fates(Debrief(), facts) == {} and fate_wanted(Debrief(), facts) == {"a", "b"}
    assert [each.told for each in heaps(Debrief(), facts, norms)] == ["0 of 2 to tell"]
    script.press(check_norm(NormMoment.MIDWAY, NormAnswer.KEPT))
    script.press(check_norm(NormMoment.END, NormAnswer.NOT_TODAY))
    facts = session_facts(script.state)
    assert fates(Debrief(), facts) == {"a": NormFate.KEPT}
    assert [each.told for each in heaps(Debrief(), facts, norms)] == ["1 of 2 to tell"]
    debrief = with_fate(Debrief(), norms[0], NormFate.REPAIRED)
    debrief = with_fate(debrief, norms[3], NormFate.RETIRED)
    assert fates(debrief, facts) == {"a": NormFate.REPAIRED, "d": NormFate.RETIRED}
    assert [each.told for each in heaps(debrief, facts, norms)] == ["2 of 3 to tell"]
    assert sorted_counts(debrief, facts) == (("Norm: repaired", 1), ("Norm: retired", 1))


def test_what_can_be_sorted_tells_how_far_it_is() -> None:
    """Nothing of which there is none, and nothing that another session's entry still holds."""
    script = captured("a", "b")
    facts = session_facts(script.state)
    assert heaps(Debrief(), session_facts(Script(plain(5)).state), ()) == ()
    first, _ = (note.seq for note in script.state.notes_of(NoteKind.CAPTURE))
    debrief = with_capture(Debrief(), CaptureSorted(capture=first, sorts=(CaptureSort.QUOTE,)))
    debrief = with_capture(debrief, CaptureSorted(capture=999, sorts=(CaptureSort.QUOTE,)))
    debrief = with_fate(debrief, Norm(id="gone", text="x"), NormFate.KEPT)
    earlier = (Earlier(text="x"), Earlier(text="y", outlook=Outlook.DROPPED))
    debrief = debrief.model_copy(update={"earlier": earlier})
    found = heaps(debrief, facts, (Norm(id="n", text="x"),))
    assert [(each.heap, each.told) for each in found] == [
        (Heap.NORMS, "none was watched or called on"),
        (Heap.CAPTURES, "1 of 2"),
        (Heap.EARLIER, "1 of 2"),
        (Heap.QUOTES, "0 of 2 released"),
    ]


def test_what_was_written_about_and_not_settled_is_sorted_first() -> None:
    """Else what was promised stays open though somebody told what happened."""
    facts = session_facts(captured("a").state)
    told = Earlier(text="x", happened="I tried")
    for outlook, first in ((Outlook.OPEN, Heap.EARLIER), (Outlook.KEPT, Heap.CAPTURES)):
        earlier = (told.model_copy(update={"outlook": outlook}),)
        assert heaps(Debrief(earlier=earlier), facts, ())[0].heap is first


def test_goals_that_were_judged_are_counted() -> None:
    """One that the session does not have is not."""
    goals = (Goal(id="G1", text="x"), Goal(id="G2", text="y"))
    facts = session_facts(Script(plain(5), goals=goals).state)
    debrief = judging(Debrief(), facts, "G1", verdict=Verdict.MET)
    debrief = judging(debrief, facts, "G9", verdict=Verdict.MET)
    assert [(each.heap, each.told) for each in heaps(debrief, facts, ())] == [
        (Heap.GOALS, "1 of 2")
    ]


def test_an_entry_of_an_older_version_still_reads() -> None:
    """Nothing was sorted in it, and nothing is quoted."""
    old = Debrief.model_validate({"session": "s", "learned": "much"})
    assert (old.waits, old.norms, old.quotes, sorted_counts(old, NOTHING)) == ((), (), (), ())


def captured(*texts: str) -> Script:
    """A session that ended, with these captures."""
    script = Script(plain(10)).press(moves.forward)
    return script.press(*(moves.capture(text) for text in texts), moves.mark, moves.end)


@given(st.lists(st.tuples(st.integers(0, 3), st.booleans()), max_size=12))
def test_only_what_is_released_reaches_a_debrief_and_its_document(
    changes: list[tuple[int, bool]],
) -> None:
    """Private captures reach no export, whatever was released and taken back before."""
    texts = [f"said{n}" for n in range(4)]
    script = captured(*texts)
    seqs = [note.seq for note in script.state.notes_of(NoteKind.CAPTURE)]
    for place, released in changes:
        script.press(release(seqs[place], withdrawn=not released))
    last = dict(changes)
    wanted = tuple(text for n, text in enumerate(texts) if last.get(n))
    debrief = quoting(Debrief(title="T"), session_facts(script.state))
    assert debrief.quotes == wanted
    document = debrief_markdown(debrief, UTC)
    assert [text for text in texts if text in document] == list(wanted)
    assert [text for text in texts if text in debrief.model_dump_json()] == list(wanted)


def test_a_release_is_made_once_and_only_of_a_capture() -> None:
    """What is released already, or is no capture, is no event; a session that ended stays so."""
    script = captured("a")
    before, (note,) = timeless(script.state), script.state.notes_of(NoteKind.CAPTURE)
    mark = script.state.notes_of(NoteKind.MARK)[0]
    assert release(mark.seq)(script.state) == release(99)(script.state) == ()
    assert release(note.seq, withdrawn=True)(script.state) == ()
    assert release(note.seq)(script.press(release(note.seq)).state) == ()
    assert script.state.ended_at is not None
    assert timeless(script.press(release(note.seq, withdrawn=True)).state) == before


def test_what_was_kept_says_what_it_is() -> None:
    """A mark, which may have no words, and what was parked are told from what somebody said."""
    script = Script(plain(5)).press(moves.forward, moves.mark, moves.capture(HOSTILE))
    script.press(moves.park("later"))
    told = [note_told(note) for note in script.state.notes]
    assert told == ["marked", HOSTILE, "parked: later"]
