"""A backup from before a purge brings nothing of it back, and everything of all else."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from facilitui.core.backups.backup_ports import Restored
from facilitui.core.errors import FacilituiError
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.journals.journal_faults import Fault
from facilitui.core.reviews.question import digest
from tests.services.full_sessions import Full, holding, opened, run_one
from tests.services.privacy.test_purging import ELSEWHERE
from tests.services.privacy.test_purging_meanwhile import bare, close, purge


async def packed(full: Full, name: str) -> str:
    """A backup of a home, beside it."""
    file = str(full.root.parent / name)
    await full.wiring.safekeeping.back_up(file, Progress())
    return file


async def restored(root: Path, file: str, *, replace: bool = False) -> Restored:
    """What came of restoring into a home that nobody has open."""
    again = opened(root)
    came, _ = await again.wiring.safekeeping.restore(file, Progress(), replace=replace)
    close(again)
    return came


def words_of(path: Path) -> str:
    """All that a file says."""
    return path.read_text("utf-8")


async def test_drafts_and_exports_of_a_purged_session_do_not_come_back(home: Path) -> None:
    """Whatever they are called; those of a session whose name begins alike do."""
    full = await run_one(home)
    drafts, exports = home / "drafts", home / "exports"
    exports.mkdir(exist_ok=True)
    half = drafts / f"question-aabbccdd-{digest(full.debrief)}.json"
    half.write_text(json.dumps({"typed": {"passage": full.words[0]}}), "utf-8")
    other = drafts / f"debrief-{full.session}-2.json"
    other.write_text(json.dumps({"session": f"{full.session}-2", "typed": {}}), "utf-8")
    (exports / "mine.md").write_text(f"# Ours\n\n{full.words[2]}\n", "utf-8")
    (exports / "theirs.md").write_text("# Another's\n", "utf-8")
    close(full)
    full = Full(opened(home).wiring, home, full.clock, full.session, words=full.words)
    file = await packed(full, "before.zip")
    await purge(full, full.session)
    close(full)
    shutil.rmtree(exports)
    other.unlink()
    for replace in (False, True):
        came = await restored(home, file, replace=replace)
        assert {each for each in holding(home, full.words) if "backups" not in each} == ELSEWHERE
        assert other.exists() and (exports / "theirs.md").exists()
        left = {each.partition(" ")[0]: each for each in came.left}
        assert "says again what was purged here" in left["exports/mine.md"]
        assert f"drafts/{half.name}" in left and f"drafts/{other.name}" not in left


async def test_a_copy_that_another_entry_names_comes_back(home: Path) -> None:
    """Though the purged one named it too."""
    full = await run_one(home)
    shared = {"session": "2026-11-26-other-0001", "file_hash": full.copy}
    await full.wiring.journal.save(
        entry_id="attachment-kept",
        kind="attachment",
        body=shared,
        made_at=full.clock.at,
        salt="ab" * 16,
    )
    file = await packed(full, "before.zip")
    await purge(full, full.session)
    close(full)
    copy = home / "attachments" / full.copy
    copy.unlink()
    await restored(home, file)
    assert copy.exists()


async def test_the_record_of_a_purge_cannot_be_purged(home: Path) -> None:
    """Else nothing would tell why all of that is blank, and it would be called damage."""
    full, other = await bare(home)
    await purge(full, full.session)
    documents = (await full.wiring.journal.contents()).documents
    (record,) = (each["id"] for _, each in documents if each["kind"] == "purge")
    for whole in (False, True):
        with pytest.raises(FacilituiError, match="it cannot be purged"):
            await full.wiring.purging.survey(record, whole=whole)
    close(full, other)


async def two_machines(home: Path, tmp_path: Path) -> tuple[Full, Path]:
    """A session on two machines, purged on the first; the second's home is as it was."""
    full = await run_one(home)
    close(full)
    second = tmp_path / "second"
    shutil.copytree(home, second)
    first = Full(opened(home).wiring, home, full.clock, full.session, words=full.words)
    await purge(first, first.session)
    return first, second


async def lines_of(full: Full) -> str:
    """All documents of a journal, as an export has them."""
    rows = [each for _, each in (await full.wiring.journal.contents()).documents]
    return "".join(json.dumps(dict(each)) + "\n" for each in rows)


async def test_what_was_purged_on_another_machine_is_told_as_still_here(
    home: Path, tmp_path: Path
) -> None:
    """It can be restored as it was, until it is purged here too."""
    first, second = await two_machines(home, tmp_path)
    lines = await lines_of(first)
    close(first)
    mine = opened(second)
    file = await packed(mine, "second.zip")
    coming = await mine.wiring.journal.look_at(lines, "first.jsonl", Progress())
    assert [name for name, _ in coming.still_here] == [first.session]
    await mine.wiring.journal.import_lines(lines, mine.clock.at, "first.jsonl", Progress())
    verdict = await mine.wiring.safekeeping.verify(Progress())
    told = {each.entry_id for each in verdict.findings if each.fault is Fault.STILL_HERE}
    assert told == {first.session} and not verdict.broken
    close(mine)
    log = second / "sessions" / first.session / "events.jsonl"
    whole = words_of(log)
    log.unlink()
    came = await restored(second, file)
    assert words_of(log) == whole and not came.left
    assert any(f"`facilitui journal purge {first.session}`" in each for each in came.notes)
    mine = opened(second)
    await purge(mine, first.session)
    verdict = await mine.wiring.safekeeping.verify(Progress())
    assert {each.fault for each in verdict.findings} == {Fault.BLANKED} and not verdict.broken
    close(mine)
    came = await restored(second, file, replace=True)
    assert any("what they said did not come back" in each for each in came.notes)
    assert {each for each in holding(second, first.words) if "backups" not in each} <= ELSEWHERE


async def test_a_backup_of_after_a_purge_does_not_forbid_what_is_here(
    home: Path, tmp_path: Path
) -> None:
    """Restored over a home from before: all is there still, told, and can be brought back."""
    first, second = await two_machines(home, tmp_path)
    after = await packed(first, "after.zip")
    close(first)
    came = await restored(second, after)
    assert any("still stands here" in each for each in came.notes)
    assert not any("was purged here" in each for each in came.left)
    close(mine := opened(second))
    assert len(holding(second, first.words)) > 8 and mine.root == second


async def test_a_planted_record_forbids_nothing(home: Path, tmp_path: Path) -> None:
    """One in a file that says it follows this journal's last document."""
    first, second = await two_machines(home, tmp_path)
    rows = [each for _, each in (await first.wiring.journal.contents()).documents]
    (record,) = (each for each in rows if each["kind"] == "purge")
    close(first)
    mine = opened(second)
    file = await packed(mine, "second.zip")
    line = json.dumps(dict(record))
    await mine.wiring.journal.import_lines(line, mine.clock.at, "evil.jsonl", Progress())
    kept = [each for _, each in (await mine.wiring.journal.contents()).documents]
    (taken,) = (each for each in kept if each["kind"] == "purge")
    assert "imported" in taken
    close(mine)
    shutil.rmtree(second / "sessions" / first.session)
    for month in (second / "journal").glob("*.json"):
        month.unlink()
    again = opened(second)
    await again.wiring.journal.import_lines(line, again.clock.at, "evil.jsonl", Progress())
    close(again)
    came = await restored(second, file)
    assert not any("was purged here" in each for each in came.left)
    assert (second / "sessions" / first.session / "events.jsonl").exists()


async def test_what_is_blank_without_a_record_from_here_stays_blank(
    home: Path, tmp_path: Path
) -> None:
    """On a machine that took the purged journal from a file: what it names really is blank."""
    first, second = await two_machines(home, tmp_path)
    file = await packed(mine := opened(second), "second.zip")
    close(mine)
    lines = await lines_of(first)
    close(first)
    third = opened(tmp_path / "third")
    await third.wiring.journal.import_lines(lines, third.clock.at, "first.jsonl", Progress())
    close(third)
    await restored(tmp_path / "third", file)
    assert not [each for each in holding(tmp_path / "third", first.words) if "journal/" in each]
