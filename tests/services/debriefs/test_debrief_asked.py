"""What a debrief asks follows what is sorted in it, and what lies beside it."""

from __future__ import annotations

from facilitui.core.debriefs.debrief import CaptureSorted
from facilitui.core.plans.plan import Evidence
from facilitui.core.sessions.session import NoteKind
from facilitui.core.vocabulary import EvidenceKind
from tests.services.debriefs.test_reflecting import Study


async def test_planned_evidence_is_asked_about_until_something_shows_it() -> None:
    """By name and goal; what is sorted to that goal ends it, where nobody answered."""
    study = Study()
    planned = Evidence(id="E1", kind=EvidenceKind.EXIT_TICKET, goals=("G1",))
    await study.run(evidence=(planned,))
    desk = await study.reflecting.open(study.session)

    def asked() -> list[str]:
        return [each.ask for each in desk.debrief.prompts if each.id == "evidence"]

    ask = "The planned exit ticket for G1 has no item yet. Where will it come from?"
    assert asked() == [ask]
    (capture,) = desk.state.notes_of(NoteKind.CAPTURE)
    desk.sort_capture(CaptureSorted(capture=capture.seq, goals=("G2",)))
    await desk.look_again()
    assert asked() == [ask]
    desk.sort_capture(CaptureSorted(capture=capture.seq, goals=("G1",)))
    await desk.look_again()
    assert asked() == []
    desk.sort_capture(CaptureSorted(capture=capture.seq))
    await desk.look_again()
    desk.write("evidence", "From the box at the door, on Thursday.")
    desk.sort_capture(CaptureSorted(capture=capture.seq, goals=("G1",)))
    await desk.look_again()
    assert asked() == [ask]
