"""Two machines' revisions of one entry: looked at together, settled, and settled everywhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.core.errors import InputProblems, NotFound, NotSaved, SavedMeanwhile
from facilitui.core.journals.attaching_ports import Progress, Stopped
from facilitui.core.journals.journal import body_of, latest
from tests.services.two_machines import ENTRY, Machine, forked


async def newest(machine: Machine, entry: str = ENTRY) -> str:
    """What stands for an entry."""
    contents = await machine.wiring.journal.contents()
    return str(body_of(latest(each for _, each in contents.documents)[entry])["learned"])


async def test_a_file_is_looked_at_before_it_is_taken(tmp_path: Path) -> None:
    """What is new, what is known, what conflicts; and nothing is in the journal yet."""
    one, file = await forked(tmp_path)
    coming = await one.wiring.joining.look(str(file), Progress())
    found = coming.found
    assert (coming.name, found.taken, found.known) == ("other.jsonl", 1, 1)
    assert (found.refused, found.conflicting) == ((), (ENTRY,))
    assert len((await one.wiring.journal.contents()).documents) == 2
    assert await one.wiring.joining.take(coming, Progress()) == found
    again = await one.wiring.joining.look(str(file), Progress())
    assert (again.found.taken, again.found.known) == (0, 2)
    one.close()


async def test_taking_can_be_stopped_and_takes_nothing_then(tmp_path: Path) -> None:
    """Before anything is written."""
    one, file = await forked(tmp_path)
    coming = await one.wiring.joining.look(str(file), Progress())
    with pytest.raises(Stopped):
        await one.wiring.joining.take(coming, Progress(stopped=True))
    assert len((await one.wiring.journal.contents()).documents) == 2
    with pytest.raises(NotFound):
        await one.wiring.joining.look(str(tmp_path / "nowhere.jsonl"), Progress())
    (tmp_path / "backup.zip").write_bytes(b"PK\x03\x04 and more")
    with pytest.raises(InputProblems, match="journal restore brings that back"):
        await one.wiring.joining.look(str(tmp_path / "backup.zip"), Progress())
    one.close()


async def test_the_later_one_stands_and_the_list_and_the_page_say_so(tmp_path: Path) -> None:
    """Two stand side by side until one is taken; the one that stands is at the left."""
    one, file = await forked(tmp_path)
    await one.take(file)
    assert await newest(one) == "They asked."
    assert (await one.wiring.reviewing.searching.find()).rivals == {ENTRY: 2}
    assert (await one.wiring.reviewing.read(ENTRY)).rivals == 2
    pair = await one.wiring.rivalling.open(ENTRY)
    assert pair.lenses.title == "Tuning" and pair.others == 1
    assert pair.lenses.names == (
        "left: elsewhere, Fri 20 Nov 15:39",
        "right: here, Fri 20 Nov 15:35",
    )
    (differing,) = [each for each in pair.lenses.rows if each.differs]
    assert (differing.first, differing.second) == ("They asked.", "They waited longer.")
    one.close()


@pytest.mark.parametrize(("right", "said"), [(False, "They asked."), (True, "They waited longer.")])
async def test_one_of_them_is_taken_and_the_other_stays_a_revision(
    tmp_path: Path, right: bool, said: str
) -> None:
    """Settled here, exported, taken there: settled there as well, with all four revisions."""
    one, file = await forked(tmp_path)
    await one.take(file)
    pair = await one.wiring.rivalling.open(ENTRY)
    made = await one.wiring.rivalling.take(pair, right=right)
    assert made["rev"] == 3 and await newest(one) == said
    assert (await one.wiring.reviewing.searching.find()).rivals == {}
    with pytest.raises(NotFound, match="nothing to settle"):
        await one.wiring.rivalling.open(ENTRY)
    other = Machine(tmp_path / "other")
    assert await other.take(await one.export(tmp_path / "back.jsonl")) == (2, ())
    assert await newest(other) == said
    opened = await other.wiring.reviewing.read(ENTRY)
    assert (opened.revisions, opened.rivals) == (4, 0)
    assert not any(each.broken for each in await other.wiring.journal.verify())
    one.close()
    other.close()


async def test_one_can_go_on_writing_over_both(tmp_path: Path) -> None:
    """A text of its own, which goes over both of them."""
    one, file = await forked(tmp_path)
    await one.take(file)
    pair = await one.wiring.rivalling.open(ENTRY)
    both = {**body_of(pair.left), "learned": "They waited longer, then asked."}
    await one.wiring.rivalling.revise(pair, "debrief", both)
    assert await newest(one) == "They waited longer, then asked."
    assert (await one.wiring.reviewing.read(ENTRY)).rivals == 0
    one.close()


async def test_what_was_saved_meanwhile_is_never_gone_over_untold(tmp_path: Path) -> None:
    """The pair is looked at again then; nothing was written."""
    one, file = await forked(tmp_path)
    await one.take(file)
    pair = await one.wiring.rivalling.open(ENTRY)
    await one.write(minutes=30, learned="Later.")
    with pytest.raises(SavedMeanwhile):
        await one.wiring.rivalling.take(pair, right=True)
    assert await newest(one) == "Later."
    one.close()


async def test_what_was_purged_is_not_gone_on_with(tmp_path: Path) -> None:
    """It says nothing; the sentence says what to do."""
    from tinydb import TinyDB

    one, file = await forked(tmp_path)
    await one.take(file)
    (month,) = (one.root / "journal").glob("2*.json")
    for path in (one.root / "journal").glob("2*.json"):
        with TinyDB(path) as stock:
            for each in stock.table("entries"):
                if "They waited longer." in each["body"]:
                    stock.table("entries").update({"body": "", "salt": ""}, doc_ids=[each.doc_id])
    assert month
    pair = await one.wiring.rivalling.open(ENTRY)
    with pytest.raises(NotSaved, match="was purged"):
        await one.wiring.rivalling.take(pair, right=True)
    await one.wiring.rivalling.take(pair, right=False)
    one.close()


async def test_three_are_settled_two_at_a_time(tmp_path: Path) -> None:
    """The left one stays, the next of the others is laid beside it."""
    one, file = await forked(tmp_path)
    third = Machine(tmp_path / "third")
    await third.take(tmp_path / "first.jsonl")
    await third.write(minutes=20, learned="They drew.")
    last = await third.export(tmp_path / "third.jsonl")
    third.close()
    await one.take(file)
    await one.take(last)
    first, second = [await one.wiring.rivalling.open(ENTRY, n) for n in (0, 1)]
    assert (first.others, first.left, second.left) == (2, second.left, first.left)
    assert first.right != second.right and (await one.wiring.rivalling.open(ENTRY, 2)).place == 0
    await one.wiring.rivalling.take(first, right=False)
    assert (await one.wiring.reviewing.read(ENTRY)).rivals == 2
    await one.wiring.rivalling.take(await one.wiring.rivalling.open(ENTRY), right=False)
    assert (await one.wiring.reviewing.read(ENTRY)).rivals == 0 and await newest(
        one
    ) == "They drew."
    one.close()


async def test_of_an_entry_without_rivals_the_next_ones_are_shown(tmp_path: Path) -> None:
    """So that one key goes through all of them."""
    one, _ = await forked(tmp_path)
    other = Machine(tmp_path / "other")
    for machine, minutes in ((one, 40), (other, 30)):
        await machine.write("debrief-Both", minutes=minutes, learned=f"{minutes}")
    await one.take(await other.export(tmp_path / "both.jsonl"))
    other.close()
    pair = await one.wiring.rivalling.open("debrief-nothing", 3)
    assert (pair.entry, pair.more, pair.place) == ("debrief-Both", 1, 0)
    await one.wiring.rivalling.take(pair, right=True)
    pair = await one.wiring.rivalling.open("")
    assert (pair.entry, pair.more) == (ENTRY, 0)
    one.close()


KINDS = [
    *("observation", "feedback", "scores", "attachment", "question", "growth", "sketch"),
    *("enrolment", "log_entry", "roster"),
]


@pytest.mark.parametrize("kind", KINDS)
async def test_entries_of_every_kind_can_be_laid_side_by_side(tmp_path: Path, kind: str) -> None:
    """Whatever it is and whether or not this version can read it, something differs."""
    one, file = await forked(tmp_path, kind, "e")
    await one.take(file)
    pair = await one.wiring.rivalling.open("e")
    assert any(row.differs for row in pair.lenses.rows)
    assert (await one.wiring.rivalling.take(pair, right=True))["kind"] == kind
    one.close()


async def test_what_another_machine_began_is_verified_here_and_gone_on_with(tmp_path: Path) -> None:
    """Its session's log and its attached copies lie there: nothing of it is missed here."""
    one, other = Machine(tmp_path / "one"), Machine(tmp_path / "other")
    await one.write(session="far", log_head="ab" * 32)
    await one.write("attachment-1", "attachment", session="far", file_hash="cd" * 32)
    await other.take(await one.export(tmp_path / "one.jsonl"))
    await other.write(session="far", log_head="ab" * 32, minutes=5)
    found = await other.wiring.safekeeping.verify()
    assert (found.broken, found.named) == (0, ())
    assert (await one.wiring.safekeeping.verify()).broken == 2
    one.close()
    other.close()
