"""Whose journal a file is: one's own from elsewhere, or another person's."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from facilitui.core.errors import InputProblems
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.reviews.other_journal import KnownJournal, documents_told
from facilitui.services.backups.joining import Coming
from facilitui.services.journals.taking_along import Form
from tests.services.two_machines import Machine


async def look(at: Machine, file: Path) -> Coming:
    """What taking a file in would do."""
    return await at.wiring.joining.look(str(file), Progress())


async def test_a_file_of_nothing_but_the_mark_at_its_front_is_empty(tmp_path: Path) -> None:
    """Some editors leave that in a file that somebody emptied."""
    at = Machine(tmp_path / "at")
    (file := tmp_path / "a.jsonl").write_bytes(b"\xef\xbb\xbf \n")
    with pytest.raises(InputProblems, match=r"a\.jsonl: is empty; ask for the file"):
        await look(at, file)
    at.close()


async def test_a_journal_that_one_reviewed_is_told_by_its_name(tmp_path: Path) -> None:
    """Also where one took some of it in before, by mistake; one's own is never told so."""
    ada, bea = Machine(tmp_path / "ada"), Machine(tmp_path / "bea")
    await ada.write("debrief-hers", session="2026-11-20-1530-hers")
    await bea.write("debrief-mine", session="2026-11-20-1530-mine")
    file, mine = await ada.export(tmp_path / "a.jsonl"), await bea.export(tmp_path / "b.jsonl")
    hers = [each for _, each in (await ada.wiring.journal.contents()).documents]
    place = bea.wiring.reviews.place("", KnownJournal("Ada [b]x", documents_told(hers)))
    assert place.remember is not None
    await place.remember()
    coming = await look(bea, file)
    assert coming.strange.startswith("This is Ada [b]x's journal") and coming.found.is_strange
    assert "; facilitui review FILE only looks at it" in coming.strange
    await bea.take(file)
    await ada.write("debrief-second", session="2026-11-20-1530-second")
    again = await look(bea, await ada.export(file))
    assert (again.found.taken, again.found.is_strange) == (1, False)
    assert again.strange.startswith("This is Ada [b]x's journal")
    await bea.take(file)
    assert not (await look(bea, file)).strange
    assert not (await look(bea, mine)).strange
    ada.close()
    bea.close()


@pytest.mark.parametrize("left", ["nothing", "session", "last"])
async def test_an_empty_journal_knows_its_own_by_what_is_around_it(
    tmp_path: Path, left: str
) -> None:
    """The sessions that the home has, or what it saved last; else nobody can tell."""
    one = Machine(tmp_path / "one")
    await one.write("debrief-a", session="2026-11-20-1530-a")
    file = await one.export(tmp_path / "a.jsonl")
    one.close()
    shutil.rmtree(one.root / "journal")
    head = one.root / ".journal-last.json"
    if left == "session":
        (one.root / "sessions" / "2026-11-20-1530-a").mkdir(parents=True)
    if left != "last":
        head.unlink()
    back = Machine(one.root)
    coming = await look(back, file)
    assert bool(coming.strange) == (left == "nothing")
    assert json.loads(coming.text)["id"] == "debrief-a"
    back.close()


@pytest.mark.parametrize(
    ("own", "is_asked"), [("Bea", True), ("", False), ("ADA  [b]prentice", False)]
)
async def test_another_name_than_ones_own_is_asked_about(
    tmp_path: Path, own: str, is_asked: bool
) -> None:
    """Though something of it is here already; without a name on either side nobody can tell."""
    ada, bea = Machine(tmp_path / "ada"), Machine(tmp_path / "bea")
    await ada.write("debrief-hers")
    await bea.take(await ada.export(tmp_path / "first.jsonl"))
    await ada.wiring.called.keep("Ada [b]Prentice")
    await ada.write("debrief-second")
    file = await ada.export(tmp_path / "a.jsonl")
    assert file.read_text().startswith('{"journal_of":"Ada [b]Prentice"}\n')
    if own:
        await bea.wiring.called.keep(own)
    coming = await look(bea, file)
    assert (coming.found.taken, coming.found.is_strange) == (1, False)
    assert bool(coming.strange) == is_asked
    if is_asked:
        assert coming.strange.startswith("This is Ada [b]Prentice's journal, and you are Bea.")
    ada.close()
    bea.close()


@pytest.mark.parametrize("data", [b"", b"\n \r\n" * 100])
async def test_a_file_with_nothing_in_it_is_no_export(tmp_path: Path, data: bytes) -> None:
    """It is said in one sentence, and nothing is counted."""
    one, file = Machine(tmp_path / "one"), tmp_path / "a.jsonl"
    file.write_bytes(data)
    with pytest.raises(InputProblems, match=r"a\.jsonl: is empty; ask for the file"):
        await look(one, file)
    one.close()


async def test_what_is_found_goes_with_the_records_of_its_purges(tmp_path: Path) -> None:
    """Else verifying where it is taken in finds words that nobody is known to have purged."""
    ada, bea = Machine(tmp_path / "ada"), Machine(tmp_path / "bea")
    await ada.write("debrief-x", title="first")
    await bea.take(await ada.export(tmp_path / "a.jsonl"))
    await bea.write("debrief-x", minutes=5, title="second")
    survey = await bea.wiring.purging.survey("debrief-x")
    await bea.wiring.purging.purge(survey, (), Progress())
    await bea.write("debrief-x", minutes=9, title="anew")
    taken = await bea.wiring.taking_along.take("anew", "", Form.LINES)
    assert taken.entries == 1
    (part := tmp_path / "part.jsonl").write_bytes(taken.data)
    await ada.take(part)
    assert not (await ada.wiring.safekeeping.verify()).broken
    ada.close()
    bea.close()


async def test_what_a_record_of_a_purge_names_beside_what_is_found_is_told(tmp_path: Path) -> None:
    """It is sealed, so it goes as it is: with all that went, and a folder with its title."""
    bea, session = Machine(tmp_path / "bea"), "2026-11-20-1530-divorce"
    await bea.write("debrief-x", session=session)
    await bea.write("observation-y", "observation", session=session)
    survey = await bea.wiring.purging.survey(session)
    await bea.wiring.purging.purge(survey, (), Progress())
    await bea.write("debrief-x", minutes=9, title="anew")
    taken = await bea.wiring.taking_along.take("anew", "", Form.LINES)
    assert session.encode() in taken.data and b"observation-y" in taken.data
    assert taken.also.startswith("It also has 1 record of a purge, ")
    told = await bea.wiring.taking_along.write("anew", "", Form.LINES, Progress())
    assert taken.also in told
    for query, form in (("anew", Form.MARKDOWN), ("", Form.LINES)):
        assert not (await bea.wiring.taking_along.take(query, "", form)).also
    bea.close()
