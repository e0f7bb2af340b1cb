"""Trending: what the journal and the logs hold becomes trends, and only what still stands."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from facilitui.core.debriefs.debrief import Debrief
from facilitui.core.debriefs.debrief_words import Verdict
from facilitui.core.debriefs.observation import Observation
from facilitui.core.debriefs.scores import SelfScores
from facilitui.core.sessions.session_digest import Ran, SessionDigest
from facilitui.core.trends.trends import Who
from facilitui.services.journals.searching import Searching
from facilitui.services.trends import trending
from facilitui.services.trends.trending import Trended, Trending
from tests.core.making import HOSTILE
from tests.core.trending import REF, judged, own, scores, seen, session, waits
from tests.services.fakes import MemoryJournal, MovableClock


class Runs:
    """What was run, as digests."""

    def __init__(self, *digests: SessionDigest) -> None:
        self.all = Ran(digests, frozenset(each.session for each in digests))

    async def digests(self) -> tuple[SessionDigest, ...]:
        """All of them."""
        return self.all.digests

    async def ran(self) -> Ran:
        """The same, with what of it cannot be shown."""
        return self.all


class Journalled:
    """A journal and what was run."""

    def __init__(self, *digests: SessionDigest) -> None:
        self.journal, self.ran = MemoryJournal(), Runs(*digests)
        self._made = 0

    async def put(self, entry: str, kind: str, body: dict[str, Any]) -> None:
        """A further document."""
        self._made += 1
        at = datetime(2026, 12, 1, tzinfo=UTC) + timedelta(minutes=self._made)
        await self.journal.save(entry_id=entry, kind=kind, body=body, made_at=at, salt="00" * 16)

    async def put_all(self, *kept: Any) -> None:
        """Entries of the kinds that trends are made of."""
        kinds: dict[type, str] = {Debrief: "debrief", Observation: "observation"}
        for each in kept:
            kind = kinds.get(type(each.record), "scores")
            await self.put(each.entry, kind, each.record.model_dump(mode="json"))

    async def trends(self) -> Trended:
        """What is shown of them."""
        return await Trending(self.journal, self.ran, MovableClock()).trends()


async def test_everything_that_was_kept_becomes_trends() -> None:
    """Scores, goals and runs, each point with the entry that it is opened by."""
    home = Journalled(*(session(week, **waits(6)) for week in range(2)))
    await home.put_all(
        own(0, listens=2), own(1, listens=3), seen(1, listens=4), judged(0, ("Ask", Verdict.MET))
    )
    found = await home.trends()
    assert [each.name for each in found.trends][:3] == ["Listens", "Ask", "Waits at their target"]
    assert (found.sessions, found.left_out, found.problems) == (2, (), ())
    listens, ask, waited = found.trends[:3]
    assert [p.at.entry for p in listens.places] == ["scores-s0", "scores-s1"]
    assert [p.at.entry for p in waited.places] == ["debrief-s0", "scores-s1"]
    assert ask.places[0].at.title == "Week 0"


async def test_only_the_newest_revision_counts_and_what_was_withdrawn_does_not() -> None:
    """An earlier level is history; an entry taken back shows nothing until it is put back."""
    home = Journalled()
    await home.put_all(own(0, listens=2), own(0, listens=3), seen(0, listens=1))
    (trend,) = (await home.trends()).trends
    assert [p.value for p in trend.lines[0].points] == [3]
    was = seen(0, listens=1)
    withdrawal = {"reason": "not mine", "was": "observation", "session": "s0"}
    await home.put(was.entry, "withdrawal", withdrawal)
    (trend,) = (await home.trends()).trends
    assert [each.who for each in trend.lines] == [Who.SELF]
    await home.put_all(was)
    assert len((await home.trends()).trends[0].lines) == 2


async def test_a_second_lens_is_somebody_elses_judgement() -> None:
    """It is neither one's own nor an observer's score."""
    home = Journalled()
    await home.put_all(judged(0, ("Ask", Verdict.MET), lens="Bea"))
    assert (await home.trends()).trends == ()


async def test_a_door_debrief_shows_what_it_has() -> None:
    """It judges no goal; its session's run is told all the same, and it opens it."""
    home = Journalled(session(0, started_late=2))
    await home.put_all(judged(0, door=True))
    (trend,) = (await home.trends()).trends
    assert trend.name == "Starting late" and trend.places[0].at.entry == "debrief-s0"


@pytest.mark.parametrize(
    "body",
    [
        {"scores": "many"},
        {"session": ["s"], "scores": [{"criterion": "c", "level": 99}], "judgements": [3]},
        {"judgements": {"a": 1}, "scores": {"level": "x"}},
    ],
)
async def test_what_this_version_cannot_read_is_said_and_takes_nothing_else(
    body: dict[str, Any],
) -> None:
    """Whichever kind it claims to be."""
    home = Journalled()
    await home.put_all(own(0, listens=2))
    for kind in ("scores", "observation", "debrief"):
        await home.put(f"bad-{kind}", kind, body)
    found = await home.trends()
    assert len(found.trends) == 1 and "cannot be read by this version" in found.left_out[0]


async def test_hostile_names_are_names() -> None:
    """They are kept as they are; nothing of them is taken for anything else."""
    home = Journalled(session(0, title=HOSTILE, started_late=1))
    await home.put_all(judged(0, (HOSTILE, Verdict.MET)), seen(0, HOSTILE, listens=2))
    found = await home.trends()
    assert {"Listens", HOSTILE.strip(), "Starting late"} == {e.name for e in found.trends}
    assert {p.at.title for e in found.trends for p in e.places} == {HOSTILE}


async def test_entries_without_a_day_are_dated_by_when_they_were_made() -> None:
    """And an observation by the day it was observed."""
    home = Journalled()
    undated = seen(3, session="", listens=2).record
    await home.put("o1", "observation", undated.model_dump(mode="json"))
    day = {**undated.model_dump(mode="json"), "observed_on": "2026-09-09"}
    await home.put("o2", "observation", day)
    found = await home.trends()
    (trend,) = found.trends
    assert found.sessions == 2
    assert [p.at.when.date().isoformat() for p in trend.places] == ["2026-09-09", "2026-12-01"]


async def test_nobody_waits_for_the_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Entries are read in pieces, beside the loop, which goes on meanwhile."""
    monkeypatch.setattr(trending, "PIECE", 10)
    threads: list[int] = []
    read = trending._Found.read

    def counted(self: Any, documents: list[Any]) -> None:
        threads.append(len(documents))
        assert asyncio._get_running_loop() is None
        read(self, documents)

    monkeypatch.setattr(trending._Found, "read", counted)
    home = Journalled()
    await home.put_all(*(own(week, listens=2) for week in range(25)))
    assert (await home.trends()).trends[0].sessions == 25 and threads == [10, 10, 5]


async def test_only_what_shows_something_becomes_a_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """A debrief without judgements, an unscored observation and other kinds stay bodies."""
    made: list[str] = []
    model = trending._Found._model

    def counted(self: Any, document: Any, body: Any, kind: Any) -> Any:
        made.append(document["id"])
        return model(self, document, body, kind)

    monkeypatch.setattr(trending._Found, "_model", counted)
    home = Journalled()
    await home.put_all(judged(0), seen(0), own(0, listens=1), judged(1, ("Ask", Verdict.MET)))
    await home.put("f", "feedback", {"session": "s0"})
    await home.put("x", "of_a_newer_version", {"scores": [1]})
    await home.trends()
    assert made == ["scores-s0", "debrief-s1"]


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Pacific/Kiritimati", ""])
async def test_a_day_is_that_of_the_place_where_the_session_was_held(zone: str) -> None:
    """The same as the entry has in the journal, of a run and of what was written alone."""
    held = [datetime(2026, 6, 18, hour, 30, tzinfo=UTC) for hour in (3, 12, 22)]
    home = Journalled(session(0, began_at=held[0], zone=zone, started_late=1))
    fields: dict[str, Any] = {"rubric": REF, "scores": scores({"listens": 2}), "zone": zone}
    for number, at in enumerate(held):
        said = SelfScores(session=f"s{number}", held_at=at, **fields)
        await home.put(f"scores-{number}", "scores", said.model_dump(mode="json"))
    seen_on = Observation(observed_on=held[0].date(), giver="Bea", **fields)
    await home.put("observation", "observation", seen_on.model_dump(mode="json"))
    rows, _ = await Searching(home.journal, MovableClock()).rows()
    days = {row.id: row.facets.day for row in rows}
    found = await home.trends()
    points = [place.at for trend in found.trends for place in trend.places]
    assert {each.entry for each in points} == set(days)
    assert {f"{each.when:%Y-%m-%d}" == days[each.entry] for each in points} == {True}
    column = next(each for each in found.trends if each.name == "Starting late").when(0)
    assert f"{column:%Y-%m-%d}" == days["scores-0"]
