"""Journals of several machines: whatever they exchange, in the end all of them show the same."""

from __future__ import annotations

import json
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.errors import NotSaved, SavedMeanwhile
from facilitui.core.journals.journal import as_sealed, body_of, latest
from facilitui.core.sealing import canonical
from tests.storage.journals import AT, DECEMBER, Diary, diary

ENTRIES = ("a", "b")
steps = st.lists(
    st.tuples(
        st.sampled_from(["save", "save", "give", "settle"]),
        st.integers(0, 2),
        st.integers(0, 2),
        st.sampled_from(ENTRIES),
        st.integers(0, 40),
    ),
    max_size=14,
)


def newest(journal: Diary) -> dict[str, str]:
    """What stands for each entry, by its hash."""
    return {name: each["hash"] for name, each in latest(journal.documents()).items()}


def settle(journal: Diary, entry: str) -> None:
    """Let the one that stands go over its rivals."""
    standing, *others = journal.rivals().get(entry, [""])
    if others:
        document = latest(journal.documents())[entry]
        journal.save(entry, body_of(document), DECEMBER, based_on=standing, joins=others)


def damage(journal: Diary) -> list[str]:
    return [str(each) for each in journal.verify() if each.broken]


@given(steps, st.permutations([(one, other) for one in range(3) for other in range(3)]))
def test_after_exchanging_exports_all_show_the_same(
    made: list[tuple[str, int, int, str, int]], order: list[tuple[int, int]]
) -> None:
    """Three machines that save, hand over and settle as they like, then exchange in any order."""
    with TemporaryDirectory() as folder, ExitStack() as closing:
        machines = [closing.enter_context(diary(Path(folder) / str(n))) for n in range(3)]
        for n, (what, one, other, entry, minutes) in enumerate(made):
            if what == "save":
                at = AT + timedelta(minutes=minutes)
                machines[one].save(entry, {"text": f"{n % 4}"}, at)
            elif what == "give":
                machines[one].take(machines[other].exported(), DECEMBER)
            else:
                settle(machines[one], entry)
        for one, other in order * 2:
            assert machines[one].take(machines[other].exported(), DECEMBER)[2] == []
        first = machines[0]
        for each in machines:
            assert newest(each) == newest(first) and each.rivals() == first.rivals()
            assert damage(each) == [] and each.problems() == ()
            assert set(map(canonical, map(as_sealed, each.documents()))) == set(
                map(canonical, map(as_sealed, first.documents()))
            )
        for entry in ENTRIES:
            settle(first, entry)
        for each in machines:
            each.take(first.exported(), DECEMBER)
            assert each.rivals() == {} and newest(each) == newest(first) and damage(each) == []


@pytest.fixture
def forked(home: Path) -> tuple[Path, Path]:
    """Two homes with one entry, gone on with on each."""
    with diary(home / "one") as one, diary(home / "two") as two:
        one.save("a", {"text": "first"})
        two.take(one.exported())
        one.save("a", {"text": "one"})
        two.save("a", {"text": "two"}, AT + timedelta(minutes=1))
        one.take(two.exported(), DECEMBER)
    return home / "one", home / "two"


def test_what_was_settled_on_one_machine_is_settled_on_the_other(forked: tuple[Path, Path]) -> None:
    """The settling revision is the newest on both, and both texts stay as revisions."""
    with diary(forked[0]) as one, diary(forked[1]) as two:
        standing, beside = one.rivals()["a"]
        made = one.save("a", {"text": "both"}, DECEMBER, based_on=standing, joins=[beside])
        assert (made["rev"], made["prev"], made["joins"]) == (3, standing, [beside])
        assert one.rivals() == {}
        came = two.imported(one.exported(), DECEMBER)
        assert (came.taken, came.refused, came.conflicting) == (2, (), ())
        assert newest(two) == {"a": made["hash"]} and two.verify() == one.verify() == ()
        said = [body_of(each)["text"] for each in two.documents()]
        assert sorted(said) == ["both", "first", "one", "two"]


def test_going_over_one_that_was_gone_on_with_is_refused(forked: tuple[Path, Path]) -> None:
    """And so is going over what is not there; nothing is written."""
    with diary(forked[0]) as one:
        standing, beside = one.rivals()["a"]
        with pytest.raises(NotSaved, match="is not in the journal; look at both again"):
            one.save("a", {}, DECEMBER, based_on=standing, joins=["0" * 64])
        with pytest.raises(SavedMeanwhile):
            one.save("a", {}, DECEMBER, based_on=beside, joins=[standing])
        one.save("a", {"text": "later"}, DECEMBER)
        with pytest.raises(SavedMeanwhile):
            one.save("a", {}, DECEMBER, based_on=standing, joins=[beside])
        assert [each["rev"] for each in one.documents()] == [1, 2, 2, 3]


def test_a_settling_revision_waits_for_all_that_it_goes_over(forked: tuple[Path, Path]) -> None:
    """Without one of them it is not taken, and the sentence says what to do."""
    with diary(forked[0]) as one, diary(forked[1].parent / "three") as three:
        standing, beside = one.rivals()["a"]
        one.save("a", {}, DECEMBER, based_on=standing, joins=[beside])
        lines = one.exported().splitlines()
        without = [line for line in lines if json.loads(line)["hash"] != beside]
        taken, _, refused = three.take("\n".join(without))
        assert taken == 2 and "the revision before revision 3 of 'a' is missing" in refused[0]
        assert three.take("\n".join(reversed(lines))) == (2, 2, [])
        assert three.rivals() == {} and damage(three) == []


def test_the_next_revision_goes_over_the_one_that_stands(forked: tuple[Path, Path]) -> None:
    """And the other one still stands beside it, until somebody settles that."""
    with diary(forked[0]) as one:
        standing, beside = one.rivals()["a"]
        made = one.save("a", {"text": "on"}, DECEMBER, based_on=standing)
        assert (made["rev"], made["prev"]) == (3, standing)
        assert one.rivals() == {"a": [made["hash"], beside]}


def test_a_look_changes_nothing_and_says_the_same(forked: tuple[Path, Path]) -> None:
    """What would be taken, what is known, what would conflict, what is refused."""
    with diary(forked[0]) as one, diary(forked[1]) as two:
        before = [each.read_bytes() for each in sorted(two.folder.glob("*.json"))]
        text = one.exported() + "nonsense\n"
        looked = two.preview(text)
        assert (looked.taken, looked.known, looked.conflicting) == (1, 2, ("a",))
        assert [each.reason for each in looked.refused] == ["is not JSON, or was cut off"]
        assert [each.read_bytes() for each in sorted(two.folder.glob("*.json"))] == before
        assert two.imported(text, DECEMBER) == looked


def test_an_own_older_export_is_all_known(home: Path) -> None:
    """Nothing is taken twice, and nothing conflicts."""
    with diary(home) as journal:
        for n in range(3):
            journal.save("a", {"n": n})
        older = journal.exported()
        journal.save("a", {"n": 3})
        came = journal.imported(older, DECEMBER)
        assert (came.taken, came.known, came.refused, came.conflicting) == (0, 3, (), ())


def test_a_revision_of_no_higher_number_than_its_past_is_refused(home: Path) -> None:
    """Or it could never be the one that is shown, and machines would not agree."""
    from facilitui.core.journals.journal import make_document

    with diary(home) as journal:
        last = journal.save("a")
        journal.save("a")
        forged = make_document(
            entry_id="a",
            kind="debrief",
            body={},
            made_at=AT,
            salt="ab" * 16,
            last={**last, "rev": 0},
            after="0" * 64,
        )
        taken, _, refused = journal.take(canonical(forged))
        assert (taken, len(refused)) == (0, 1)
        assert "revision 1 of 'a' has no higher number than the one before" in refused[0]
