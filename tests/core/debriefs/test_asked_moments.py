"""What a debrief asks about a moment leads there, and what was kept then can be pulled in."""

from __future__ import annotations

from datetime import UTC

from facilitui.core.debriefs.asked_moments import moment_asked, pulled, time_of, to_pull
from facilitui.core.debriefs.debrief import Debrief
from facilitui.core.debriefs.prompts import asked_by_now
from facilitui.core.sessions import moves
from facilitui.core.sessions.facts import SessionFacts, session_facts
from facilitui.core.sessions.session import NoteKind
from tests.core.making import HOSTILE, START, Script, plain


def run() -> SessionFacts:
    """A capture, a mark two minutes in, something parked, a wait, the end."""
    script = Script(plain(10)).press(moves.forward, moves.capture(f" {HOSTILE} ")).wait(120)
    script.press(moves.mark, moves.park("later"), moves.open_or_close_wait).wait(9)
    return session_facts(script.press(moves.open_or_close_wait, moves.end).state)


def test_a_prompt_and_a_mark_lead_to_their_moments() -> None:
    """What is about no one moment, or is not asked, leads nowhere."""
    facts = run()
    debrief = Debrief(prompts=asked_by_now((), facts))
    (mark,) = (note for note in facts.notes if note.kind is NoteKind.MARK)
    assert moment_asked(debrief, facts, f"mark:{mark.seq}") == mark.elapsed == 120
    assert moment_asked(debrief, facts, "waits_reached") == facts.waits[0].began == 120
    for question in ("learned", "mark:99", "mark:x", "goal:G1", ""):
        assert moment_asked(debrief, facts, question) is None


def test_an_answered_prompt_keeps_its_figure_and_its_moment() -> None:
    """Whatever the run's figures become, and through the journal and back."""
    facts = run()
    first = asked_by_now((), facts)
    written = tuple(each.model_copy(update={"text": "x"}) for each in first)
    later = session_facts(Script(plain(10)).press(moves.forward, moves.end).state)
    debrief = Debrief(prompts=asked_by_now(written, later))
    assert debrief.prompts[: len(first)] == written and written[0].figure == "1 of 1"
    assert Debrief.model_validate(debrief.model_dump(mode="json")) == debrief


def test_captures_and_parked_lines_are_pulled_in_with_their_time() -> None:
    """In quotation marks and otherwise as they were typed; marks without words are not."""
    facts = run()
    assert [note.text.strip() for note in to_pull(facts)] == [HOSTILE, "later"]
    capture, parked = to_pull(facts)
    assert pulled(capture, facts.began_at, UTC) == f"“{HOSTILE}” (20:30)"
    assert pulled(parked, facts.began_at, UTC) == "“later” (20:32)"
    assert pulled(parked, None, UTC) == "“later”"
    assert time_of(1e12, START, UTC).count(":") == 1
