"""A roster is purged by command: which entries name somebody is printed, and may change too."""

from __future__ import annotations

import asyncio
import json
import re
from pathlib import Path

from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.journals.journal import body_of, latest, make_document
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
    assert "names stand in 1 entry besides: --names takes whole names out" in without.stderr
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
    assert "“Ben Weeks” in the log entry" in asked.stdout
    assert "1 place: “Ana and Cem. On 3 May Ben Weeks.”" in asked.stdout
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


async def ordinary(home: Path) -> None:
    """The same with an entry in which a name may be an ordinary word."""
    await group(home)
    full = opened(home)
    more = kept.logged(note="Cleo Dorn; Cleo; CLEO lesson in three Weeks", values={}, session="")
    await full.write(SECOND, log_entry.KIND, more)
    full.wiring.close()


def test_what_may_be_a_word_is_named_and_taken_out_only_where_its_entry_is(home: Path) -> None:
    """And once the roster is purged, its names are typed; without one nothing is done."""
    asyncio.run(ordinary(home))
    asked = facilitui(home, "journal", "purge", kept.ROSTER, "--names")
    told = " ".join(asked.stderr.split())
    assert "these are no whole names, may be other words, and stay:" in told
    assert f"“CLEO” in {SECOND}" in told and f"“Cleo” in {SECOND}" in told
    assert "--names-in ENTRY takes all of an entry" in told
    (word,) = WORD.findall(asked.stdout)
    facilitui(home, "journal", "purge", kept.ROSTER, "--names", "--yes-purge", word)
    shown = facilitui(home, "journal", "show", SECOND).stdout
    assert "a participant; Cleo; CLEO lesson in three Weeks" in shown
    again = facilitui(home, "journal", "purge", kept.ROSTER)
    out = "to take names out of other entries say `facilitui journal purge"
    assert again.returncode == 1 and again.stderr.count(out) == 1
    assert again.stderr.index(out) < again.stderr.index("purged already")
    none = facilitui(home, "journal", "purge", kept.ROSTER, "--names")
    assert none.returncode == 1 and "no name was typed" in none.stderr
    options = ("journal", "purge", kept.ROSTER, "--names-in", SECOND)
    asked = facilitui(home, *options, given="Cleo Dorn\n\n")
    (word,) = WORD.findall(asked.stdout)
    done = facilitui(home, *options, "--yes-purge", word, given="Cleo Dorn\n\n")
    assert done.returncode == 0 and "Names were taken out of 1 entry." in done.stdout
    shown = facilitui(home, "journal", "show", SECOND).stdout
    assert "a participant; a participant; a participant lesson in three Weeks" in shown


async def conflicting(home: Path) -> None:
    """The entry as two programs went on with it."""
    await group(home)
    full = opened(home)
    documents = [each for _, each in (await full.wiring.journal.contents()).documents]
    newest = latest(documents)[kept.LOGGED]
    made = [
        make_document(
            entry_id=kept.LOGGED,
            kind=log_entry.KIND,
            body={**body_of(newest), "note": f"Ana {each}"},
            made_at=full.clock.at,
            salt="ab" * 16,
            last=newest,
            after="",
        )
        for each in (1, 2)
    ]
    lines = "".join(json.dumps(dict(each)) + "\n" for each in made)
    await full.wiring.journal.import_lines(lines, full.clock.at, "f", Progress())
    full.wiring.close()


def test_an_entry_in_conflict_is_to_be_settled_first(home: Path) -> None:
    """That is told where it is left, and where it is asked for."""
    asyncio.run(conflicting(home))
    told = " ".join(facilitui(home, "journal", "purge", kept.ROSTER, "--names").stdout.split())
    assert "which stays as its revisions conflict: settle in Journal which holds" in told
    assert "the names have to be given again then" in told
    asked = facilitui(home, "journal", "purge", kept.ROSTER, "--names-in", kept.LOGGED)
    assert asked.returncode == 1 and "settle in Journal which holds" in " ".join(
        asked.stderr.split()
    )
