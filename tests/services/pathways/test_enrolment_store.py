"""The enrolments of a journal: one place refuses what is not there, is closed or is undecided."""

from __future__ import annotations

import pytest

from facilitui.core.errors import FacilituiError, NotFound
from facilitui.core.journals.journal import body_of
from facilitui.core.pathways.enrolling import closed, with_sorted
from facilitui.services.pathways.enrolment_store import IS_CLOSED, UNDECIDED, undecided_told
from tests.services.pathways.enrolment_home import TODAY
from tests.services.pathways.log_home import LogHome


async def test_what_is_not_there_cannot_be_opened() -> None:
    """It says why: nobody knows it, it is something else, it was withdrawn, it cannot be read."""
    home = LogHome()
    id = await home.enrolled()
    await home.write("enrolment-9", "enrolment", entered="[x]")
    entry = await home.log_it(id, "application", on="2026-11-20")
    for name, told in (
        ("enrolment-1", "the journal has no enrolment enrolment-1; Pathways shows them all"),
        (entry, f"the journal has no enrolment {entry}"),
        ("enrolment-9", "enrolment-9 cannot be read by this version"),
    ):
        for asking in (home.store.saved(name), home.store.open(name)):
            with pytest.raises(NotFound, match=told):
                await asking
    await home.withdrawing.withdraw(id, "twice")
    with pytest.raises(NotFound, match="this enrolment was withdrawn: “twice”"):
        await home.store.open(id)


async def test_what_is_closed_is_there_and_not_open() -> None:
    """It is changed only by what is there for that."""
    home = LogHome()
    id = await home.enrolled()
    await home.store.change(id, lambda saved: closed(saved.said, TODAY, "over"))
    saved = await home.store.saved(id)
    assert saved.said.closed_on == TODAY and saved.said.reason == ""
    assert body_of(saved.document)["reason"] == "over" and len(saved.revisions) == 2
    with pytest.raises(FacilituiError, match=IS_CLOSED):
        await home.store.open(id)
    with pytest.raises(FacilituiError, match=IS_CLOSED):
        await home.store.change(id, lambda saved: saved.said)
    assert (await home.store.change(id, lambda saved: saved.said, closed=True))[1].closed_on


async def test_what_changes_nothing_is_not_written() -> None:
    """Another reason alone is no change."""
    home = LogHome()
    id = await home.enrolled()
    said = (await home.store.saved(id)).said
    before, after = await home.store.change(
        id, lambda saved: saved.said.model_copy(update={"reason": "x", "takes_back": "y"})
    )
    assert before == said and after.reason == "x" and len(home.revisions(id)) == 1


async def test_over_revisions_that_conflict_nothing_is_changed() -> None:
    """Both are there, and one stands for it; nothing is asked of what is not saved."""
    home = LogHome()
    id = await home.enrolled()
    kept = list(home.journal.documents)
    case = (await home.progressing.found()).case
    await home.store.change(id, lambda saved: with_sorted(saved.said, {"a": True}, case))
    own = home.journal.documents[-1]
    home.journal.documents = kept
    home.clock.move(60)
    await home.store.change(id, lambda saved: with_sorted(saved.said, {"b": True}, case))
    home.journal.documents = [*home.journal.documents, own]
    assert undecided_told(home.revisions(id)) == UNDECIDED
    assert (await home.store.open(id)).counted in ({"a"}, {"b"})
    for refusing in (home.store.refuse_change(id), home.store.change(id, lambda e: e.said)):
        with pytest.raises(FacilituiError, match=UNDECIDED):
            await refusing
    await home.store.refuse_change("enrolment-1")
