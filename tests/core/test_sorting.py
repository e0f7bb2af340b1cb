"""Sorting in the debrief: optional, one answer each, and only released captures are quoted."""

from __future__ import annotations

from datetime import UTC

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core import moves
from facilitui.core.debrief import Debrief
from facilitui.core.facts import session_facts
from facilitui.core.norms import Norm, NormFate
from facilitui.core.people_moves import release
from facilitui.core.session import NoteKind
from facilitui.core.sorting import note_told, quoting, sorted_counts, with_ending, with_fate
from facilitui.core.vocabulary import WaitEnding
from facilitui.reports.debrief_markdown import debrief_markdown
from tests.core.making import HOSTILE, Script, plain, timeless

endings = st.none() | st.sampled_from(WaitEnding)
fates = st.none() | st.sampled_from(NormFate)


@given(
    st.lists(st.tuples(st.integers(1, 4), endings), max_size=12),
    st.lists(st.tuples(st.sampled_from("abc"), fates), max_size=12),
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
    counts = [count for _, count in sorted_counts(debrief)]
    assert sum(counts) == len(debrief.waits) + len(debrief.norms) and 0 not in counts
    assert Debrief.model_validate(debrief.model_dump(mode="json")) == debrief
    assert debrief.empty is not bool(counts)


def test_an_entry_of_an_older_version_still_reads() -> None:
    """Nothing was sorted in it, and nothing is quoted."""
    old = Debrief.model_validate({"session": "s", "learned": "much"})
    assert (old.waits, old.norms, old.quotes, sorted_counts(old)) == ((), (), (), ())


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
