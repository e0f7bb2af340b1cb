"""An enrolment is purged with all that belongs to it, and finished after a kill."""

from __future__ import annotations

import asyncio
import shutil
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from facilitui.bootstrap import Wiring
from facilitui.core.errors import FacilituiError
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.journals.journal import body_of, is_blanked
from facilitui.core.pathways import enrolment as of_enrolment
from facilitui.core.pathways import log_entry, roster, snapshot
from facilitui.core.privacy.purge_lines import survey_lines
from facilitui.core.privacy.purge_places import NAMES_TYPED, words_in
from facilitui.services.privacy.purging import CAME_SINCE
from facilitui.storage.paths import Home
from tests.core.pathways import kept
from tests.services.full_sessions import Full, opened
from tests.storage.purge_kills import FORKING, purge_and_die

OTHER, OTHER_LOG = "enrolment-z9", "log_entry-z9"
OWN = {kept.ENTRY, kept.ROSTER, kept.LOGGED}
SAID = ("Ana Quintero", "Cleo Dorn", "The heron note", "They agreed")
CALLS = range(1, 13)
"""Of a purge: at which of those that change a file it is killed."""


@pytest.fixture
async def full(tmp_path: Path) -> AsyncIterator[Full]:
    """One enrolment with all that is kept of one, and something half typed for it."""
    (tmp_path / "home").mkdir()
    full = opened(tmp_path / "home")
    await full.write(kept.KEPT, snapshot.KIND, kept.kept())
    await full.write(kept.ENTRY, of_enrolment.KIND, kept.enrolment())
    await full.write(kept.ROSTER, roster.KIND, kept.roster())
    await full.write(kept.LOGGED, log_entry.KIND, kept.logged())
    half = {"enrolment": kept.ENTRY, "note": "The heron note, half"}
    await full.wiring.drafts.keep("log_entry-half", half)
    yield full
    full.wiring.close()


async def another(full: Full) -> None:
    """Another enrolment in the same pathway."""
    await full.write(OTHER, of_enrolment.KIND, kept.enrolment(name="Others", entered=()))
    await full.write(OTHER_LOG, log_entry.KIND, kept.logged(enrolment=OTHER, note="Theirs."))


def left(root: Path) -> list[str]:
    """What of it stands in any file."""
    files = [path.read_bytes() for path in root.rglob("*") if path.is_file()]
    return [each for each in SAID if any(each.encode() in data for data in files)]


async def test_all_of_it_goes_in_one_purge(full: Full) -> None:
    """Listed before by names, nothing left after, and the record names each."""
    w = full.wiring
    survey = await w.purging.survey(kept.ENTRY)
    assert {*survey.belonging.entries} == {*OWN, kept.KEPT} and len(survey.drafts) == 1
    told = "\n".join(survey_lines(survey, ()))
    for part in ("4 entries", "“Who takes part”", "“Show it”", "pathway of", "log_entry-half"):
        assert part in told, part
    assert left(full.root) == [*SAID]
    await w.purging.purge(survey, (), Progress())
    assert not left(full.root)
    documents = [each for _, each in (await w.journal.contents()).documents]
    (record,) = (each for each in documents if each["kind"] == "purge")
    assert {*body_of(record)["entries"]} == {*OWN, kept.KEPT}
    assert all(is_blanked(each) for each in documents if each is not record)
    assert not [each for each in await w.journal.verify() if each.broken]
    page = (await w.reviewing.read(str(record["id"]))).record
    assert page is not None and not (await w.progressing.all())


async def test_what_another_enrolment_needs_stays(full: Full) -> None:
    """Its pathway, told before; its own entries say what they said."""
    await another(full)
    survey = await full.wiring.purging.survey(kept.ENTRY)
    assert {*survey.belonging.entries} == OWN
    assert any("what another enrolment was made in too: pathway of" in e for e in survey.stays())
    await full.wiring.purging.purge(survey, (), Progress())
    for entry in (kept.KEPT, OTHER, OTHER_LOG):
        assert not (await full.wiring.reviewing.read(entry)).row.purged
    (enrolled,) = await full.wiring.progressing.all()
    assert enrolled.progress is not None
    last = await full.wiring.purging.survey(OTHER)
    assert {*last.belonging.entries} == {OTHER, OTHER_LOG, kept.KEPT}


async def test_what_was_logged_since_it_was_shown_is_shown_first(full: Full) -> None:
    """And what is logged can go alone, as a roster can."""
    survey = await full.wiring.purging.survey(kept.ENTRY)
    await full.write("log_entry-new", log_entry.KIND, kept.logged(note="Since."))
    with pytest.raises(FacilituiError, match=CAME_SINCE):
        await full.wiring.purging.purge(survey, (), Progress())
    alone = await full.wiring.purging.survey("log_entry-new")
    assert alone.belonging.entries == ("log_entry-new",)
    assert (await full.wiring.purging.survey(kept.ROSTER)).belonging.entries == (kept.ROSTER,)


async def test_a_roster_that_goes_alone_takes_with_it_who_is_hidden_on_papers(full: Full) -> None:
    """That is told before; where the whole enrolment goes, nothing is left to be hidden in."""
    alone = await full.wiring.purging.survey(kept.ROSTER)
    assert NAMES_TYPED in alone.stays()
    assert NAMES_TYPED not in (await full.wiring.purging.survey(kept.ENTRY)).stays()


async def test_killed_anywhere_it_is_finished_whole(full: Full, tmp_path: Path) -> None:
    """At every second of its calls; `make torture` does it at each."""
    await killed(full, tmp_path, CALLS[1::2])


@pytest.mark.torture
async def test_killed_at_each_call_it_is_finished_whole(full: Full, tmp_path: Path) -> None:
    """The same at each."""
    await killed(full, tmp_path, CALLS)


async def killed(full: Full, tmp_path: Path, calls: range) -> None:
    """Kill it at calls: all of it is there, or all of it goes; the other one is as it was."""
    await another(full)
    full.wiring.close()
    begun = 0
    for at in calls:
        copy = tmp_path / f"{at}"
        shutil.copytree(full.root, copy)
        process = FORKING.Process(target=purge_and_die, args=(f"{copy}", kept.ENTRY, False, at))
        process.start()
        await asyncio.to_thread(process.join)
        assert process.exitcode == -signal.SIGKILL
        wiring = Wiring(Home(copy), clock=full.clock)
        if await wiring.purging.unfinished():
            begun += 1
            await wiring.purging.finish(Progress())
            assert not left(copy)
            purged = {
                each["id"]
                for _, each in (await wiring.journal.contents()).documents
                if is_blanked(each)
            }
            assert purged == OWN
        else:
            assert at < 6 and left(copy) == [*SAID]
        assert not (await wiring.reviewing.read(OTHER_LOG)).row.purged
        wiring.close()
    assert begun > len(calls) // 2


async def test_what_is_half_typed_about_somebody_is_told(full: Full) -> None:
    """By a part of the name too; it stays, so it is named among the files to look into."""
    typed = {"new-log-1": "Ana half typed", "new-log-2": "Quintero: half typed", "new-log-3": "Bo"}
    for name, note in typed.items():
        await full.wiring.drafts.keep(name, {"note": note})
    survey = await full.wiring.purging.survey(kept.ROSTER)
    drafts = [each for each in survey.remains if each.startswith("drafts/new-log")]
    assert len(drafts) == 2 and not [each for each in drafts if "new-log-3" in each]
    cleaned = survey.cleaning([*words_in(survey.named_in)])
    told = "\n".join(survey_lines(cleaned, ()))
    assert all(each in told for each in drafts)
