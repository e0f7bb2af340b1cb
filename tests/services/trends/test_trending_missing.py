"""What trends leave out is told: conflicts, months, logs and copies; nothing counts in silence."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from facilitui.core.debriefs.debrief_words import Verdict
from facilitui.core.journals.journal import Document, body_of, make_document
from facilitui.core.sessions.session_digest import Ran
from facilitui.core.trends.trends import Who
from facilitui.services.trends.trending import Trending
from tests.core.trending import judged, own, session
from tests.services.fakes import MovableClock
from tests.services.trends.test_trending import Journalled, Runs

AT = datetime(2026, 12, 2, tzinfo=UTC)
NOT_EXPORTED = "The log of 1 session is not in what was exported, so how it ran is not shown."


def gone_on(over: Document, hour: int, **changed: Any) -> Document:
    """A revision that another machine made of an entry."""
    return make_document(
        entry_id=over["id"],
        kind=changed.pop("kind", over["kind"]),
        body={**body_of(over), **changed},
        made_at=AT.replace(hour=hour),
        salt=f"{hour:032x}",
        last=over,
        after="0" * 64,
    )


async def apart(*sides: dict[str, Any]) -> Journalled:
    """Self-scores on two sessions, those on the first gone on with on so many machines."""
    home = Journalled(session(0), session(1))
    await home.put_all(own(0, listens=1), own(1, listens=2))
    first = home.journal.documents[0]
    home.journal.documents += [gone_on(first, 8 + n, **each) for n, each in enumerate(sides)]
    return home


def levels(level: int) -> list[dict[str, Any]]:
    """The scores of a sheet."""
    return [each.model_dump(mode="json") for each in own(0, listens=level).record.scores]


@pytest.mark.parametrize("other", [{"scores": levels(4)}, {"kind": "withdrawal"}])
async def test_of_revisions_in_conflict_none_counts_and_it_is_told(other: dict[str, Any]) -> None:
    """Neither what was scored nor that nobody scored it; once it is settled, that counts."""
    home = await apart({"scores": levels(2)}, other)
    found = await home.trends()
    assert found.left_out[0].startswith("One entry has conflicting revisions, so it counts nowhere")
    (trend,) = found.trends
    assert [each.at.session for each in trend.places] == ["s1"]
    assert "nobody scored it" not in trend.sentence
    await home.put_all(own(0, listens=3))
    home.journal.documents[-1] = gone_on_over_all(home.journal.documents)
    settled = await home.trends()
    assert settled.left_out == () and settled.trends[0].sessions == 2


def gone_on_over_all(documents: list[Document]) -> Document:
    """The last document, which goes over both sides."""
    made = make_document(
        entry_id="scores-s0",
        kind="scores",
        body=dict(body_of(documents[-1])),
        made_at=AT.replace(hour=20),
        salt="ff" * 16,
        last=documents[-2],
        after="0" * 64,
        joins=(documents[-3]["hash"],),
    )
    return made


async def test_a_conflict_of_words_alone_leaves_the_figures() -> None:
    """Both sides show the same."""
    home = await apart({"note": "a"}, {"note": "b"})
    found = await home.trends()
    assert found.left_out == () and found.trends[0].sessions == 2


async def test_what_a_month_may_hold_that_cannot_be_read_is_not_unscored() -> None:
    """It is told beside the count."""
    home = Journalled(session(0), session(1))
    await home.put_all(own(0, listens=1))
    home.journal.unread = ("2026-10.json",)
    (trend,) = (await home.trends()).trends
    assert trend.said[-1].endswith("nobody scored it, as far as the journal can be read.")


async def test_logs_that_are_damaged_or_not_here_are_told() -> None:
    """And what is damaged is a problem; a session that only has its log is no less here."""
    home = Journalled(session(0, started_late=1))
    await home.put_all(own(0, listens=1), own(1, listens=2), own(2, listens=2))
    home.ran.all = replace(
        home.ran.all, logs=frozenset({"s0", "s1"}), damaged=(("s1", "its chain breaks"),)
    )
    found = await home.trends()
    assert not found.is_whole and [each.split(", so")[0] for each in found.left_out] == [
        "The log of the session, “Old title”, is damaged",
        "The log of 1 session is not here",
    ]
    places = found.trends[0].places
    assert [each.replayed for each in places] == [True, True, False]


async def test_a_session_is_opened_by_ones_own_debrief_before_that_of_a_second_lens() -> None:
    """Whichever was written first; where there is no other, by that one."""
    home = Journalled(session(0, started_late=1), session(1, started_late=1))
    lens = judged(0, ("Ask", Verdict.MET), lens="Bea")
    await home.put_all(replace(lens, entry="debrief-s0-bea"), judged(0, ("Ask", Verdict.MET)))
    await home.put_all(
        replace(judged(1, ("Ask", Verdict.MET), lens="Bea"), entry="debrief-s1-bea"),
    )
    late = next(e for e in (await home.trends()).trends if e.name == "Starting late")
    assert [each.entry for each in late.places] == ["debrief-s0", "debrief-s1-bea"]
    await home.put_all(own(1, listens=1))
    late = next(e for e in (await home.trends()).trends if e.name == "Starting late")
    assert late.places[1].entry == "scores-s1"


async def test_another_persons_trends_say_that_their_logs_were_not_handed_over() -> None:
    """They bear the person's name, and no session of them can be gone through again."""
    home = Journalled()
    await home.put_all(own(0, listens=1))
    runs = Runs()
    runs.all = Ran()
    found = await Trending(home.journal, runs, MovableClock(), "ada").trends()
    (trend,) = found.trends
    assert found.left_out == (NOT_EXPORTED,) and not trend.places[0].replayed
    assert trend.lines[0].who is Who.SELF and trend.lines[0].called == "ada"
