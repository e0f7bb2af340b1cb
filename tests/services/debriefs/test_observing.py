"""Observations: written as drafts, saved as revisions with a reason, told what they lack."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from facilitui.core.debriefs.debrief_words import ObservationMode
from facilitui.core.debriefs.observation import Observation, counts, lacks
from facilitui.core.errors import FacilituiError, NotFound, NotSaved, SavedMeanwhile
from facilitui.core.journals.entry_moments import day_held, local_by
from facilitui.core.journals.journal import body_of
from facilitui.core.vocabulary import Role
from facilitui.services.debriefs.observing import DRAFT
from facilitui.services.forms.reason import NO_REASON
from facilitui.services.journals.entry_form import EntryForm
from tests.core.making import HOSTILE
from tests.services.evidence_home import EvidenceHome
from tests.services.memory_files import FULL

BEFORE = "observed on the session's day or later"
ALL = {
    "mode": "live",
    "observed_on": "25 Nov",
    "giver": HOSTILE,
    "role": "mentor",
    "feedback": "Long waits\nafter questions \ud800 [/b]",
    "given_on": "2026-11-25",
}


def fill(made: EntryForm[Observation], **typed: str) -> str:
    """Type into fields; what is told of what cannot be understood."""
    return made.take({**made.values, **typed})


async def test_an_observation_counts_with_all_it_has_to_tell() -> None:
    """Mode, day, who, feedback and its day; saved under an id of chance, for its session."""
    home = EvidenceHome()
    session = await home.run()
    made = await home.observing.open(session)
    assert not fill(made, **ALL) and await made.save()
    (document,) = home.journal.documents
    assert document["kind"] == "observation" and document["id"].startswith("observation-")
    assert len(document["id"]) == len("observation-") + 8
    saved = Observation.model_validate(body_of(document))
    assert saved.session == session and saved.title == "Looking at student work"
    assert (saved.mode, saved.role) == (ObservationMode.LIVE, Role.MENTOR)
    assert saved.observed_on == saved.given_on == date(2026, 11, 25)
    assert saved.giver == HOSTILE.strip() and saved.feedback == ALL["feedback"]
    held_on = date(2026, 11, 25)
    assert counts(saved, held_on)
    early = saved.model_copy(update={"given_on": date(2026, 11, 24)})
    assert lacks(early, held_on) == ("feedback given on the day it was observed, or later",)
    told = made.form.follow({**ALL, "given_on": "2026-11-24"})
    assert str(told["given_on"].hint) == "Tuesday 24 November 2026, before it was observed"
    (row,) = await home.observing.rows(session)
    assert row.told == "counts" and row.entry == document["id"]


async def test_it_can_be_saved_with_something_missing() -> None:
    """It then says that it lacks something, in the form line by line."""
    home = EvidenceHome()
    session = await home.run()
    made = await home.observing.open(session)
    first = made.form
    fill(made, mode="recorded")
    assert await made.save()
    assert home.observing.lacks(made.state)[0] == "a link to the recording, or its file's hash"
    (row,) = await home.observing.rows(session)
    assert row.told == "lacks something yet"
    for form, lacking, seen in (
        (first, "how it was observed", True),
        (made.form, "a link to the recording, or its file's hash", False),
    ):
        follows = form.follow({field.key: field.value for field in form.fields})
        below = follows[form.fields[-1].key].below
        assert "· who observed" in below and f"· {lacking}" in below
        assert ("· how it was observed" in below) is seen
        assert f"to count, it still lacks: {lacking} and 3 more" in follows[""].briefer
        assert all(each[2:] in str(follows[""].hint) for each in below if each.startswith("· "))


async def test_what_was_observed_before_the_session_was_held_does_not_count() -> None:
    """Nothing could be seen of it yet: the form says so at the day and in what it lacks."""
    home = EvidenceHome()
    made = await home.observing.open(await home.run())
    held_at = made.state.held_at
    assert held_at is not None
    fill(made, **{**ALL, "observed_on": (held_at - timedelta(days=2)).date().isoformat()})
    told = made.form.follow(made.values)
    assert str(told["observed_on"].hint).endswith(", before the session was held")
    assert home.observing.lacks(made.state) == (BEFORE,)
    assert f"· {BEFORE}" in told[made.form.fields[-1].key].below
    assert await made.save()
    (row,) = await home.observing.rows("")
    assert row.told == "lacks something yet"


@pytest.mark.parametrize(("zone", "lacking"), [("America/Toronto", ()), ("UTC", (BEFORE,))])
def test_a_session_is_of_the_day_that_it_had_where_it_was(
    zone: str, lacking: tuple[str, ...]
) -> None:
    """In the evening of the 25th in Toronto it is the 26th already by the clock of the world."""
    held_at = datetime(2026, 11, 26, 1, tzinfo=UTC)
    seen = Observation(
        mode=ObservationMode.LIVE,
        observed_on=date(2026, 11, 25),
        giver="Ana",
        feedback="Wait",
        given_on=date(2026, 11, 25),
    )
    assert lacks(seen, day_held(held_at, zone, local_by(ZoneInfo))) == lacking
    assert lacks(seen, None) == ()


async def test_a_later_change_is_a_revision_with_a_reason() -> None:
    """Without one nothing is saved and nothing is lost; the first revision stays."""
    home = EvidenceHome()
    session = await home.run()
    first = await home.observing.open(session)
    fill(first, giver="Ana")
    await first.save()
    again = await home.observing.open(session, first.entry)
    assert not await again.save(), "nothing was changed"
    fill(again, giver="Ana Díaz")
    with pytest.raises(FacilituiError, match="Why changed"):
        await again.save()
    assert NO_REASON and len(home.journal.documents) == 1
    fill(again, giver="Ana Díaz", reason="her whole name")
    assert await again.save()
    said = [body_of(each) for each in home.journal.documents]
    assert [each["giver"] for each in said] == ["Ana", "Ana Díaz"]
    assert [each["reason"] for each in said] == ["", "her whole name"]
    third = await home.observing.open(session, first.entry)
    assert third.half == {} and third.state.reason == ""


async def test_what_was_typed_survives_a_kill_as_it_was_typed() -> None:
    """A day that is half typed included; it is listed as a draft, and gone once it is saved."""
    home = EvidenceHome()
    session, other = await home.run(), await home.run("Another")
    made = await home.observing.open(session)
    assert "the day is written" in fill(made, giver="A\ud800", given_on="25 N")
    await made.keep()
    home.start_again()
    (row,) = await home.observing.rows(session)
    assert row.told == DRAFT and not await home.observing.rows(other)
    again = await home.observing.open(session, row.entry)
    assert again.half == {"giver": "A\ud800", "given_on": "25 N"}
    fill(again, given_on="")
    await again.save()
    (row,) = await home.observing.rows(session)
    assert row.told != DRAFT and (await home.observing.open(session, row.entry)).half == {}


async def test_a_draft_that_says_nothing_any_more_is_none() -> None:
    """Typed and taken out again; and what is damaged in a draft is left out."""
    home = EvidenceHome()
    session = await home.run()
    made = await home.observing.open(session)
    fill(made, giver="x")
    await made.keep()
    fill(made, giver="")
    await made.keep()
    assert not await home.observing.rows(session) and not await made.save()
    await home.drafts.keep("observation-1", {"session": session, "typed": {"giver": 3, "x": "y"}})
    assert (await home.observing.open(session, "observation-1")).half == {"x": "y"}
    await home.drafts.keep("observation-2", {"session": session, "typed": ["giver"]})
    assert (await home.observing.open(session, "observation-2")).half == {}


async def test_two_copies_of_the_program_lose_nothing() -> None:
    """Whoever saves second is told, then saves what was typed over what the other one changed."""
    home = EvidenceHome()
    session = await home.run()
    first = await home.observing.open(session)
    fill(first, giver="Ana")
    await first.save()
    one = await home.observing.open(session, first.entry)
    two = await home.observing.open(session, first.entry)
    fill(one, giver="Ana B", role="facilitator", reason="r")
    fill(two, giver="Ana C", reason="s")
    await one.save()
    with pytest.raises(SavedMeanwhile, match="Revision 2 was saved elsewhere meanwhile"):
        await two.save()
    assert two.half["giver"] == "Ana C" and len(home.journal.documents) == 2
    assert await two.save()
    newest = body_of(home.journal.documents[-1])
    assert (newest["giver"], newest["reason"]) == ("Ana C", "s") and newest["role"] == "facilitator"


async def test_a_full_disk_is_told_and_what_was_typed_stays() -> None:
    """Of the draft and of the journal."""
    home = EvidenceHome()
    session = await home.run()
    made = await home.observing.open(session)
    fill(made, giver="Ana")
    home.drafts.full = home.journal.full = True
    with pytest.raises(NotSaved, match=FULL):
        await made.keep()
    assert made.refused == FULL
    with pytest.raises(NotSaved, match=FULL):
        await made.save()
    home.drafts.full = home.journal.full = False
    await made.keep()
    assert not made.refused and await made.save()


async def test_what_was_observed_may_be_chosen_or_none_of_those_here() -> None:
    """Opened from no session, the form asks; a chosen one brings its title and day."""
    home = EvidenceHome()
    session = await home.run()
    made = await home.observing.open("")
    assert [field.key for field in made.form.fields][:2] == ["session", "title"]
    fill(made, title="A lesson elsewhere")
    assert (made.state.session, made.state.title) == ("", "A lesson elsewhere")
    fill(made, session=session)
    assert made.state.title == "Looking at student work" and made.state.held_at is not None
    await made.save()
    assert len(await home.observing.rows("")) == len(await home.observing.rows(session)) == 1


async def test_what_this_version_cannot_read_is_left_alone() -> None:
    """It is not opened, so that it is never written over."""
    home = EvidenceHome()
    session = await home.run()
    at = home.clock.read().at
    body = {"session": session, "role": "stranger"}
    await home.journal.save(
        entry_id="observation-x", kind="observation", body=body, made_at=at, salt="00"
    )
    assert not await home.observing.rows(session)
    with pytest.raises(NotFound, match="cannot be read by this version"):
        await home.observing.open(session, "observation-x")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("yesterday", date(2026, 11, 24)),
        ("today", date(2026, 11, 25)),
        ("Mon", date(2026, 11, 23)),
        ("Wed", date(2026, 11, 25)),
        ("Thu", date(2026, 11, 19)),
        ("1 Dec", date(2025, 12, 1)),
        ("25.11.2026", date(2026, 11, 25)),
        ("3 Mar", date(2026, 3, 3)),
    ],
)
async def test_days_are_days_that_have_been(typed: str, day: date) -> None:
    """Weekdays and days without a year are the last ones."""
    home = EvidenceHome()
    made = await home.observing.open(await home.run())
    assert not fill(made, given_on=typed)
    assert made.state.given_on == day


async def test_a_day_to_come_is_no_day_of_an_observation() -> None:
    """Said with the day that was understood."""
    home = EvidenceHome()
    made = await home.observing.open(await home.run())
    for typed in ("tomorrow", "2027-01-01"):
        assert "is still to come" in fill(made, given_on=typed), typed
    assert fill(made, giver="x" * 301).startswith("the name is 301 characters long")
    assert fill(made, giver="", feedback="x" * 400_001).startswith("this is 400001 characters long")
