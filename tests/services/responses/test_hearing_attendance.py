"""How many could have answered is how many came, told once for everything."""

from __future__ import annotations

from facilitui.core.sessions import moves
from tests.services.ears import Ear
from tests.services.fakes import MovableClock


async def test_how_many_came_is_told_by_the_debrief_first() -> None:
    """Whoever was not counted as it ran came all the same."""
    ear = Ear()
    hosted = await ear.room.begun()
    await hosted.do(moves.attend(9))
    ear.session = hosted.session
    assert (await ear.hearing().heard(ear.session)).attendance == 9
    at = MovableClock().reading.at
    body = {"session": ear.session, "attendance": 14}
    await ear.journal.save(
        entry_id=f"debrief-{ear.session}", kind="debrief", body=body, made_at=at, salt="00"
    )
    assert (await ear.hearing().heard(ear.session)).attendance == 14
