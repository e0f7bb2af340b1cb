"""A journal of years is searched with every key, and only what changed is worked out again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from facilitui.core.journals.journal import Document, latest, make_document
from facilitui.core.journals.journal_ports import JournalContents
from facilitui.core.journals.journal_rows import EntryRow
from facilitui.core.sessions.session_digest import Ran, SessionDigest
from facilitui.services.journals.searching import Searching
from facilitui.services.journals.shown import Shown
from tests.services.fakes import MemoryJournal, MovableClock

BEGUN = datetime(2026, 1, 5, 16, tzinfo=UTC)


class Months(MemoryJournal):
    """A journal in months, each the same object while it stays the same."""

    def __init__(self) -> None:
        super().__init__()
        self._months: dict[str, JournalContents] = {}
        self._whole: tuple[list[JournalContents], JournalContents] = [], JournalContents(())
        self.held: asyncio.Event | None = None
        """Until it is set, no month before the last three is read."""

    def write(self, entry: str, at: datetime, held: datetime | None = None, **body: Any) -> None:
        """An entry, or its next revision, made at a moment about a session of a moment."""
        body = {"title": entry, "session": entry, "held_at": (held or at).isoformat(), **body}
        last = latest(self.documents).get(entry)
        self.documents.append(
            make_document(
                entry_id=entry,
                kind=body.pop("kind", "debrief"),
                body=body,
                made_at=at,
                salt=f"{len(self.documents):032x}",
                last=last,
                after="0" * 64,
            )
        )

    def _parts(self) -> list[JournalContents]:
        months: dict[str, list[tuple[str, Document]]] = {}
        for n, each in enumerate(self.documents):
            name = str(each["made_at"])[:7]
            months.setdefault(name, []).append((f"{name}.json#{n}", each))
        for name, rows in months.items():
            if self._months.get(name) != JournalContents(tuple(rows)):
                self._months[name] = JournalContents(tuple(rows))
        return [self._months[name] for name in sorted(months)]

    async def contents(self) -> JournalContents:
        parts = self._parts()
        if parts != self._whole[0]:
            rows = tuple(row for part in parts for row in part.documents)
            self._whole = parts, JournalContents(rows)
        return self._whole[1]

    async def newest_first(self) -> AsyncIterator[JournalContents]:
        for n, part in enumerate(reversed(self._parts())):
            if n == 3 and self.held is not None:
                await self.held.wait()
            yield part


class Digested:
    """What was run, and how often somebody asked."""

    def __init__(self, *digests: SessionDigest) -> None:
        self.of, self.asked = digests, 0

    async def digests(self) -> tuple[SessionDigest, ...]:
        self.asked += 1
        return self.of

    async def ran(self) -> Ran:
        return Ran(await self.digests())


def digest(session: str, protocol: str) -> SessionDigest:
    fields: dict[str, Any] = dict.fromkeys(SessionDigest.__dataclass_fields__, None)
    lists = ("waits", "led", "protocols", "steps", "goals", "ran_protocols", "noted")
    fields |= {name: () for name in lists if name in fields}
    fields |= {"session": session, "protocols": ((protocol.lower(), protocol),)}
    return SessionDigest(**fields)


@pytest.fixture
def months() -> Months:
    """Ten entries in each of twelve months."""
    journal = Months()
    for n in range(120):
        at = BEGUN + timedelta(days=30 * (n // 10), hours=n % 10)
        journal.write(f"e{n:03}", at, learned=f"waiting was entry {n}")
    return journal


def searching(journal: Months, digests: Digested | None = None) -> Searching:
    return Searching(journal, MovableClock(), digests)


def made(service: Searching) -> int:
    """How many rows were worked out so far."""
    return service._rows.made


def ids(rows: Iterable[EntryRow]) -> list[str]:
    return [row.id for row in rows]


async def told(service: Searching, query: str = "", at_most: int = 20) -> list[Shown]:
    return [shown async for shown in service.finding(query, at_most=at_most)]


async def test_a_key_works_out_nothing_again(months: Months) -> None:
    """Each entry's row is made once, whatever is typed then."""
    service = searching(months)
    for query in ("", "w", "wa", "waiting", "waiting 7", "kind:debrief", "nothing"):
        await service.find(query)
    assert made(service) == 120


async def test_a_save_works_out_one_row(months: Months) -> None:
    """The new one, or the revision; the rows of all others stay the same objects."""
    service = searching(months)
    before = (await service.find(at_most=999)).rows
    months.write("e119", datetime(2026, 12, 24, tzinfo=UTC), BEGUN, learned="a herring")
    after = (await service.find(at_most=999)).rows
    assert made(service) == 121 and len(after) == 120
    same = {id(row) for row in before}
    assert [row.id for row in after if id(row) not in same] == ["e119"]
    assert ids((await service.find("herring")).rows) == ["e119"]
    assert not (await service.find("“entry 119”")).rows


async def test_the_first_rows_are_shown_before_older_months_are_read(months: Months) -> None:
    """They are those that are shown in the end, and that there are more is told."""
    months.held = asyncio.Event()
    service = searching(months)
    finding = service.finding(at_most=20)
    first = await anext(finding)
    assert not first.complete and len(first.rows) == 20 and made(service) <= 40
    months.held.set()
    (last,) = [shown async for shown in finding]
    assert last.complete and last.rows == first.rows and last.more == 100
    assert [shown.complete for shown in await told(service)] == [True]


async def test_an_entry_about_years_ago_does_not_take_a_first_place(months: Months) -> None:
    """What was made last may belong behind what is still to be read."""
    at = datetime(2026, 12, 20, tzinfo=UTC)
    for n in range(30):
        months.write(f"late{n}", at, BEGUN - timedelta(days=n))
    months.held = asyncio.Event()
    service = searching(months)
    finding = service.finding(at_most=15)
    first = await anext(finding)
    months.held.set()
    (last,) = [shown async for shown in finding]
    assert not any(row.startswith("late") for row in ids(first.rows))
    assert first.rows == last.rows


async def test_a_revision_of_lately_takes_the_place_of_its_old_entry(months: Months) -> None:
    """The revision is read first; the entry's older text comes to no list at all."""
    months.write("e000", datetime(2026, 12, 20, tzinfo=UTC), BEGUN, learned="a herring")
    shown = await told(searching(months), "herring")
    assert ids(shown[-1].rows) == ["e000"]
    assert not (await searching(months).find('"was entry 0"')).rows


async def test_a_search_that_is_given_up_goes_on_where_it_was(months: Months) -> None:
    """The next key cancels it; what was read by then is not read again."""
    months.held = asyncio.Event()
    service = searching(months)
    given_up = asyncio.create_task(service.find("w"))
    while made(service) < 30:
        await asyncio.sleep(0)
    given_up.cancel()
    months.held.set()
    assert len((await service.find("waiting")).rows) == 120
    assert made(service) == 120


async def test_two_searches_at_once_make_each_row_once(months: Months) -> None:
    """Home reads while Journal is opened."""
    service = searching(months)
    one, other = await asyncio.gather(service.find(), asyncio.to_thread(_found, service))
    assert one.rows == other.rows and made(service) <= 160


def _found(service: Searching) -> Shown:
    return asyncio.run(service.find())


async def test_what_was_run_is_joined_when_it_is_asked_for(months: Months) -> None:
    """A list waits for no log; a search shows what it has, and then what the runs show too."""
    run = Digested(digest("e003", "Tuning"), digest("e004", "Tuning"))
    service = searching(months, run)
    assert len((await service.find()).rows) == 120
    assert not run.asked
    first, last = await told(service, "protocol:tuning")
    assert not first.complete and ids(last.rows) == ["e004", "e003"]
    assert made(service) == 122
    await service.find("protocol:tun")
    assert [run.asked, made(service)] == [1, 122]


async def test_an_entry_is_of_the_day_that_it_was_where_it_was_held() -> None:
    """On every machine: in the list, by its date as a filter and as a word."""
    journal = Months()
    at = datetime(2026, 6, 18, 22, 52, tzinfo=UTC)
    for n in range(3):
        journal.write(f"e{n}", at + timedelta(days=n), zone="Europe/Berlin", learned="x")
    service = searching(journal)
    for query in ("date:2026-06-19", "2026-06-19"):
        (row,) = (await service.find(query)).rows
        assert row.id == "e0" and row.when is not None and f"{row.when:%d %H:%M}" == "19 00:52"
    assert not (await service.find("2026-06-18")).rows


async def test_first_rows_stay_first_wherever_they_were_held() -> None:
    """A month is of UTC, and a day of its place: what is read later may be of a later day."""
    journal = Months()
    for n in range(60):
        zone = ("Pacific/Kiritimati", "Pacific/Pago_Pago")[n % 2]
        journal.write(f"e{n:02}", BEGUN + timedelta(days=3, hours=23 * n), zone=zone)
    first, *_, last = await told(searching(journal), at_most=8)
    assert not first.complete and ids(first.rows) == ids(last.rows)[: len(first.rows)]


async def test_a_filter_that_waits_offers_what_was_run(months: Months) -> None:
    """Whatever was asked for before."""
    service = searching(months, Digested(digest("e003", "Tuning")))
    await service.find()
    first, last = await told(service, "protocol:")
    assert (first.hint, first.complete) == ("", False)
    assert last.hint == "“protocol:” waits for a value: Tuning" and last.complete
    assert service.known("protocol") == ("Tuning",)


async def test_what_was_run_is_no_slip_before_it_is_known(months: Months) -> None:
    """Nothing is corrected by what is known so far, nor is anything said to be missing."""
    months.write("e120", BEGUN, learned="tunings")
    service = searching(months, Digested(digest("e003", "Tuning")))
    await service.find()
    while service._index.learn():
        pass
    for query in ("protocol:tuning", "protocol:tunin"):
        service._joined = False
        for shown in await told(service, query):
            assert (shown.trouble, shown.corrected) == ("", ())
        assert ids(shown.rows) == ["e003"]


async def test_a_value_is_corrected_once_all_months_are_read() -> None:
    """The first rows know only the names that are in them."""
    journal = Months()
    for n in range(120):
        name = "Jurgen" if n < 60 else "Jorgen"
        journal.write(f"e{n:03}", BEGUN + timedelta(days=30 * (n // 10), hours=n % 10), lens=name)
    first, *_, last = await told(searching(journal), "person:jurgen")
    assert (first.complete, first.corrected, first.trouble, first.rows) == (False, (), "", ())
    assert (last.complete, last.corrected) == (True, ()) and last.rows[0].id == "e059"


async def test_what_was_run_since_is_joined_with_the_next_entry(months: Months) -> None:
    """A session ends, and is debriefed: then its log is looked at."""
    run = Digested()
    service = searching(months, run)
    await service.find("protocol:tuning")
    run.of = (digest("new", "Tuning"),)
    months.write("new", datetime(2026, 12, 20, tzinfo=UTC))
    assert ids((await service.find("protocol:tuning")).rows) == ["new"]


async def test_a_slip_is_mended_once_all_words_are_known(months: Months) -> None:
    """Until then it is told that this is not all."""
    service = searching(months)
    first, last = (await told(service, "waitinq"))[-2:]
    assert not first.rows and not first.complete
    assert last.corrected == (("waitinq", "waiting"),) and last.words == ("waiting",)
    assert last.more == 100 and len(last.rows) == 20


async def test_what_was_purged_is_found_no_more(months: Months) -> None:
    """Its seal is the one it had, and its text is gone."""
    service = searching(months)
    assert (await service.find('"entry 77"')).rows
    at = next(n for n, each in enumerate(months.documents) if each["id"] == "e077")
    months.documents[at] = {**months.documents[at], "body": "", "salt": ""}
    assert not (await service.find('"entry 77"')).rows
    assert "entry 77" not in repr(vars(service._rows))


async def test_months_and_filters_are_told(months: Months) -> None:
    """With what is shown comes how it was understood, and of which months it is."""
    shown = await searching(months).find("date:2026-02 waiting", at_most=3)
    assert shown.months == {"2026-02": 10} and shown.words == ("waiting",)
    assert [each.written for each in shown.filters] == ["date:2026-02"]
    assert len(shown.rows) == 3 and shown.more == 7 and shown.counts == {"debrief": 10}


async def test_the_newest_of_a_kind_need_no_more_months_than_they_are_in(months: Months) -> None:
    """Home asks for the newest debriefs, and does not read ten years for them."""
    months.held = asyncio.Event()
    service = searching(months)
    assert [each["id"] for each in await service.newest_of("debrief", 3)] == [
        "e119",
        "e118",
        "e117",
    ]
    assert made(service) <= 20
    months.held.set()
    assert len(await service.newest_of("debrief", 999)) == 120
    assert len(await service.newest_of("scores", 5)) == 0


async def test_of_debriefs_the_newest_of_ones_own_are_given(months: Months) -> None:
    """However many were written since through another one's eyes, also once all is read."""
    newest = ["e119", "e118", "e117"]
    for n in range(8):
        months.write(f"lens-{n}", BEGUN + timedelta(days=900 + n), lens="Ana")
    service = searching(months)
    assert [each["id"] for each in await service.newest_of("debrief", 3)] == newest
    await service.find("")
    assert [each["id"] for each in await service.newest_of("debrief", 3)] == newest


async def test_days_are_told_from_today_on(months: Months) -> None:
    """The clock's, where this machine is."""
    service = searching(months)
    today = MovableClock().read().at.astimezone(MovableClock().zone("")).date()
    (asked,) = (await service.find("date:yesterday")).filters
    assert asked.days is not None and asked.days.has((today - timedelta(1)).isoformat())
    assert not asked.days.has(today.isoformat())
    assert (await service.find("role:")).hint.startswith("“role:” waits")


async def test_a_search_that_was_given_up_hides_nothing_from_the_next() -> None:
    """A newer key takes its place in the middle of joining what was run: that is joined then."""
    journal, digests = Months(), Digested(digest("walk", "Tuning"))
    journal.write("walk", BEGUN)
    service = Searching(journal, MovableClock(), digests)
    await service.find()
    at_work = asyncio.Event()

    async def held_up(contents: JournalContents) -> None:
        at_work.set()
        await asyncio.Event().wait()

    went_on, service._index_of = service._index_of, held_up  # type: ignore[method-assign]
    given_up = asyncio.create_task(service.find("protocol:tun"))
    await at_work.wait()
    given_up.cancel()
    await asyncio.gather(given_up, return_exceptions=True)
    service._index_of = went_on  # type: ignore[method-assign]
    assert [row.id for row in (await service.find("protocol:tuning")).rows] == ["walk"]
