"""A log that was cut since something was written over it is told wherever the session is met."""

from __future__ import annotations

from tests.services.houses import NOW, House
from tests.services.sessions.test_replaying import replaying_of

CUT = "The session's log was cut or changed since its debrief ("


async def cut_after_debrief(house: House, kept: int = -1) -> str:
    """A session that was run and debriefed, and whose log lost its end then."""
    house.plan("p", NOW)
    session = await house.run("p", end=True)
    log = house.sessions.logs[session]
    head, held = log[-1].document["hash"], house.clock.read().at.isoformat()
    await house.debrief(session, log_head=head, held_at=held)
    house.sessions.logs[session] = log[:kept]
    return session


async def test_home_does_not_offer_to_go_on_with_it(house: House) -> None:
    """It says what became of it, and lists the debrief."""
    session = await cut_after_debrief(house)
    seen = await house.overview()
    assert seen.unended == () and [each.session for each in seen.recent] == [session]
    (told,) = seen.problems
    assert told.startswith(f"p: {CUT}")


async def test_the_page_and_the_replay_say_it(house: House) -> None:
    """One that has all it had is as it was, and so is one that went on since."""
    session = await cut_after_debrief(house)
    opened = await house.reviewing.read(f"debrief-{session}")
    replay = replaying_of(house.sessions, house.journal)
    assert opened.flaw.startswith(CUT) and opened.flaw.endswith("bring it back from a backup.")
    assert (await replay.replay(session)).trouble == opened.flaw
    other = await cut_after_debrief(house, kept=99)
    assert not (await house.reviewing.read(f"debrief-{other}")).flaw
    assert not (await replay.replay(other)).trouble
    assert (await house.reviewing.cut("nowhere"), await house.reviewing.cut(other)) == ("", "")


async def test_what_is_wrong_with_the_log_itself_is_told_once(house: House) -> None:
    """By the log, which says where."""
    session = await cut_after_debrief(house)
    house.sessions.trouble = "line 2 was changed"
    replay = replaying_of(house.sessions, house.journal)
    assert (await replay.replay(session)).trouble == house.sessions.trouble
