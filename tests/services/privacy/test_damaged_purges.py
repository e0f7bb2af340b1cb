"""An intent that nobody can go on with does nothing, and stands in the way of nothing for good."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from facilitui.core.errors import FacilituiError
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.journals.journal import body_of
from facilitui.core.privacy.purge_intent import DamagedPurge
from tests.services.full_sessions import Full, holding
from tests.services.privacy.test_purging import ELSEWHERE
from tests.services.privacy.test_purging_meanwhile import bare, close, purge

Write = Callable[[Path], object]


async def begun(full: Full, **changed: Any) -> None:
    """A purge of the whole session that was begun, with some of its intent changed by hand."""
    survey = await full.wiring.purging.survey(full.session)
    await full.wiring.purge_files.begin(survey.intent("purge-1", full.clock.at.isoformat(), ()))
    file = full.root / "purge.json"
    file.write_text(json.dumps({**json.loads(file.read_text()), **changed}))


@pytest.mark.parametrize(
    "changed",
    [
        {"copies": ["../config.toml"]},
        {"copies": ["ab"]},
        {"files": ["config.toml"]},
        {"files": ["plans/.history/.."]},
        {"drafts": ["../config.toml"]},
        {"sessions": [".."]},
        {"documents": -5},
        {"events": -3},
        {"documents": "5"},
        {"record": "debrief-x"},
        {"what": "everything"},
    ],
)
async def test_an_intent_that_nobody_wrote_is_refused_whole(
    home: Path, changed: dict[str, Any]
) -> None:
    """Before anything of it is done; then it can be forgotten, and another purge done."""
    full, other = await bare(home)
    held = holding(home, full.words)
    await begun(full, **changed)
    with pytest.raises(DamagedPurge, match=r"cannot be gone on with: .*--give-up"):
        await full.wiring.purging.finish(Progress())
    assert holding(home, full.words) == held
    assert "--give-up" in await full.wiring.purging.unfinished()
    assert "Forgotten" in await full.wiring.purging.give_up()
    assert not await full.wiring.purging.unfinished() and not (home / "purge.json").exists()
    assert "-" not in (await purge(full, full.session)).partition(":")[2]
    assert holding(home, full.words) == ELSEWHERE
    close(full, other)


@pytest.mark.parametrize(
    "damage",
    [
        lambda file: file.write_text('{"record": 1'),
        lambda file: file.write_bytes(b"\xff\xfe"),
        lambda file: (file.mkdir(), (file / "mine.txt").write_text("mine")),
    ],
)
async def test_a_damaged_intent_can_be_forgotten_once_all_is_purged(
    home: Path, damage: Write
) -> None:
    """Purging once more would say that all is done, and leave it for ever."""
    full, other = await bare(home)
    await purge(full, full.session)
    damage(home / "purge.json")
    with pytest.raises(FacilituiError, match="purged already"):
        await full.wiring.purging.survey(full.session)
    assert "cannot be read" in await full.wiring.purging.unfinished()
    assert "Forgotten" in await full.wiring.purging.give_up()
    assert not await full.wiring.purging.unfinished()
    kept = [path.read_text() for path in home.glob("purge.json-*/mine.txt")]
    assert kept in ([], ["mine"])
    assert not await full.wiring.purging.give_up()
    close(full, other)


async def test_the_record_of_another_purge_is_never_blanked(home: Path) -> None:
    """An intent that names it is refused."""
    full, other = await bare(home)
    await full.write("purge-2", "purge", await _record(full))
    await begun(full, entries=["purge-2"])
    with pytest.raises(DamagedPurge, match="the record of another purge"):
        await full.wiring.purging.finish(Progress())
    assert holding(home, full.words)
    close(full, other)


async def test_a_record_is_written_though_another_entry_has_its_id(home: Path) -> None:
    """Else what is blank would be told as damage."""
    full, other = await bare(home)
    await full.write("purge-1", "purge", await _record(full))
    await begun(full)
    await full.wiring.purging.finish(Progress())
    rows = [each for _, each in (await full.wiring.journal.contents()).documents]
    told = [body_of(each)["sessions"] for each in rows if each["kind"] == "purge"]
    assert [full.session] in told and len(told) == 2
    assert not (await full.wiring.safekeeping.verify(Progress())).broken
    close(full, other)


async def test_a_month_that_can_be_read_by_now_is_blanked_instead(home: Path) -> None:
    """It was torn when its purge was begun, and was mended before that was finished."""
    full, other = await bare(home)
    (month,) = (home / "journal").glob("*.json")
    await begun(full, files=[f"journal/{month.name}"])
    await full.wiring.purging.finish(Progress())
    assert month.exists() and f"journal/{month.name}" not in holding(home, full.words)
    close(full, other)


async def _record(full: Full) -> Any:
    survey = await full.wiring.purging.survey(full.debrief)
    intent = survey.intent("purge-9", "2026-01-01T00:00:00+00:00", ())
    return intent.recorded.model_copy(update={"entries": ("another",)})
