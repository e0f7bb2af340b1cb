"""An enrolment changed at a key: sorted, moved to a changed file, taken back."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from facilitui.core.errors import FacilituiError, NotFound, NotSaved, Problem
from facilitui.core.journals.revising import without_why
from facilitui.core.pathways.snapshot import digest, snapshot_id
from facilitui.core.sealing import canonical, sha256
from facilitui.services.pathways.enrolment_changes import Sorted
from tests.library.pathways import named
from tests.services.memory_files import FULL
from tests.services.pathways.enrolment_home import CLEE, TODAY, EnrolmentHome, fill


async def test_sessions_are_sorted_and_one_may_serve_several() -> None:
    """What was said of others stays; nothing new is told as that."""
    home = EnrolmentHome()
    first, second = await home.enrolled(), await home.enrolled()
    told = await home.changes.sort(first, {"a": True, "b": False, "[x]": True})
    assert told == Sorted("2 sessions count, 1 session does not")
    assert await home.changes.sort(second, {"a": True}) == Sorted("1 session counts")
    assert "b counts" not in (await home.changes.sort(first, {"b": True, "c": False})).told
    assert home.said(first).counted == {"a", "[x]", "b"}
    assert home.said(first).decided == {"a", "b", "[x]", "c"}
    count = len(home.journal.documents)
    with pytest.raises(FacilituiError, match="longer name"):
        await home.changes.sort(first, {"x" * 301: True})
    again = await home.changes.sort(first, {"a": True})
    assert again.told.startswith("Nothing was changed") and not again.is_new
    assert len(home.journal.documents) == count


async def test_two_keys_at_once_go_one_over_the_other() -> None:
    """Neither is lost."""
    home = EnrolmentHome()
    entry = await home.enrolled()
    sorting = (home.changes.sort(entry, {name: True}) for name in "abc")
    await asyncio.gather(*sorting)
    assert home.said(entry).counted == {"a", "b", "c"} and len(home.revisions(entry)) == 4


async def test_a_full_disk_is_told_and_nothing_is_changed() -> None:
    """What the key would have done is as it was."""
    home = EnrolmentHome()
    entry = await home.enrolled()
    home.journal.full = True
    with pytest.raises(NotSaved, match=FULL):
        await home.changes.sort(entry, {"a": True})
    with pytest.raises(NotSaved, match=FULL):
        await home.changes.take_back(await _sorted(home, entry))
    assert not home.said(entry).aside


async def test_a_file_that_cannot_be_read_is_not_moved_to() -> None:
    """The shipped one stands in for it, and is not what was meant."""
    home = EnrolmentHome()
    entry = await home.enrolled()
    wrong = Problem(f"pathways/{CLEE}.toml", 3, 1, "no value")
    home.library.kept = replace(home.library.kept, pathway_problems=(wrong,))
    with pytest.raises(FacilituiError, match=f"{CLEE}.toml:3:1: no value"):
        await home.changes.preview(entry)


async def _sorted(home: EnrolmentHome, entry: str) -> str:
    home.journal.full = False
    await home.changes.sort(entry, {"a": True})
    home.journal.full = True
    return entry


async def test_each_press_takes_one_more_change_back() -> None:
    """As revisions of their own, which say what they took back; they tell what is as before."""
    home = EnrolmentHome()
    entry = await home.enrolled()
    with pytest.raises(FacilituiError, match="nothing of this enrolment was changed"):
        await home.changes.take_back(entry)
    before = home.said(entry)
    await home.changes.sort(entry, {"a": True})
    made = await home.desk.phase(entry, "apprentice")
    fill(made, why="so")
    await made.save()
    told = await home.changes.take_back(entry)
    assert told == "“Phase 1: Learning” again, entered 25 Nov"
    said = home.said(entry)
    assert said.phase == "learning" and said.counted == {"a"}
    assert said.reason == "taken back: “Phase 2: Apprentice” was entered"
    told = await home.changes.take_back(entry)
    assert told == "No session counts, as before"
    assert without_why(home.said(entry)) == before
    with pytest.raises(FacilituiError, match="nothing of this enrolment was changed"):
        await home.changes.take_back(entry)
    assert len(home.revisions(entry)) == 5
    await home.changes.sort(entry, {"b": True})
    await home.changes.sort(entry, {"c": True})
    await home.changes.take_back(entry)
    assert home.said(entry).counted == {"b"}
    await home.changes.take_back(entry)
    assert not home.said(entry).serves


async def test_what_was_withdrawn_between_is_not_brought_back() -> None:
    """Only what the enrolment itself said is; what was purged of it stays away."""
    home = EnrolmentHome()
    entry = await home.enrolled()
    await home.changes.sort(entry, {"a": True})
    said = home.said(entry)
    await home.write(entry, "withdrawal", reason="a mistake", was="enrolment")
    await home.write(entry, "enrolment", **said.model_dump(mode="json"))
    assert await home.changes.take_back(entry) == "No session counts, as before"
    first = next(each for each in home.journal.documents if each["id"] == entry)
    first_two = [each["hash"] for each in home.revisions(entry)[:1]]
    home.journal.documents = [
        {**each, "body": "", "salt": ""} if each.get("hash") in first_two else each
        for each in home.journal.documents
    ]
    assert first["hash"] in first_two
    assert await home.changes.take_back(entry) == "1 session counts, as before"
    assert home.said(entry).counted == {"a"}


async def test_a_changed_file_changes_nothing_until_it_is_moved_to() -> None:
    """The preview tells what would change; moving keeps all, and can be taken back."""
    home = EnrolmentHome()
    entry = await home.enrolled()
    with pytest.raises(FacilituiError, match="nothing to move to"):
        await home.changes.preview(entry)
    old = named(CLEE)
    learning = old.phases[0]
    fewer = learning.model_copy(update={"requirements": learning.requirements[1:]})
    new = old.model_copy(update={"phases": (fewer, *old.phases[1:]), "version": "3 [x]"})
    home.put(new)
    logged = {"enrolment": entry, "requirement": learning.requirements[0].id, "on": "2026-11-20"}
    await home.write("log_entry-1", "log_entry", **logged)
    preview = await home.changes.preview(entry)
    assert preview.gone == (learning.requirements[0].text,) and preview.lines
    assert home.said(entry).digest == digest(old)
    told = await home.changes.move(entry, preview.digest)
    assert "version 3 [x]" in told and told.endswith("all that was logged stays")
    said = home.said(entry)
    assert (said.version, said.digest, said.started_on) == ("3 [x]", digest(new), TODAY)
    enrolled = await home.progressing.of(entry)
    assert enrolled.progress is not None and not enrolled.changed_to
    assert [each["id"] for each in home.journal.documents].count("log_entry-1") == 1
    told = await home.changes.take_back(entry)
    assert told == "It goes by version 2 of the pathway again"
    assert home.said(entry).digest == digest(old)
    assert (await home.progressing.of(entry)).changed_to == "3 [x]"


async def test_a_file_that_was_changed_under_its_version_is_told_so() -> None:
    """What it goes by is not named as if the version told it: not moved, and not taken back."""
    home = EnrolmentHome()
    entry = await home.enrolled()
    home.put(named(CLEE).model_copy(update={"note": "Otherwise"}))
    told = (await home.progressing.of(entry)).file_told
    assert told == "Its file says something else under the same version, 2"
    preview = await home.changes.preview(entry)
    told = await home.changes.move(entry, preview.digest)
    kept = "and all that was logged stays"
    assert told == f"It goes by the file as it is now, still version 2, {kept}"
    told = await home.changes.take_back(entry)
    assert told == "It goes by version 2 of the pathway, as it was then, again"


async def test_a_phase_with_another_id_in_the_file_stays_entered_by_moving() -> None:
    """Under that id, and as before once the move is taken back."""
    home = EnrolmentHome()
    entry = await home.enrolled()
    old = named(CLEE)
    phases = tuple(e.model_copy(update={"id": f"{e.id}_2"}) for e in old.phases)
    home.put(old.model_copy(update={"phases": phases, "version": "3"}))
    preview = await home.changes.preview(entry)
    assert "That “Phase 1: Learning” was entered goes on to under that id." in preview.lines
    await home.changes.move(entry, preview.digest)
    assert home.said(entry).phase == "learning_2"
    told = (await home.progressing.of(entry)).told
    assert told.current is not None and told.current.phase.id == "learning_2"
    assert not told.notices
    await home.changes.take_back(entry)
    assert home.said(entry).phase == "learning"


async def test_where_its_own_version_is_lost_the_file_can_be_moved_to() -> None:
    """The preview says that nothing can be compared; moving makes it tell again."""
    home = EnrolmentHome()
    entry = await home.enrolled()
    home.journal.documents = [each for each in home.journal.documents if each["kind"] != "pathway"]
    home.put(named(CLEE).model_copy(update={"version": "9"}))
    assert (await home.progressing.of(entry)).progress is None
    preview = await home.changes.preview(entry)
    assert "cannot be read" in preview.lines[0]
    await home.changes.move(entry, preview.digest)
    assert (await home.progressing.of(entry)).progress is not None


async def test_a_damaged_copy_of_the_pathway_is_written_anew() -> None:
    """Whoever enrols next brings back what it says."""
    home = EnrolmentHome()
    await home.enrolled()
    kept = next(each for each in home.journal.documents if each["kind"] == "pathway")
    await home.write(str(kept["id"]), "pathway", pathway={"id": "other"}, digest="none")
    entry = await home.enrolled()
    assert len(home.revisions(str(kept["id"]))) == 3
    assert (await home.progressing.of(entry)).progress is not None


async def test_without_its_file_there_is_nothing_to_move_to() -> None:
    """It is said which one is missing."""
    home = EnrolmentHome()
    entry = await home.enrolled()
    home.library.kept = type(home.library.kept)()
    with pytest.raises(NotFound, match=CLEE):
        await home.changes.move(entry, "")
    with pytest.raises(NotFound, match="no enrolment"):
        await home.changes.sort("[x]", {"a": True})


async def test_what_the_format_can_say_since_is_no_change() -> None:
    """Where the words are the same, whoever was enrolled has nothing to move to."""
    home = EnrolmentHome()
    entry = await home.enrolled()
    before = named(CLEE).model_dump(mode="json", exclude_defaults=True)
    kept = sha256(canonical(before))
    await home.write(snapshot_id(CLEE, kept), "pathway", pathway=before, digest=kept)
    said = home.said(entry).model_dump(mode="json")
    await home.write(entry, "enrolment", **{**said, "digest": kept})
    enrolled = await home.progressing.of(entry)
    assert enrolled.told.pathway == named(CLEE) and not enrolled.changed_to
    with pytest.raises(FacilituiError, match="nothing to move to"):
        await home.changes.preview(entry)
