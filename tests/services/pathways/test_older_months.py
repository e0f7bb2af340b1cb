"""Of an enrolment nothing is written over a revision that may be older than what is lost."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from facilitui.core.errors import NotKnown, Problem
from facilitui.core.journals.journal_ports import JournalContents
from tests.services.pathways.enrolment_home import CLEE, CORE, fill
from tests.services.pathways.log_home import LogHome

DAY = 86_400.0
LOST = "journal/2027-01.json"
TOLD = r"what this enrolment says since .* is not known: journal/2027-01.json:1:2: is torn"


def lose(home: LogHome, made: str = "") -> Callable[[], None]:
    """A month is torn, and what was saved there under an id with it; what brings it back."""
    journal, kept = home.journal, [*home.journal.documents]
    gone = [home.revisions(made)[-1]] if made else []
    journal.documents = [each for each in kept if each not in gone]

    async def contents() -> JournalContents:
        rows = tuple((f"m:{n}", each) for n, each in enumerate(journal.documents))
        return JournalContents(rows, (Problem(LOST, 1, 2, "is torn"),), (LOST,))

    journal.contents = contents  # type: ignore[method-assign]

    def bring_back() -> None:
        del journal.contents
        journal.documents = [*kept, *(each for each in journal.documents if each not in kept)]

    return bring_back


async def split(home: LogHome, pathway: str = CORE) -> str:
    """An enrolment of which a revision was saved two months later."""
    id = await home.enrolled(pathway, name="Noor")
    home.clock.move(61 * DAY)
    made = await home.desk.details(id)
    fill(made, name="Noor two", reason="her name")
    assert await made.save()
    return id


async def test_no_form_writes_over_an_older_revision() -> None:
    """What is typed stays a draft; it is offered, and saved, once the month can be read."""
    home = LogHome()
    id = await split(home)
    before = await home.desk.details(id)
    bring_back = lose(home, id)
    assert home.said(id).name == "Noor"
    closing, later = await home.desk.closing(id), await home.desk.details(id)
    assert "What this enrolment says since" in later.notice and LOST in later.notice
    fill(before, name="Noor three", reason="again")
    fill(closing, note="over")
    for each in (before, closing):
        with pytest.raises(NotKnown, match=TOLD):
            await each.save()
    assert home.said(id).name == "Noor" and home.said(id).closed_on is None
    bring_back()
    assert home.said(id).name == "Noor two"
    again = await home.desk.details(id)
    assert again.values["name"] == "Noor three" and "not known" not in again.notice
    assert (await home.desk.closing(id)).half
    assert await again.save() and home.said(id).name == "Noor three"


async def test_no_key_writes_over_an_older_revision() -> None:
    """Sorting and taking back are refused; the roster as the forms are."""
    home = LogHome()
    id = await split(home)
    roster = await home.log.roster(id)
    lose(home, id)
    fill(roster, members="Ana")
    asking: list[Callable[[], Awaitable[object]]] = [
        lambda: home.changes.sort(id, {"session:x": True}),
        lambda: home.changes.take_back(id),
        roster.save,
    ]
    for each in asking:
        with pytest.raises(NotKnown, match=TOLD):
            await each()
    assert len(home.revisions(id)) == 1 and (await home.log.roster(id)).half


async def test_a_roster_of_which_a_later_one_may_be_lost_is_not_written_over() -> None:
    """Though all of the enrolment itself can be read."""
    home = LogHome()
    id = await home.enrolled(CORE, name="Noor")
    roster = await home.log.roster(id)
    fill(roster, members="Ana")
    assert await roster.save()
    home.clock.move(99 * DAY)
    made = await home.desk.details(id)
    fill(made, name="Noor two", reason="her name")
    assert await made.save()
    lose(home)
    roster = await home.log.roster(id)
    fill(roster, members="Ana\nBea")
    with pytest.raises(NotKnown, match=r"who takes part since .* is not known: journal/2027-01"):
        await roster.save()
    made = await home.desk.details(id)
    fill(made, name="Noor three", reason="her name")
    assert await made.save()


async def test_a_form_of_which_no_revision_can_be_read_saves_nothing() -> None:
    """It was opened before the month was lost."""
    home = LogHome()
    id = await home.enrolled(CORE, name="Noor")
    made = await home.desk.details(id)
    home.clock.move(1 * DAY)
    lose(home, id)
    fill(made, name="Noor two", reason="her name")
    with pytest.raises(NotKnown, match="where this enrolment stands is not known"):
        await made.save()
    assert not home.revisions(id)


async def test_something_new_is_logged_and_somebody_new_enrols() -> None:
    """Neither is written over anything."""
    home = LogHome()
    id = await split(home, CLEE)
    bring_back = lose(home, id)
    made = await home.log.form(id, "application")
    fill(made, note="zq")
    assert await made.save()
    await home.enrolled(CORE, name="Bea")
    bring_back()
    found = await home.progressing.found()
    assert [each.said.note for each in found.case.logged_for(id)] == ["zq"]
    assert found.enrolments[id].name == "Noor two" and not found.older
