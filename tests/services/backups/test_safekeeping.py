"""Everything is verified together, and what a backup hands over is joined."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import pytest

from facilitui.core.backups.backup_ports import LogsRead, Restored
from facilitui.core.backups.backup_told import beside, restored
from facilitui.core.errors import Problem
from facilitui.core.journals.attaching_ports import STOPPED, Progress, Stopped
from facilitui.core.journals.journal_faults import Fault
from facilitui.core.journals.journal_ports import Imported
from facilitui.core.privacy.purging import blanked
from facilitui.core.sealing import GENESIS
from tests.core.making import START
from tests.services.fakes import MemoryJournal
from tests.services.safe_fakes import MemoryArchives, MemoryLogs, safekeeping

HEAD = "ab" * 32


async def kept(journal: MemoryJournal, entry: str, **body: Any) -> None:
    """Save an entry."""
    await journal.save(entry_id=entry, kind="debrief", body=body, made_at=START, salt="00" * 16)


async def test_a_log_that_is_gone_or_was_cut_is_named_with_the_entry() -> None:
    """Once for each session; a log that went on since, and an entry of no session, are well."""
    journal = MemoryJournal()
    await kept(journal, "gone", session="s1", log_head=HEAD)
    await kept(journal, "gone-scores", session="s1")
    await kept(journal, "cut", session="s2", log_head="cd" * 32)
    await kept(journal, "well", session="s3", log_head=HEAD)
    await kept(journal, "before", session="s3", log_head=GENESIS)
    await kept(journal, "none", text="of no session", log_head="")
    logs = MemoryLogs({"s2": frozenset({HEAD}), "s3": frozenset({HEAD, "00"})})
    verdict = await safekeeping(journal, logs).verify()
    assert (verdict.broken, verdict.damaged, verdict.problems) == (2, 0, ())
    gone, cut = verdict.missed
    assert gone.file == "sessions/s1/events.jsonl" and "is missing" in gone.reason
    assert "though its debrief (" in gone.reason
    assert cut.file == "sessions/s2/events.jsonl"
    assert "cut or changed since its debrief (" in cut.reason


async def test_what_another_journal_wrote_is_about_logs_of_another_machine() -> None:
    """Its sessions are not missed here."""
    journal = MemoryJournal()
    await kept(journal, "theirs", session="far", log_head=HEAD)
    journal.documents[0] = {**journal.documents[0], "imported": {"at": "", "after": ""}}
    verdict = await safekeeping(journal).verify()
    assert verdict.missed == ()


async def test_what_was_looked_at_is_counted_in_words() -> None:
    """And nothing that there is none of."""
    journal = MemoryJournal()
    assert (await safekeeping(journal).verify()).looked_at == "0 revisions"
    await kept(journal, "a")
    logs = MemoryLogs({"s": frozenset(), "t": frozenset()}, (Problem("x", 1, 1, "broken"),))
    verdict = await safekeeping(journal, logs).verify()
    assert verdict.looked_at == "1 revision and 2 session logs"
    assert verdict.broken == verdict.damaged == 1


async def test_entries_that_an_archive_hands_over_are_imported() -> None:
    """Under the archive's name; without any the journal is not asked."""
    journal = MemoryJournal()
    archives = MemoryArchives(Restored("b.zip", written=1, lines="{}\n{}\n"))
    came, joined = await safekeeping(journal, None, archives).restore("b.zip", Progress())
    assert (came.written, joined.taken, archives.asked) == (1, 2, ["restore b.zip"])
    archives.came = Restored("b.zip", written=1)
    _, joined = await safekeeping(journal, None, archives).restore("b.zip", Progress())
    assert joined.taken == 0


def test_a_restore_is_told_in_one_sentence() -> None:
    """What was written, known, joined, and what was left and why."""
    left = ("plans/x.toml (differs; --replace takes the archive's)",)
    came = Restored("b.zip", 312, 4, joined=1, left=left, aside=("2026-11.damaged-1.json",))
    refused = (Problem("b.zip", 3, 1, "revision 2 of 'a' is another one"),)
    assert restored(came, Imported(1, 0, refused)) == (
        "312 files written, 4 known already, 2 revisions joined, 1 left as it is: "
        "plans/x.toml (differs; --replace takes the archive's)"
    )
    assert beside(came, Imported(1, 0, refused)) == (
        "a month that could not be read was set aside as 2026-11.damaged-1.json",
        "b.zip: revision 2 of 'a' is another one",
    )


def test_what_was_altered_and_left_is_counted() -> None:
    """It is neither written nor known."""
    came = Restored("b.zip", 0, 18, altered=4, left=("plans/x.toml (differs)",))
    assert restored(came, Imported(0, 0, ())) == (
        "0 files written, 18 known already, 4 altered revisions left, "
        "1 left as it is: plans/x.toml (differs)"
    )


def test_where_nothing_was_replaced_the_state_before_is_not_needed() -> None:
    """It was packed before that was known; nobody shall think that something was lost."""
    (told,) = beside(Restored("b.zip", joined=2, before="backups/x.zip"), Imported(0, 0, ()))
    assert told == "nothing here had to be replaced; backups/x.zip, packed before, is not needed"


async def test_a_backup_that_is_stopped_while_all_is_looked_at_leaves_no_archive() -> None:
    """Nor one that took the place of another: it is told that nothing was kept."""
    logs, archives = MemoryLogs(), MemoryArchives()

    async def stopped(sought: Collection[str], progress: Progress) -> LogsRead:
        raise Stopped(STOPPED)

    logs.read_all = stopped  # type: ignore[method-assign]
    with pytest.raises(Stopped):
        await safekeeping(MemoryJournal(), logs, archives).back_up("b.zip", Progress(), force=True)
    assert not archives.asked


def test_where_a_backup_may_lie_tells_when_it_was_made() -> None:
    """So that the next one has another name."""
    assert safekeeping(MemoryJournal()).backup_place().startswith("exports/backup-2026-11-")


@pytest.mark.parametrize("name", ["unread", "lost"])
async def test_a_month_that_cannot_be_read_or_is_missing_may_tell_of_the_purge(name: str) -> None:
    """What was blanked is then no damage; where all is read and nothing tells of it, it is."""
    journal = MemoryJournal()
    await kept(journal, "gone", text="said")
    journal.documents[0] = blanked(journal.documents[0])
    (found,) = (await safekeeping(journal).verify()).findings
    assert found.fault is Fault.UNTOLD and found.broken
    setattr(journal, name, ("journal/2026-10.json",))
    (found,) = (await safekeeping(journal).verify()).findings
    assert found.fault is Fault.BLANKED and not found.broken


async def test_a_log_is_named_once() -> None:
    """Whatever it is damaged by: emptied, it has nothing of what an entry saw either."""
    journal = MemoryJournal()
    await kept(journal, "a", session="s1", log_head=HEAD)
    wrong = Problem("sessions/s1/events.jsonl", 1, 1, "is empty")
    verdict = await safekeeping(journal, MemoryLogs({}, (wrong,))).verify()
    assert (verdict.problems, verdict.missed, verdict.broken) == ((wrong,), (), 1)
