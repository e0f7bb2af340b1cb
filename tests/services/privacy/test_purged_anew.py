"""What was made after a purge comes back from a backup, and what no record of it names does not."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.journals.journal import body_of
from facilitui.core.journals.written_over import KEPT_AT
from facilitui.core.privacy.purge_texts import written_in
from facilitui.core.sessions.events import read_event
from facilitui.storage.purged_logs import said_in
from tests.services.full_sessions import Full, holding, opened, run_one
from tests.services.privacy.test_purged_restored import lines_of, packed, restored
from tests.services.privacy.test_purging_meanwhile import close, purge


@pytest.mark.parametrize("has_plan", [True, False])
async def test_what_stays_with_the_plan_is_not_what_was_purged(home: Path, has_plan: bool) -> None:
    """As the purge itself leaves it: another session of that plan says it too."""
    full = await run_one(home, evidence=False, debriefed=False)
    log = home / "sessions" / full.session / "events.jsonl"
    _, brought = said_in(read_event(each) for each in log.read_text().splitlines())
    text = next(each for each in written_in(brought) if len(each) > 20)
    (exports := home / "exports").mkdir(exist_ok=True)
    (exports / "other.md").write_text(f"# Another session\n\n{text}\n", "utf-8")
    if not has_plan:
        shutil.rmtree(home / "plans")
    file = await packed(full, "before.zip")
    survey = await full.wiring.purging.survey(full.session)
    assert ("exports/other.md" in survey.remains) is not has_plan
    await full.wiring.purging.purge(survey, (), Progress())
    close(full)
    shutil.rmtree(exports)
    await restored(home, file)
    assert (exports / "other.md").exists() is has_plan


@pytest.mark.parametrize("replace", [True, False])
async def test_what_was_attached_and_typed_after_a_purge_comes_back(
    home: Path, replace: bool
) -> None:
    """The purge left no such file, so a backup that knows of it has them of a time after it."""
    full = await run_one(home)
    documents = [each for _, each in (await full.wiring.journal.contents()).documents]
    (entry,) = {each["id"] for each in documents if each["kind"] == "attachment"}
    body = next(body_of(each) for each in documents if each["id"] == entry)
    copy = home / "attachments" / full.copy
    data = copy.read_bytes()
    await purge(full, full.session)
    await full.clock.pass_seconds(60)
    copy.write_bytes(data)
    await full.wiring.journal.save(
        entry_id=entry, kind="attachment", body=body, made_at=full.clock.at, salt="ab" * 16
    )
    draft = home / "drafts" / f"{full.debrief}.json"
    typed = {"session": full.session, "learned": "anew", KEPT_AT: full.clock.at.isoformat()}
    draft.write_text(json.dumps(typed), "utf-8")
    close(full)
    file = await packed(again := Full(opened(home).wiring, home, full.clock), "after.zip")
    close(again)
    copy.unlink()
    draft.unlink()
    came = await restored(home, file, replace=replace)
    assert copy.read_bytes() == data and draft.exists()
    assert not [each for each in came.left if not each.startswith("sessions/")]


async def test_entries_of_a_lost_month_about_a_purged_session_stay_purged(home: Path) -> None:
    """Neither a restore nor an import brings them back, though no record names them."""
    full = await run_one(home)
    file = await packed(full, "before.zip")
    lines = await lines_of(full)
    (month,) = (home / "journal").glob("*.json")
    month.unlink()
    (home / ".journal-last.json").unlink()  # as where it is an older one
    await purge(full, full.session)
    coming = await full.wiring.journal.look_at(lines, "before.jsonl", Progress())
    assert not coming.taken
    close(full)
    for replace in (False, True):
        await restored(home, file, replace=replace)
        assert not [each for each in holding(home, full.words) if each.startswith("journal/")]
    verdict = await (again := opened(home)).wiring.safekeeping.verify(Progress())
    assert not verdict.findings and not verdict.missed
    close(again)
