"""A roster is purged, and the names that were typed into entries with it."""

from __future__ import annotations

import asyncio
import json
import shutil
import signal
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from facilitui.bootstrap import Wiring
from facilitui.core.debriefs.observation import Observation
from facilitui.core.errors import FacilituiError
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.journals.journal import body_of, is_blanked, latest
from facilitui.core.pathways import enrolment as of_enrolment
from facilitui.core.pathways import log_entry, roster, snapshot
from facilitui.core.privacy.purge_lines import survey_lines
from facilitui.core.privacy.purge_places import NAMES_ELSEWHERE, NAMES_TYPED, words_in
from facilitui.core.privacy.purge_survey import Survey
from facilitui.services.privacy.purging import CAME_SINCE
from facilitui.storage.paths import Home
from tests.core.pathways import kept
from tests.services.full_sessions import Full, opened
from tests.services.privacy.test_purged_restored import lines_of
from tests.storage.purge_kills import FORKING, purge_and_die

NAMES = ("Quintero", "Cleo", "Dorn")
CALLS = range(1, 20)
"""The calls of the disk at which it is killed, counted from the first."""
FIRST, SEEN, CLEAN = "log_entry-first", "observation-o1", "log_entry-clean"


@pytest.fixture
async def full(tmp_path: Path) -> AsyncIterator[Full]:
    """A group with names in what was logged, in its closing note and in an observation."""
    (tmp_path / "home").mkdir()
    full = opened(tmp_path / "home")
    await full.write(kept.KEPT, snapshot.KIND, kept.kept())
    await full.write(kept.ENTRY, of_enrolment.KIND, kept.enrolment(reason="Cleo Dorn moved."))
    await full.write(kept.ROSTER, roster.KIND, kept.roster())
    told = {"how": "Told by Ana Quintero; Cleo agreed.", "by": "cem"}
    await full.write(FIRST, log_entry.KIND, kept.logged(note="They met Ana.", values=told))
    await full.write(CLEAN, log_entry.KIND, kept.logged(note="Nobody is named."))
    seen = Observation(giver="Cleo Dorn", feedback="Dorn waited longer.", title="A lesson")
    await full.write(SEEN, "observation", seen)
    yield full
    full.wiring.close()


async def of(full: Full) -> Survey:
    """What purging the roster would do, with all names taken out."""
    survey = await full.wiring.purging.survey(kept.ROSTER)
    return survey.cleaning([*words_in(survey.named_in)])


async def said(wiring: Wiring, entry: str) -> str:
    """What an entry says now."""
    documents = [each for _, each in (await wiring.journal.contents()).documents]
    return str(latest(documents)[entry]["body"])


async def test_it_is_told_before_which_entries_name_somebody(full: Full) -> None:
    """Each with words around the name; without them taken out nothing is promised."""
    survey = await full.wiring.purging.survey(kept.ROSTER)
    found = {
        each.entry: dict.fromkeys(at for place in each.places for at in place.around)
        for each in survey.named_in
    }
    assert {*found} == {FIRST, SEEN, kept.ENTRY}
    told = "Told by Ana Quintero; Cleo agreed."
    assert sorted(found[FIRST]) == sorted(("They met Ana.", told))
    lines = "\n".join(survey_lines(survey, ()))
    assert NAMES_TYPED in lines and "3 other entries with such a name: " in lines
    clean = await of(full)
    lines = "\n".join(survey_lines(clean, ()))
    assert (
        "- what 3 other entries said with names in it; “a participant” stands there then: " in lines
    )
    assert NAMES_ELSEWHERE in lines and NAMES_TYPED not in lines
    assert "- another entry with such a name: observation" in lines
    assert clean.word != survey.word
    brief = "\n".join(survey_lines(clean, (), brief=True))
    assert "stands there then: 1 observation, 1 enrolment, 1 log entry" in brief


async def test_no_name_is_left_in_what_people_wrote(full: Full) -> None:
    """Nor in any revision; who observed stays, the rest as it was, and all of it verifies."""
    w = full.wiring
    clean = await said(w, CLEAN)
    told = await w.purging.purge(await of(full), (), Progress())
    assert told.startswith("Purged: 4 revisions. Names were taken out of 3 entries.")
    data = b"".join(path.read_bytes() for path in full.root.rglob("*") if path.is_file())
    assert b"Quintero" not in data and b"Ana" not in data
    assert data.count(b"Cleo") == data.count(b"Dorn") == 1, "who observed"
    first = log_entry.LogEntry.model_validate_json(await said(w, FIRST))
    assert first.note == "They met a participant." and first.text == "Show it"
    assert first.values["how"] == "Told by a participant; a participant agreed."
    assert json.loads(await said(w, SEEN))["feedback"] == "a participant waited longer."
    assert "a participant moved." in await said(w, kept.ENTRY) and await said(w, CLEAN) == clean
    assert not [each for each in await w.journal.verify() if each.broken]
    records = [d for _, d in (await w.journal.contents()).documents if d["kind"] == "purge"]
    assert {*body_of(records[0])["cleaned"]} == {FIRST, SEEN, kept.ENTRY}
    page = await w.reviewing.read(str(records[0]["id"]))
    assert page.record is not None and len(await w.progressing.all()) == 1


async def test_only_what_was_chosen_changes(full: Full) -> None:
    """The others are as they were, in each of their revisions."""
    survey = await full.wiring.purging.survey(kept.ROSTER)
    survey = survey.cleaning([each for each in words_in(survey.named_in) if each.entry == FIRST])
    before = await said(full.wiring, SEEN)
    await full.wiring.purging.purge(survey, (), Progress())
    assert await said(full.wiring, SEEN) == before
    assert "Quintero" not in await said(full.wiring, FIRST)


async def test_names_in_earlier_revisions_go_where_the_newest_has_none(full: Full) -> None:
    """That one stays as it is: nothing new is saved over it."""
    w = full.wiring
    documents = [each for _, each in (await w.journal.contents()).documents]
    newest = latest(documents)[FIRST]
    body = {**body_of(newest), "note": "", "values": {}}
    await w.journal.save(
        entry_id=FIRST,
        kind=log_entry.KIND,
        body=body,
        made_at=full.clock.at,
        salt="ab" * 16,
        based_on=str(newest["hash"]),
    )
    await w.purging.purge(await of(full), (), Progress())
    own = [d for _, d in (await w.journal.contents()).documents if d["id"] == FIRST]
    assert [is_blanked(each) for each in own] == [True, False]


async def test_what_was_said_of_somebody_since_it_was_shown_is_shown_first(full: Full) -> None:
    """Nothing is saved then, and nothing purged."""
    survey = await of(full)
    await full.write("log_entry-late", log_entry.KIND, kept.logged(note="Nobody."))
    await full.wiring.purging.survey(kept.ROSTER)
    documents = [each for _, each in (await full.wiring.journal.contents()).documents]
    newest = latest(documents)[FIRST]
    body = {**body_of(newest), "note": "Ana Quintero again"}
    await full.wiring.journal.save(
        entry_id=FIRST,
        kind=log_entry.KIND,
        body=body,
        made_at=full.clock.at,
        salt="cd" * 16,
        based_on=str(newest["hash"]),
    )
    with pytest.raises(FacilituiError, match=CAME_SINCE):
        await full.wiring.purging.purge(survey, (), Progress())
    assert "again" in await said(full.wiring, FIRST)


async def test_a_backup_from_before_brings_no_name_back(full: Full, tmp_path: Path) -> None:
    """Also where the month of what was said before is lost; what entries say now stays."""
    w, packed = full.wiring, f"{tmp_path / 'before.zip'}"
    await w.safekeeping.back_up(packed, Progress())
    full.clock.at += timedelta(days=30)
    await w.purging.purge(await of(full), (), Progress())
    now = await said(w, FIRST)
    w.close()
    for is_lost in (False, True):
        if is_lost:
            (full.root / "journal" / "2026-11.json").unlink()
        again = opened(full.root).wiring
        await again.safekeeping.restore(packed, Progress(), replace=True)
        data = b"".join(path.read_bytes() for path in (full.root / "journal").iterdir())
        assert b"Quintero" not in data and await said(again, FIRST) == now
        assert b"Nobody is named" in data
        assert not [each for each in await again.journal.verify() if each.broken]
        again.close()


async def test_killed_anywhere_all_of_it_is_there_or_all_of_it_goes(
    full: Full, tmp_path: Path
) -> None:
    """At every third of its calls; `make torture` does it at each."""
    await killed(full, tmp_path, CALLS[::3])


@pytest.mark.torture
async def test_killed_at_each_call_nothing_is_lost(full: Full, tmp_path: Path) -> None:
    """The same at each."""
    await killed(full, tmp_path, CALLS)


async def killed(full: Full, tmp_path: Path, calls: range) -> None:
    """What says the same without names may be saved already; nothing that was said is lost."""
    full.wiring.close()
    begun = 0
    for at in calls:
        copy = tmp_path / f"{at}"
        shutil.copytree(full.root, copy)
        process = FORKING.Process(
            target=purge_and_die, args=(f"{copy}", kept.ROSTER, False, at, True)
        )
        process.start()
        await asyncio.to_thread(process.join)
        assert process.exitcode == -signal.SIGKILL
        wiring = Wiring(Home(copy), clock=full.clock)
        if await wiring.purging.unfinished():
            begun += 1
            await wiring.purging.finish(Progress())
            data = b"".join(path.read_bytes() for path in (copy / "journal").iterdir())
            assert b"Quintero" not in data
        else:
            documents = [each for _, each in (await wiring.journal.contents()).documents]
            assert not any(map(is_blanked, documents))
        assert json.loads(await said(wiring, FIRST))["enrolment"] == kept.ENTRY
        assert not [each for each in await wiring.journal.verify() if each.broken]
        wiring.close()
    assert begun > len(calls) // 6


async def test_what_an_enrolment_leaves_is_told(full: Full) -> None:
    """The sessions that counted for it, with what was said of them; and what goes, by its kinds."""
    survey = await full.wiring.purging.survey(kept.ENTRY)
    assert survey.stays()[1].startswith("1 session that counts for it, with debriefs, ")
    assert [each.entry for each in survey.named_in] == [SEEN]
    (goes, *_) = survey.goes(brief=True)
    assert goes.endswith("5 revisions: 1 enrolment, 2 log entries, 1 roster, 1 pathway")


async def test_another_machine_takes_the_new_words_and_can_purge_the_old_ones(
    full: Full, tmp_path: Path
) -> None:
    """Neither one's file brings a name back to the other; both verify."""
    full.wiring.close()
    shutil.copytree(full.root, tmp_path / "second")
    first, second = opened(full.root), opened(tmp_path / "second")
    old = await lines_of(second)
    full.clock.at += timedelta(days=1)
    await first.wiring.purging.purge(await of(first), (), Progress())
    now, new = await said(first.wiring, FIRST), await lines_of(first)
    there = second.wiring
    await there.journal.import_lines(new, full.clock.at, "first.jsonl", Progress())
    assert await said(there, FIRST) == now
    told = [each.body for each in (await there.purging.survey(kept.ROSTER)).named_in]
    assert told == [None] * 3, "only what was said before goes"
    await there.purging.purge(await of(second), (), Progress())
    await first.wiring.journal.import_lines(old, full.clock.at, "old.jsonl", Progress())
    for each in (first, second):
        data = b"".join(path.read_bytes() for path in (each.root / "journal").iterdir())
        assert b"Quintero" not in data and await said(each.wiring, FIRST) == now
        assert not [found for found in await each.wiring.journal.verify() if found.broken]
        each.wiring.close()
