"""Names that were taken out of entries come back with an import: told, and taken out once more."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from facilitui.core.backups.import_told import preview_lines
from facilitui.core.errors import FacilituiError, NotFound
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.journals.journal import Document, body_of, is_blanked, latest
from facilitui.core.journals.rivals import rivals
from facilitui.core.pathways import enrolment, log_entry, roster, snapshot
from facilitui.core.pathways.roster import Roster, RosterMember
from facilitui.core.privacy.named_entries import Certainty
from facilitui.core.privacy.purge_lines import survey_lines
from facilitui.core.privacy.purge_places import NAMES_AGAIN, SETTLE_FIRST, Word, words_in
from facilitui.services.privacy.purge_looking import NOBODY
from facilitui.services.privacy.purging import CAME_SINCE, NONE_CHOSEN
from tests.core.pathways import kept
from tests.services.full_sessions import Full, copied, opened
from tests.services.privacy.test_purged_restored import lines_of

TOLD = "log_entry-told"
AGAIN = f"{TOLD} was cleaned of names here; this revision of it was made elsewhere"


@pytest.fixture
async def full(tmp_path: Path) -> AsyncIterator[Full]:
    """A group, and an entry that names somebody of it."""
    (tmp_path / "home").mkdir()
    full = opened(tmp_path / "home")
    await full.write(kept.KEPT, snapshot.KIND, kept.kept())
    await full.write(kept.ENTRY, enrolment.KIND, kept.enrolment())
    await full.write(kept.ROSTER, roster.KIND, kept.roster())
    await full.write(TOLD, log_entry.KIND, kept.logged(note="Ana Quintero came", values={}))
    yield full
    full.wiring.close()


async def of(full: Full, entry: str) -> list[Document]:
    """Its revisions."""
    return [e for _, e in (await full.wiring.journal.contents()).documents if e["id"] == entry]


async def revise(full: Full, note: str, over: Document | None = None) -> None:
    """Save a revision of the entry, over its newest or another one."""
    newest = over or latest(await of(full, TOLD))[TOLD]
    await full.wiring.journal.save(
        entry_id=TOLD,
        kind=log_entry.KIND,
        body={**body_of(newest), "note": note},
        made_at=full.clock.at,
        salt="cd" * 16,
        based_on=str(newest["hash"]),
    )


async def purge(full: Full) -> None:
    """The roster, with all names that are likely."""
    survey = await full.wiring.purging.survey(kept.ROSTER)
    survey = survey.cleaning([*words_in(survey.named_in, Certainty.LIKELY)])
    await full.wiring.purging.purge(survey, (), Progress())


def held(full: Full) -> bool:
    """Whether the journal's files name somebody."""
    return any(b"Quintero" in path.read_bytes() for path in (full.root / "journal").iterdir())


async def previewed(full: Full, text: str) -> str:
    """What is told before it is taken."""
    return "\n".join(preview_lines(await full.wiring.journal.look_at(text, "f", Progress())))


async def test_a_name_that_comes_back_is_told_and_can_be_taken_out_again(
    full: Full, tmp_path: Path
) -> None:
    """Before and after the import; the conflict waits, and once it is settled no name is left."""
    there = copied(full, tmp_path / "there")
    old = await lines_of(full)
    await revise(there, "Ana Quintero came twice")
    await revise(there, "Ana Quintero came thrice")
    theirs = await lines_of(there)
    there.wiring.close()
    await purge(full)
    w = full.wiring
    told = await previewed(full, old)
    assert AGAIN not in told
    assert f"what the file still says of that is not taken: {kept.ROSTER}" in told
    assert "1 entry was purged here" in told
    assert (
        f"taken out of 1 entry here, and what the file still says with them is not taken: {TOLD}"
        in told
    )
    told = await previewed(full, theirs)
    assert AGAIN in told and "1 entry has conflicting revisions" in told
    await w.journal.import_lines(theirs, full.clock.at, "f", Progress())
    assert held(full) and rivals(await of(full, TOLD))
    survey = await w.purging.survey(kept.ROSTER, typed=["Ana Quintero"])
    told = "\n".join(survey_lines(survey, ()))
    assert not survey.named_in[0].can_go and f"{SETTLE_FIRST}{NAMES_AGAIN}" in told
    with pytest.raises(FacilituiError, match=NONE_CHOSEN):
        await w.purging.purge(survey, (), Progress())
    pair = await w.rivalling.open(TOLD)
    await w.rivalling.revise(pair, log_entry.KIND, {**body_of(pair.left), "note": "Twice"})
    survey = await w.purging.survey(kept.ROSTER, typed=["Ana Quintero"])
    survey = survey.cleaning([*words_in(survey.named_in, Certainty.LIKELY)])
    done = await w.purging.purge(survey, (), Progress())
    assert "Names were taken out of 1 entry." in done and not held(full)
    assert not [each for each in await w.journal.verify() if each.broken]
    told = await previewed(full, theirs)
    assert AGAIN not in told and "0 new" in told


async def test_what_was_made_of_the_clean_words_is_not_told(full: Full, tmp_path: Path) -> None:
    """Another machine that took the clean revision goes on with it."""
    await purge(full)
    there = copied(full, tmp_path / "there")
    await revise(there, "Somebody came")
    theirs = await lines_of(there)
    there.wiring.close()
    assert AGAIN not in await previewed(full, theirs)


async def test_names_typed_anew_are_taken_out_of_what_was_left(full: Full) -> None:
    """An ordinary word that nobody chose, and an entry that came later; never anything else."""
    await revise(full, "ANA and Ana")
    await purge(full)
    await full.write("log_entry-late", log_entry.KIND, kept.logged(note="Ana late", values={}))
    w = full.wiring
    assert await w.purging.is_emptied(kept.ROSTER) and not await w.purging.is_emptied(TOLD)
    with pytest.raises(FacilituiError, match=r"^to take names out of other entries say .*--names"):
        await w.purging.survey(kept.ROSTER)
    with pytest.raises(NotFound, match=NOBODY):
        await w.purging.survey(kept.ROSTER, typed=["Zebulon Quark"])
    survey = await w.purging.survey(kept.ROSTER, typed=["Ana Quintero"])
    assert {*words_in(survey.named_in)} == {
        Word(TOLD, "ANA", Certainty.ASKED),
        Word("log_entry-late", "Ana", Certainty.LIKELY),
    }
    survey = survey.cleaning([*words_in(survey.named_in)])
    assert "entry of the journal" not in "\n".join(survey.goes())
    await revise(full, "ANA once more")
    with pytest.raises(FacilituiError, match=CAME_SINCE):
        await w.purging.purge(survey, (), Progress())
    survey = await w.purging.survey(kept.ROSTER, typed=["Ana Quintero"])
    survey = survey.cleaning([*words_in(survey.named_in)])
    await w.purging.purge(survey, (), Progress())
    data = b"".join(path.read_bytes() for path in (full.root / "journal").iterdir())
    assert b"Ana" not in data and b"ANA" not in data
    for each in (TOLD, kept.ENTRY):
        assert not is_blanked(latest(await of(full, each))[each])


@pytest.mark.parametrize("name", ["王小明", "Bo Li", "Ana", "Ana Quintero"])
async def test_files_with_a_short_name_are_told(full: Full, name: str) -> None:
    """As whole words, or as its signs stand; however short it is."""
    group = Roster(enrolment=kept.ENTRY, members=(RosterMember(id="m1", name=name),))
    newest = (await of(full, kept.ROSTER))[-1]
    await full.wiring.journal.save(
        entry_id=kept.ROSTER,
        kind=roster.KIND,
        body=group.model_dump(mode="json"),
        made_at=full.clock.at,
        salt="cd" * 16,
        based_on=str(newest["hash"]),
    )
    (full.root / "exports").mkdir(exist_ok=True)
    for file, text in (("e.md", f"# x\n{name} came"), ("c.csv", f"1,{name},2"), ("n.md", "Banana")):
        (full.root / "exports" / file).write_text(text, "utf-8")
    remains = (await full.wiring.purging.survey(kept.ROSTER)).remains
    assert {"exports/e.md", "exports/c.csv"} <= {*remains} and "exports/n.md" not in remains
