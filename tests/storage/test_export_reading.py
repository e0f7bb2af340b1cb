"""Another journal's export: every line is checked, and nothing of it is trusted."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.backups.import_told import EMPTY
from facilitui.core.errors import InputProblems
from facilitui.core.journals.journal_faults import Fault
from facilitui.core.reviews.other_journal import lines_of
from facilitui.core.sealing import GENESIS, canonical, seal
from facilitui.storage.export_lines import CHANGED, CUT, WRONG
from facilitui.storage.export_reading import NO_ENTRY, read_export
from facilitui.storage.journal_lines import NO_SEAL
from facilitui.storage.journal_sorting import sort_out
from tests.core.reviews.test_looked import journal, saves

NAME = "ana.jsonl"


def reasons(data: bytes) -> list[tuple[int, str]]:
    """What is wrong with a file, by line."""
    return [(each.line, each.reason) for each in read_export(NAME, data).contents.problems]


@given(saves.filter(bool))
def test_what_was_exported_is_read_whole(saved: list[tuple[bool, int]]) -> None:
    """Each document as it was, in its order, with its line; imported ones among them."""
    documents = journal(saved)
    read = read_export(NAME, lines_of(documents))
    assert [dict(each) for _, each in read.contents.documents] == documents
    places = [place for place, _ in read.contents.documents]
    assert places == [f"{NAME}#{n}" for n in range(1, len(documents) + 1)]
    assert not read.contents.problems and not read.findings


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_in_a_sentence(data: bytes) -> None:
    """Nothing else is ever raised."""
    try:
        read_export(NAME, data)
    except InputProblems as error:
        assert str(error).startswith(f"{NAME}: ")


any_fields = st.dictionaries(
    st.sampled_from(["id", "rev", "kind", "made_at", "body", "prev", "after", "hash", "imported"]),
    st.none() | st.integers() | st.text(max_size=9) | st.lists(st.integers(), max_size=2),
)


@given(any_fields)
def test_documents_of_any_shape_are_left_out(fields: dict[str, Any]) -> None:
    """A good line beside it is shown all the same."""
    (good,) = journal([(True, 0)])
    data = lines_of([good]) + canonical(fields).encode("ascii") + b"\n"
    read = read_export(NAME, data)
    assert [dict(each) for _, each in read.contents.documents] == [good]
    assert [each.line for each in read.contents.problems] == [2]


def test_a_changed_line_is_named_and_left_out() -> None:
    """One letter of a body; the lines around it are shown."""
    documents = journal([(True, 0), (True, 1), (True, 2)])
    documents[1] = {**documents[1], "body": canonical({"learned": "forged"})}
    read = read_export(NAME, lines_of(documents))
    assert [each["id"] for _, each in read.contents.documents] == ["x-0", "x-2"]
    assert reasons(lines_of(documents)) == [(2, CHANGED)]
    assert Fault.ALTERED in {finding.fault for finding in read.findings}


def test_what_is_no_sealed_entry_is_named_by_its_line() -> None:
    """Each with its own reason, and its line as an editor counts it."""
    (good,) = journal([(True, 0)])
    unsealed = {key: each for key, each in good.items() if key != "hash"}
    timeless = seal({**unsealed, "made_at": "soon"}, "{}", "0" * 32)
    ancient = seal({**unsealed, "made_at": "0001-01-01T00:00:00+14:00"}, "{}", "0" * 32)
    odd = seal({**unsealed}, "[]", "0" * 32)
    lines = [
        lines_of([good]).decode().strip(),
        "",
        "{",
        json.dumps([1]),
        *(canonical(each) for each in (unsealed, timeless, ancient, odd)),
    ]
    told = reasons("\n".join(lines).encode())
    assert [line for line, _ in told] == [3, 4, 5, 6, 7, 8]
    assert told[1][1] == NO_ENTRY and told[2][1] == NO_SEAL
    assert "offset" in told[3][1] and "offset" in told[4][1] and "body" in told[5][1]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", EMPTY),
        (b" \n\n", EMPTY),
        (b"kind = 'plan'\n", WRONG),
        (b"PK\x03\x04" + bytes(99), WRONG),
        (b"[" * 100_000, WRONG),
        (b'{"id": "x"}\n', WRONG),
    ],
)
def test_a_wrong_file_is_one_sentence(data: bytes, why: str) -> None:
    """It says what to ask for instead."""
    with pytest.raises(InputProblems) as caught:
        read_export(NAME, data)
    (problem,) = caught.value.problems
    assert problem.reason == why and "journal export" in why


def test_where_a_file_ends_halfway_that_is_said() -> None:
    """In one sentence with what to do, whether it is looked at or taken in."""
    data = lines_of(journal([(True, 0), (True, 1)]))
    assert reasons(data[:-40]) == [(2, CUT)] and reasons(data[:-1]) == []
    taken = sort_out(data[:-40].decode(), (), NAME)
    assert [(each.line, each.reason) for each in taken.refused] == [(2, CUT)]
    assert reasons(data + b"{\n") == [(3, "is not JSON, or was cut off")]


@pytest.mark.parametrize("data", [b"kind = 'plan'\n", b"PK\x03\x04" + bytes(99), b"[]\n" * 16])
def test_a_wrong_file_is_the_same_sentence_where_it_is_taken_in(data: bytes) -> None:
    """Not one for every line of it."""
    with pytest.raises(InputProblems) as caught:
        sort_out(data.decode(), (), NAME)
    assert [(each.line, each.reason) for each in caught.value.problems] == [(0, WRONG)]


def test_where_all_of_it_was_changed_that_is_said() -> None:
    """It is an export, but no line of it is as it was sealed."""
    (good,) = journal([(True, 0)])
    with pytest.raises(InputProblems, match="was changed after"):
        read_export(NAME, lines_of([{**good, "rev": 9}]))


def test_a_mark_before_the_text_is_read_over() -> None:
    """As some editors put it there."""
    (good,) = journal([(True, 0)])
    assert read_export(NAME, b"\xef\xbb\xbf" + lines_of([good])).contents.documents


@pytest.mark.parametrize(
    ("at", "fits"),
    [
        ("1970-01-01T00:00:00+00:00", True),
        ("0001-01-01T00:00:00+14:00", False),
        ("9999-12-31T23:59:59-12:00", False),
        ("2026-11-25T16:45:00", False),
    ],
)
def test_review_and_import_take_the_same_times(at: str, *, fits: bool) -> None:
    """What one of them shows the other takes; a clock that lost its battery is one."""
    fields = {"id": "e", "rev": 1, "kind": "debrief", "made_at": at}
    places = {"prev": GENESIS, "after": GENESIS}
    line = canonical(dict(seal({**fields, **places}, "{}", "00" * 16))) + "\n"
    assert bool(sort_out(line, (), NAME).taken) == fits
    if fits:
        assert read_export(NAME, line.encode()).contents.documents
    else:
        with pytest.raises(InputProblems):
            read_export(NAME, line.encode())
