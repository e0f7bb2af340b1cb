"""A journal that goes to another person is known again, whatever its file is called."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.reviews.other_journal import (
    FALLBACK,
    KnownJournal,
    called,
    documents_told,
    given_here,
    is_same_name,
    joined,
    lines_of,
    whose,
)
from facilitui.core.sealing import canonical
from tests.core.reviews.test_looked import journal, saves


@given(saves.filter(bool), st.data())
def test_it_is_known_by_the_documents_that_were_made_in_it(
    saved: list[tuple[bool, int]], data: st.DataObject
) -> None:
    """However much was saved since, a part of it too, and in whatever order the lines stand."""
    documents = journal(saved)
    count = data.draw(st.integers(1, len(documents)))
    ana = KnownJournal("Ana", documents_told(documents[:count]))
    every = data.draw(st.permutations(documents))
    is_other = any("imported" not in each for each in documents[count:])
    if any("imported" not in each for each in documents[:count]) or not is_other:
        assert whose({"a": ana}, "ana", documents_told(every)) == "a"
    part = [each for each in documents[:count] if data.draw(st.booleans())]
    if documents_told(part) & ana.documents and any("imported" not in each for each in part):
        assert whose({"a": ana}, "export", documents_told(part)) == "a"


def test_what_several_have_in_common_tells_nothing() -> None:
    """Begun from the same backup, or taken in from somebody: whose it is is asked."""
    documents = journal([(True, 0), (True, 5), (True, 3), (False, 9)])
    starter, more, later, theirs = ([each] for each in documents)
    ana = KnownJournal("Ana", documents_told([*starter, *more]))
    assert whose({}, "eva", documents_told(starter)) == ""
    assert whose({"a": ana}, "eva", documents_told([*starter, *later])) is None
    assert whose({"a": ana}, "eva", documents_told(later)) is None
    assert whose({"a": ana}, "eva", documents_told([*starter, *more, *later])) is None
    eva = KnownJournal("Eva", documents_told([*starter, *later]))
    both = {"a": ana, "e": eva}
    assert whose(both, "eva", documents_told([*starter, *later, *theirs])) == "e"
    assert whose(both, "eva", documents_told(starter)) is None
    assert whose({"a": ana, "b": ana}, "ana", ana.documents) is None
    assert documents_told([{"id": "x"}]) == frozenset()


@given(saves.filter(bool), st.data())
def test_only_what_is_to_what_is_there_was_given_to_it(
    saved: list[tuple[bool, int]], data: st.DataObject
) -> None:
    """An answer is to a revision, by its id and its hash; all its own revisions come with it."""
    documents = journal(saved)
    theirs = [each for each in documents if data.draw(st.booleans())]
    ours = [
        ("r", {"id": f"answer-{n}", "hash": f"{n}", "body": canonical(body)})
        for n, each in enumerate(documents)
        for body in ({"to": each["id"], "to_hash": each["hash"]}, {"reason": "withdrawn"})
    ]
    there = {each["id"] for each in theirs}
    given_to = {row["id"] for _, row in given_here(theirs, ours)}
    assert given_to == {f"answer-{n}" for n, e in enumerate(documents) if e["id"] in there}
    assert len(given_here(theirs, ours)) == 2 * len(given_to)
    other = [{**each, "hash": "f" * 64} for each in theirs]
    assert given_here(other, ours) == ()


@given(saves, st.data())
def test_what_they_took_in_is_there_once(
    saved: list[tuple[bool, int]], data: st.DataObject
) -> None:
    """Theirs first, then those of ours that they have not."""
    rows = [(f"f#{n}", each) for n, each in enumerate(journal(saved))]
    ours = [(f"o#{n}", each) for n, (_, each) in enumerate(rows) if data.draw(st.booleans())]
    cut = data.draw(st.integers(0, len(rows)))
    found = joined(rows[:cut], ours)
    assert found[:cut] == tuple(rows[:cut])
    hashes = [each["hash"] for _, each in found]
    assert len(hashes) == len(set(hashes))
    assert {each["hash"] for _, each in ours} <= set(hashes)


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("journal-ana-2026-11-23.jsonl", "ana"),
        ("journal-ana-2026-11-23-2.jsonl", "ana"),
        ("Ana María.jsonl", "ana-maria"),
        ("../../etc/passwd", "etc-passwd"),
        ("journal.jsonl", FALLBACK),
        ("journal-2026-11-23.jsonl", FALLBACK),
        ("日本.jsonl", FALLBACK),
        ("", FALLBACK),
    ],
)
def test_whose_it_is_is_told_by_its_file(file: str, name: str) -> None:
    """Without what the program itself puts around a name, and never a path."""
    assert called(file) == name


def test_its_lines_are_ascii_and_one_a_document() -> None:
    """Lone halves of characters survive as escapes."""
    documents = journal([(True, 0), (True, 1)])
    data = lines_of([{**documents[0], "id": "x\ud800"}, documents[1]])
    assert data.count(b"\n") == 2 and data.isascii() and b"\\ud800" in data


@pytest.mark.parametrize(
    ("name", "other", "same"),
    [
        ("Ana María", "ana maría ", True),
        ("Ana María", "ana-maria", True),
        ("Ana María", "Ana Maria", False),
        ("日本", "中国", False),
        ("日本", "日本", True),
        ("Ana", "Eva", False),
    ],
)
def test_a_name_is_known_again_by_what_a_file_made_of_it(name: str, other: str, same: bool) -> None:
    """Letters that a file's name cannot hold tell two people apart where both have them."""
    assert is_same_name(name, other) is is_same_name(other, name) is same
