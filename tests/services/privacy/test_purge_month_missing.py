"""A purge where the month that was written to last is gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.core.backups.import_told import preview_lines
from facilitui.core.errors import NotSaved
from facilitui.core.journals.attaching_ports import Progress
from tests.services.full_sessions import Full, holding, opened, run_one
from tests.services.privacy.test_purging_meanwhile import bare, close, purge
from tests.storage.full_homes import held


def last_month(home: Path) -> Path:
    """The file of it."""
    return max((home / "journal").glob("*.json"))


async def test_nothing_is_done_while_it_is_gone(home: Path) -> None:
    """It would come back from a backup, and nothing would tell that it was purged."""
    full, other = await bare(home)
    survey = await full.wiring.purging.survey(full.session)
    last_month(home).unlink()
    before = held(home)
    for _ in range(2):
        with pytest.raises(NotSaved, match="is missing, though entries were saved in it"):
            await full.wiring.purging.purge(survey, (), Progress())
        with pytest.raises(NotSaved, match="is missing, though entries were saved in it"):
            await other.wiring.purging.survey(full.session)
    assert held(home) == before
    close(full, other)


async def test_one_that_the_purge_itself_deleted_does_not_stop_it(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed right behind that deed it is finished."""
    full = await run_one(home, evidence=False)
    close(full)
    month = last_month(home)
    month.write_bytes(month.read_bytes()[:-100])
    full = Full(opened(home).wiring, home, full.clock, full.session, words=full.words)
    survey = await full.wiring.purging.survey(full.session)
    also = (*survey.history, *survey.set_aside)
    with monkeypatch.context() as patched:
        patched.setattr("facilitui.storage.purging.PurgedLogs.blank", _killed)
        with pytest.raises(NotSaved, match="killed"):
            await full.wiring.purging.purge(survey, also, Progress())
    assert not month.exists()
    assert "Purged: " in await full.wiring.purging.finish(Progress())
    assert holding(home, full.words) == {"plans/work.toml"}
    close(full)


def _killed(*_: object) -> None:
    raise NotSaved("killed")


async def test_what_an_import_may_bring_back_is_told_before_it(home: Path) -> None:
    """Where the record of the purge is gone with its month."""
    full, other = await bare(home)
    text = last_month(home).read_text("utf-8")
    await purge(full, full.session)
    last_month(home).unlink()
    coming = await other.wiring.journal.look_at(text, "old.json", Progress())
    assert any("what was purged may be back" in each for each in preview_lines(coming))
    close(full, other)
