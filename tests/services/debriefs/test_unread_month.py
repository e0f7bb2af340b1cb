"""With a month of the journal that cannot be read: nobody is told what nobody knows."""

from __future__ import annotations

import pytest

from facilitui.core.errors import NotFound
from facilitui.core.reports.report_reader import Reader
from facilitui.services.debriefs.to_debrief import NO_DEBRIEF, NOT_KNOWN
from tests.core.making import START
from tests.services.debriefs.test_reflecting import Study
from tests.services.ears import SLIP, an_ear
from tests.services.evidence_home import EvidenceHome
from tests.services.houses import NOW, House
from tests.services.journals.test_reviewing import Shelf
from tests.services.reports.test_reporting import Desk
from tests.services.scored import Study as Scored

THEN, BEFORE = ("journal/2026-11.json",), ("journal/2026-10.json",)
LOST = f"{THEN[0]} cannot be read: what it holds of this session is not known; restore it from a"


async def test_home_does_not_say_that_nothing_is_debriefed(house: House) -> None:
    """Only of sessions that are no older than the month; a saved one may be another by now."""
    house.plan("work", NOW)
    session = await house.run("work", end=True)
    for unread, note in ((BEFORE, NO_DEBRIEF), (THEN, NOT_KNOWN)):
        house.journal.unread = unread
        (row,) = (await house.overview()).to_debrief
        assert (row.session, row.note) == (session, note)


async def test_a_debrief_says_so_as_it_opens() -> None:
    """Whether or not one is there; a month before the session can hold nothing of it."""
    study = Study()
    await study.run()
    study.journal.unread = BEFORE
    assert (await study.reflecting.open(study.session)).notice == ""
    study.journal.unread = THEN
    assert (await study.reflecting.open(study.session)).notice.startswith(LOST)


async def test_the_rubric_says_so_as_it_opens() -> None:
    """As the debrief does."""
    study = Scored()
    await study.run()
    assert (await study.open()).notice == ""
    study.journal.unread = THEN
    assert (await study.open()).notice.startswith(LOST)


async def test_an_observation_says_so_as_it_opens() -> None:
    """A new one too: the observer may have given another."""
    home = EvidenceHome()
    session = await home.run()
    assert (await home.observing.open(session)).notice == ""
    home.journal.unread = THEN
    assert (await home.observing.open(session)).notice.startswith(LOST)


async def test_answers_get_an_entry_that_no_unread_one_can_be() -> None:
    """Else they would stand in the place of those; the next ones count on from there."""
    ear = await an_ear()
    hearing = ear.hearing()
    form = await hearing.preview("2")
    ear.journal.unread = THEN
    assert (await hearing.heard(ear.session)).not_known.startswith(LOST)
    kept = await hearing.take(ear.session, form, 9)
    number = int(f"{START:%Y%m%d%H%M}")
    assert kept == f"feedback-{ear.session}-{number}"
    ear.journal.unread = ()
    heard = await hearing.heard(ear.session)
    assert (heard.not_known, [each.entry for each in heard.kept]) == ("", [kept])
    slips, _ = await hearing.slips(ear.session)
    typed = slips.model_copy(update={"responses": (SLIP,)})
    assert await hearing.take_slips(ear.session, typed) == f"feedback-{ear.session}-{number + 1}"


async def test_a_report_does_not_say_that_nothing_is_debriefed() -> None:
    """Nor that a session is not there, whose log is gone and whose debrief may be."""
    desk = Desk()
    desk.journal.unread = THEN
    with pytest.raises(NotFound, match=r"2026-11\.json cannot be read: what was debriefed is not"):
        await desk.made(Reader.SPONSOR)
    with pytest.raises(NotFound, match=r"2026-11\.json cannot be read: whether anything was kept"):
        await desk.made(Reader.LEADER, "x")


async def test_what_is_wrong_with_a_log_is_told_with_its_session() -> None:
    """A report may be about several."""
    desk = Desk()
    desk.sessions.logs["s"] = ()
    await desk.debriefed("s", title="Looking at work")
    assert (await desk.made(Reader.LEADER, "s")).told[0].startswith("Looking at work: nothing of ")


async def test_an_entry_that_is_not_found_may_be_in_a_month_that_cannot_be_read() -> None:
    """And of one that is found a later revision may."""
    shelf = Shelf()
    await shelf.put("a")
    assert (await shelf.reviewing.read("debrief-a")).lacking == ""
    shelf.journal.unread = THEN
    with pytest.raises(NotFound, match=r"cannot be read: whether the journal has an entry x is"):
        await shelf.reviewing.read("x")
    lacking = (await shelf.reviewing.read("debrief-a")).lacking
    assert lacking.startswith(f"{THEN[0]} cannot be read: whether there is a later revision")
    await shelf.put("b", days=31)
    assert (await shelf.reviewing.read("debrief-b")).lacking == ""
