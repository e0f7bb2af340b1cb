"""What was gone through stays: under a changed file, in another home, after a purge."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest

from facilitui.bootstrap import Wiring
from facilitui.core.errors import FacilituiError
from facilitui.core.pathways.previewing import Preview
from facilitui.core.pathways.roster import roster_id
from facilitui.core.pathways.words import Standing
from facilitui.demo.candidate import PATHWAY
from facilitui.services.forms.enrolment_phase import NO_WHY
from facilitui.services.forms.enrolment_phase_told import LATER
from tests.demo.ways import Gone, lacking, progress_in, standings, within
from tests.library.pathways import FOLDER
from tests.story.commands import facilitui

MORE = 'count = 3\nby_opportunity = true\nrow = "A-32, A-33, A-34"'
LESS = 'count = 2\nby_opportunity = true\nrow = "A-32, A-33, A-34"'
GONE = '[[phases.requirements]]\nkind = "attestation"\nid = "application"'
TEXT_GONE = "Complete the application, during the course or after it"


def changed_file(home: Path) -> None:
    """The pathway's file now asks for three observations, calls a requirement otherwise."""
    said = (FOLDER / f"{PATHWAY}.toml").read_text("utf-8")
    assert said.count(LESS) == 1 and 'version = "2"' in said
    other = said.replace(LESS, MORE).replace('version = "2"', 'version = "3"')
    own = home / "pathways"
    own.mkdir(exist_ok=True)
    (own / f"{PATHWAY}.toml").write_text(other, "utf-8")


def verified(home: Path) -> None:
    """Nothing in a home's journal was changed or lost."""
    said = facilitui(home, "journal", "verify")
    assert (said.returncode, said.stderr) == (0, ""), said


def test_a_changed_file_changes_nothing_until_somebody_moves(candidate: Gone, new: Path) -> None:
    """It is previewed, moved to, and taken back; each time the journal verifies."""
    home, id = candidate.copied(new), candidate.id
    before = standings(candidate.progress)
    changed_file(home)
    assert standings(progress_in(home, id)) == before

    async def look(wiring: Wiring) -> Preview:
        enrolled = await wiring.progressing.of(id)
        assert enrolled.changed_to == "3"
        return await wiring.pathway_changes.preview(id)

    preview = within(home, look)
    (moves,) = preview.standings
    assert moves[0].startswith("Be observed twice in this phase")
    assert moves[1:] == (Standing.MET, Standing.MISSING)
    assert preview.changed == (moves[0],) and not (preview.gone or preview.new)
    assert standings(progress_in(home, id)) == before

    async def move(wiring: Wiring) -> None:
        await wiring.pathway_changes.move(id, preview.digest)

    within(home, move)
    after = standings(progress_in(home, id))
    assert after != before
    assert {each for each in after if after[each] != before[each]} == {"observed_as_apprentice"}
    told = progress_in(home, id)
    assert lacking(told)["apprentice"] == ("observed_as_apprentice",)
    assert told.enrolment.entered == candidate.progress.enrolment.entered
    verified(home)

    async def back(wiring: Wiring) -> None:
        await wiring.pathway_changes.take_back(id)

    within(home, back)
    assert standings(progress_in(home, id)) == before
    verified(home)


def test_what_was_logged_for_what_is_gone_stays(candidate: Gone, new: Path) -> None:
    """The preview says so before, and the entry is there afterwards."""
    home, id = candidate.copied(new), candidate.id
    changed_file(home)
    file = home / "pathways" / f"{PATHWAY}.toml"
    said = file.read_text("utf-8")
    block = GONE + said.split(GONE)[1].split("[[phases.requirements]]")[0]
    file.write_text(said.replace(block, "").replace('needs = ["application"]\n', ""), "utf-8")

    async def move(wiring: Wiring) -> Preview:
        preview = await wiring.pathway_changes.preview(id)
        await wiring.pathway_changes.move(id, preview.digest)
        return preview

    preview = within(home, move)
    assert preview.gone == (TEXT_GONE,)
    assert "1 entry of what is asked for no more stays in the journal." in preview.lines
    assert progress_in(home, id).of("application") is None
    assert TEXT_GONE in facilitui(home, "journal", "list").stdout
    verified(home)


@pytest.mark.parametrize("which", ["candidate", "community"])
def test_a_backup_restored_on_an_empty_home_tells_the_same(
    which: str, request: pytest.FixtureRequest, new: Path, tmp_path: Path
) -> None:
    """All of it, and all of it verifies."""
    gone: Gone = request.getfixturevalue(which)
    file = tmp_path / "b.zip"
    assert facilitui(gone.home, "journal", "backup", file).returncode == 0
    assert facilitui(new, "journal", "restore", file).returncode == 0
    assert standings(progress_in(new, gone.id)) == standings(gone.progress)
    verified(new)


@pytest.mark.parametrize("which", ["candidate", "community"])
def test_a_journal_imported_into_an_empty_home_tells_the_same(
    which: str, request: pytest.FixtureRequest, new: Path, tmp_path: Path
) -> None:
    """But for what only the plan of a session says: that stays on the machine it was run on."""
    gone: Gone = request.getfixturevalue(which)
    file = tmp_path / "journal.jsonl"
    assert facilitui(gone.home, "journal", "export", "-o", file).returncode == 0
    taken = facilitui(new, "journal", "import", file, "--mine")
    assert taken.returncode == 0, taken
    told = progress_in(new, gone.id)
    before, after = dict(standings(gone.progress)), dict(standings(told))
    before.pop("facilitation_experience", None), after.pop("facilitation_experience", None)
    assert after == before
    assert lacking(told) == lacking(gone.progress)
    verified(new)


def test_what_met_a_gate_still_does_once_the_next_phase_is_entered(
    candidate: Gone, new: Path
) -> None:
    """On the day of the last observation; a day before it is refused, and the form says why."""
    home, id = candidate.copied(new), candidate.id
    seen = candidate.case.observed[1].source.on
    assert seen is not None
    before, same = (seen - timedelta(days=1)).isoformat(), seen.isoformat()

    async def enter(wiring: Wiring) -> None:
        form = await wiring.pathway_desk.phase(id, "fully_approved")
        assert not form.take({**form.values, "on": before})
        below = "\n".join(form.form.follow(form.values)["on"].below)
        assert "Be observed twice in this phase" in below and LATER in below
        with pytest.raises(FacilituiError, match="write why"):
            await form.save()
        assert not form.take({**form.values, "on": same})
        followed = form.form.follow(form.values)
        assert not followed["on"].below and followed["why"].hint == NO_WHY
        assert "the new phase counts from the day after" in form.form.lead
        assert await form.save()

    async def back_to_phase_2(wiring: Wiring) -> None:
        """As it was before phase 3 was entered, with all that was logged since."""
        told = candidate.progress.enrolment
        before = told.model_copy(update={"entered": told.entered[:2], "reason": "so"})
        await wiring.journal.save(
            entry_id=id,
            kind="enrolment",
            body=before.model_dump(mode="json"),
            made_at=wiring.clock.read().at,
            salt="0" * 32,
            based_on=(await wiring.reviewing.documents.all()).newest[id]["hash"],
        )

    within(home, back_to_phase_2)
    within(home, enter)
    assert lacking(progress_in(home, id)) == lacking(candidate.progress)


def test_the_roster_goes_alone_once_the_community_has_closed(community: Gone, new: Path) -> None:
    """Where it stands is told as before, nobody is named anywhere, and the journal verifies."""
    home = community.copied(new)
    roster = roster_id(community.id)
    word = re.search(r"type (purge-\w+)", facilitui(home, "journal", "purge", roster).stdout)
    assert word is not None
    said = facilitui(home, "journal", "purge", roster, "--yes-purge", word[1])
    assert said.returncode == 0, said
    assert standings(progress_in(home, community.id)) == standings(community.progress)
    (member, *_) = community.case.members[community.id]
    every = [file for file in home.rglob("*") if file.is_file()]
    assert [str(file) for file in every if member.name in file.read_text("utf-8", "replace")] == []
    verified(home)
