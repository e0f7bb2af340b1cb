"""A roster is purged by command: which entries name somebody is printed, and may change too."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

from facilitui.core.pathways import enrolment, log_entry, roster, snapshot
from tests.core.pathways import kept
from tests.services.full_sessions import opened
from tests.story.commands import facilitui

SECOND = "log_entry-second"
WORD = re.compile(r"purge-[0-9a-f]{4}(?= and press)")


async def group(home: Path) -> None:
    """A roster, and an entry that names somebody of it."""
    full = opened(home)
    await full.write(kept.KEPT, snapshot.KIND, kept.kept())
    await full.write(kept.ENTRY, enrolment.KIND, kept.enrolment())
    await full.write(kept.ROSTER, roster.KIND, kept.roster())
    await full.write(
        kept.LOGGED, log_entry.KIND, kept.logged(note="Told by Ana Quintero.", session="")
    )
    full.wiring.close()


def test_names_are_taken_out_where_that_is_asked_for(home: Path) -> None:
    """With another word than without; else they are named, and told to stay."""
    asyncio.run(group(home))
    without = facilitui(home, "journal", "purge", kept.ROSTER)
    assert "names stand in 1 entry besides: --names takes them out" in without.stderr
    assert "another entry with such a name: log entry of" in without.stdout
    asked = facilitui(home, "journal", "purge", kept.ROSTER, "--names")
    assert "what another entry said with names in it; “a participant” stands there then" in (
        asked.stdout
    )
    (other,), (word,) = WORD.findall(without.stdout), WORD.findall(asked.stdout)
    refused = facilitui(home, "journal", "purge", kept.ROSTER, "--names", "--yes-purge", other)
    assert refused.returncode == 1 and other != word
    done = facilitui(home, "journal", "purge", kept.ROSTER, "--names", "--yes-purge", word)
    assert (done.returncode, done.stderr) == (0, "") and "Purged: 2 revisions." in done.stdout
    shown = facilitui(home, "journal", "show", kept.LOGGED)
    assert "Told by a participant." in shown.stdout
    assert not any(b"Quintero" in path.read_bytes() for path in (home / "journal").iterdir())
    assert facilitui(home, "journal", "verify").returncode == 0


async def several(home: Path) -> None:
    """The same with another entry of several places, a date and a link."""
    await group(home)
    full = opened(home)
    more = log_entry.LogEntry.model_validate(kept.logged(note="Ana and Cem. On 3 May Ben Weeks."))
    link = {"where": "https://example.org/ana-quintero"}
    await full.write(SECOND, log_entry.KIND, more.model_copy(update={"values": link}))
    full.wiring.close()


def test_every_place_is_printed_before_it_asks_and_one_entry_can_be_named(home: Path) -> None:
    """What stays so is printed to be looked at, and what is no such entry is refused."""
    asyncio.run(several(home))
    asked = facilitui(home, "journal", "purge", kept.ROSTER, "--names-in", SECOND)
    assert "places: “Ana and Cem. On 3 May Ben Weeks.”" in asked.stdout
    looked_at = [line for line in asked.stdout.splitlines() if "to be looked at in" in line]
    assert any("1 place: “https://example.org/ana-quintero”" in each for each in looked_at)
    assert any("“Told by Ana Quintero.”" in each for each in looked_at)
    assert f"--names-in ENTRY out of one of these: {kept.LOGGED}" in asked.stderr
    (word,) = WORD.findall(asked.stdout)
    done = facilitui(
        home, "journal", "purge", kept.ROSTER, "--names-in", SECOND, "--yes-purge", word
    )
    assert done.returncode == 0 and "Names were taken out of 1 entry." in done.stdout
    assert "Told by Ana Quintero." in facilitui(home, "journal", "show", kept.LOGGED).stdout
    shown = facilitui(home, "journal", "show", SECOND).stdout
    assert "On 3 May a participant." in shown and "https://example.org/ana-quintero" in shown


def test_an_entry_without_such_a_name_is_refused(home: Path) -> None:
    """Nothing is purged, and those that could be named are."""
    asyncio.run(group(home))
    told = facilitui(home, "journal", "purge", kept.ROSTER, "--names-in", "log_entry-none")
    assert told.returncode == 1 and told.stdout == ""
    assert f"no name can be taken out of it; it can of {kept.LOGGED}" in told.stderr
