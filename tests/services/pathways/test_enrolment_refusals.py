"""What is not done to an enrolment by the way: over a conflict, unseen, or once it is closed."""

from __future__ import annotations

import pytest

from facilitui.core.errors import FacilituiError
from facilitui.core.journals.journal import body_of, make_document
from facilitui.core.pathways.log_entry import Slot
from facilitui.core.pathways.words import Holder
from tests.core.pathways.journals import asking
from tests.library.pathways import named
from tests.services.pathways.enrolment_home import CLEE, EnrolmentHome, fill, rubric
from tests.services.pathways.log_home import LogHome

LONG = f"observation-{'x' * 400}"


async def test_over_revisions_in_conflict_nothing_is_written() -> None:
    """What goes over one of them says nothing of the other; it says how that is settled."""
    home = LogHome()
    entry = await home.enrolled(started_on="2026-08-01")
    base = home.revisions(entry)[-1]
    form = await home.desk.aside(entry, "acceptance")
    await home.changes.sort(entry, {"mine": True})
    body = {**body_of(base), "closed_on": None, "parameters": {"Place": "Oslo"}, "reason": "x"}
    other = make_document(
        entry_id=entry,
        kind="enrolment",
        body=body,
        made_at=home.clock.read().at,
        salt="ab" * 8,
        last=base,
        after=home.journal.documents[-1]["hash"],
    )
    home.journal.documents.append(other)
    count = len(home.journal.documents)
    fill(form, asking="waits")
    changes = (
        home.changes.take_back(entry),
        home.changes.sort(entry, {"other": True}),
        home.changes.reopen(entry),
        form.save(),
    )
    for changing in changes:
        with pytest.raises(FacilituiError, match="settle in Journal which holds"):
            await changing
    assert len(home.journal.documents) == count and form.half
    opened = await home.desk.details(entry)
    assert opened.notice.startswith("Revisions of this enrolment conflict")


async def test_a_file_that_was_changed_since_it_was_previewed_is_not_moved_to() -> None:
    """It is looked at again first."""
    home = EnrolmentHome()
    entry = await home.enrolled()
    home.put(named(CLEE).model_copy(update={"version": "8"}))
    seen = await home.changes.preview(entry)
    home.put(named(CLEE).model_copy(update={"version": "9"}))
    with pytest.raises(FacilituiError, match="look again"):
        await home.changes.move(entry, seen.digest)
    assert home.said(entry).version == named(CLEE).version
    await home.changes.move(entry, (await home.changes.preview(entry)).digest)
    assert home.said(entry).version == "9"


async def test_whose_way_it_is_comes_with_the_file() -> None:
    """One that became a group's has a roster once it is moved to."""
    asked = {"id": "b", "kind": "attestation"}
    home = LogHome(asking(asked, id="own", holder="person"))
    entry = await home.enrolled("own")
    per = {"id": "m", "kind": "attestation", "per": "member"}
    home.put(asking(asked, per, id="own", version="2"))
    preview = await home.changes.preview(entry)
    assert any("becomes a group" in each.lower() for each in preview.lines), preview.lines
    await home.changes.move(entry, preview.digest)
    assert home.said(entry).holder is Holder.GROUP
    assert (await home.log.roster(entry)).form.title == "Who takes part"
    assert "whose way it is" in await home.changes.take_back(entry)


async def test_what_can_be_sorted_is_sorted_beside_what_cannot() -> None:
    """An entry from elsewhere with a long name is not asked about; it is told once."""
    home = EnrolmentHome()
    entry = await home.enrolled(started_on="2026-08-01")
    for name in ("observation-1", LONG):
        await home.write(name, "observation", observed_on="2026-09-01", giver="Kim", role="staff")
    progress = (await home.progressing.of(entry)).told
    assert [each.key for each in progress.unsorted] == ["observation-1"]
    assert progress.notices == (
        "1 entry from elsewhere has too long a name to be sorted, and cannot count.",
    )
    told = await home.changes.sort(entry, {"observation-1": True, LONG: True})
    assert told.told == "1 observation counts" and "longer name" in told.left_out
    assert home.said(entry).counted == {"observation-1"}


async def test_what_is_sorted_is_the_same_in_whatever_order() -> None:
    """Two machines that said the same have nothing to settle."""
    home = EnrolmentHome()
    one, two = await home.enrolled(), await home.enrolled()
    for key in "ab":
        await home.changes.sort(one, {key: True})
    for key in "ba":
        await home.changes.sort(two, {key: True})
    assert home.said(one).serves == home.said(two).serves


async def test_of_what_is_closed_nothing_is_changed() -> None:
    """It is opened again first; only the closing itself can be said otherwise or taken back."""
    home = LogHome()
    home.put(rubrics=(rubric(),))
    entry = await home.enrolled()
    logged = await home.log_it(entry, "application", on="2026-11-20")
    assert await (await home.desk.closing(entry)).save()
    home.put(named(CLEE).model_copy(update={"version": "9"}))
    changes = (
        home.changes.sort(entry, {"a": True}),
        home.changes.move(entry, ""),
        home.desk.details(entry),
        home.desk.areas(entry),
        home.desk.rule(entry, "scores_as_apprentice"),
        home.desk.phase(entry, "apprentice"),
        home.desk.aside(entry, "acceptance"),
        home.log.form(entry, "application"),
        home.log.form("", "", entry=logged),
        home.log.tick(entry, "application", Slot()),
    )
    for changing in changes:
        with pytest.raises(FacilituiError, match="it is closed; open it again first"):
            await changing
    closing = await home.desk.closing(entry)
    fill(closing, note="They went on.")
    assert await closing.save()
    await home.changes.take_back(entry)
    assert home.said(entry).closed_on is None
    assert await home.log.form(entry, "application")
