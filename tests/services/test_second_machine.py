"""What a second machine, restored from the first one's backup, has of what the first did since."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.journals.written_over import KEPT_AT
from tests.services.full_sessions import Full, holding, opened, run_one
from tests.services.privacy.test_purged_restored import lines_of, packed, restored
from tests.services.privacy.test_purging_meanwhile import close, purge


async def test_the_log_of_a_session_on_the_first_machine_is_not_missed(
    home: Path, tmp_path: Path
) -> None:
    """The debrief that came without it goes on the chain of both, but was saved over there."""
    first = await run_one(home, evidence=False)
    file = await packed(first, "first.zip")
    close(first)
    second = tmp_path / "second"
    second.mkdir()
    await restored(second, file)
    after = await run_one(home, evidence=False)
    lines = await lines_of(after)
    close(after)
    mine = opened(second)
    came = await mine.wiring.journal.import_lines(lines, mine.clock.at, "first.jsonl", Progress())
    found = await mine.wiring.safekeeping.verify()
    assert came.taken and not found.broken
    close(mine)


async def test_a_draft_does_not_come_back_by_the_other_machine(home: Path, tmp_path: Path) -> None:
    """That one took over the purge with a backup, which takes no draft away: it is named there."""
    full = await run_one(home, evidence=False)
    word = full.word("half typed")
    draft = home / "drafts" / f"{full.debrief}.json"
    draft.parent.mkdir(exist_ok=True)
    typed = {"session": full.session, "learned": word, KEPT_AT: full.clock.at.isoformat()}
    draft.write_text(json.dumps(typed), "utf-8")
    close(full)
    second = tmp_path / "second"
    shutil.copytree(home, second)
    full = Full(opened(home).wiring, home, full.clock, full.session, words=full.words)
    await purge(full, full.session)
    file = await packed(full, "purged.zip")
    close(full)
    came = await restored(second, file, replace=True)
    assert [each for each in came.notes if f"drafts/{draft.name} is still here" in each]
    other = opened(second)
    back = await packed(other, "second.zip")
    close(other)
    came = await restored(home, back)
    assert f"drafts/{draft.name} (was purged here, and stays so)" in came.left
    assert not draft.exists() and not holding(home / "drafts", full.words)
