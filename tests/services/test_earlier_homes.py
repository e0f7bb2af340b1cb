"""Homes of earlier versions open as they are: verified, listed, read, revised, backed up."""

from __future__ import annotations

import asyncio
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tinydb import TinyDB

from facilitui.bootstrap import Wiring
from facilitui.core.journals.attaching_ports import Progress
from facilitui.storage.paths import Home
from tests.storage.full_homes import held

EARLIER = Path(__file__).parents[1] / "storage" / "earlier"
NAMES = sorted(path.name for path in EARLIER.iterdir() if path.is_dir())


@pytest.fixture(params=NAMES)
def wiring(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Wiring]:
    """A copy of such a home, with all services."""
    root = shutil.copytree(EARLIER / request.param, tmp_path / "home")
    made = Wiring(Home(Path(root)))
    yield made
    made.close()


def test_there_is_one_of_each_shape() -> None:
    """One commitment or several, with and without norms; evidence of every kind."""
    assert NAMES == ["evidence_of_every_kind", "one_commitment", "quotes_and_norms"]
    bodies = [json.loads(each["body"]) for name in NAMES for each in _documents(EARLIER / name)]
    debriefs = [body for body in bodies if "learned" in body]
    assert [("commitments" in each, "norms" in each) for each in debriefs] == [
        *((True, True), (False, False), (False, True)),
    ]


def _documents(root: Path) -> list[dict[str, str]]:
    (month,) = (root / "journal").glob("2*.json")
    found = json.loads(month.read_bytes())
    assert found["meta"] == {"1": {"schema": 1}}
    return list(found["entries"].values())


async def test_they_verify(wiring: Wiring) -> None:
    """Every document, the log that they are about, and the copies that they name."""
    verdict = await wiring.safekeeping.verify()
    assert (verdict.broken, verdict.findings, verdict.logs) == (0, (), 1)
    assert verdict.documents in (1, 6) and verdict.copies == (verdict.documents == 6)


async def test_every_entry_is_read(wiring: Wiring) -> None:
    """As a record of its kind, with what was promised and what shows it."""
    rows = (await wiring.reviewing.searching.find()).rows
    read = [(await wiring.reviewing.read(row.id)).record for row in rows]
    assert read and None not in read
    debrief = (await wiring.reviewing.debriefs(1))[0]
    assert [each.text for each in debrief.promised] == [
        "Count to five after the second answer, before I speak."
    ]
    assert debrief.learned.startswith("Seven of nine") and debrief.facts


async def test_they_go_on_being_revised(wiring: Wiring) -> None:
    """The next revision follows, the one before stays as it was, and all verify."""
    session = (await wiring.sessions.rows())[0].session
    before = (await wiring.journal.contents()).documents
    desk = await wiring.reflecting.open(session)
    desk.write("learned", "Seen again, months later.")
    await desk.save()
    contents = await wiring.journal.contents()
    assert set(map(_seal, before)) < set(map(_seal, contents.documents))
    (debrief,) = await wiring.reviewing.debriefs(1)
    assert debrief.learned == "Seen again, months later." and len(debrief.promised) == 1
    assert not (await wiring.safekeeping.verify()).broken


def _seal(row: tuple[str, object]) -> str:
    document = row[1]
    assert isinstance(document, dict)
    return f"{row[0]} {document['hash']}"


async def test_they_are_backed_up_and_restored(wiring: Wiring, tmp_path: Path) -> None:
    """On an empty home, where they verify too."""
    await wiring.safekeeping.back_up(str(tmp_path / "b.zip"), Progress())
    new = Wiring(Home(tmp_path / "new"))
    try:
        came, joined = await new.safekeeping.restore(str(tmp_path / "b.zip"), Progress())
        assert (came.left, joined.taken) == ((), 0)
        assert not (await new.safekeeping.verify()).broken
    finally:
        new.close()
    assert held(tmp_path / "new") == held(wiring.home.root)


def test_a_month_of_stock_tinydb_gets_its_schema_with_the_first_save(tmp_path: Path) -> None:
    """Its documents stay where they are."""
    (tmp_path / "journal").mkdir()
    wiring = Wiring(Home(tmp_path))
    at = wiring.clock.read().at
    month = tmp_path / "journal" / f"{at:%Y-%m}.json"
    with TinyDB(month) as database:
        database.table("entries").insert(
            {"id": "x", "rev": 1, "kind": "note", "made_at": at.isoformat(), "body": "{}"}
        )

    async def save() -> None:
        await wiring.journal.save(entry_id="own", kind="note", body={}, made_at=at, salt="0" * 32)

    asyncio.run(save())
    wiring.close()
    found = json.loads(month.read_bytes())
    assert found["meta"] == {"1": {"schema": 1}}
    assert [each["id"] for each in found["entries"].values()] == ["x", "own"]
