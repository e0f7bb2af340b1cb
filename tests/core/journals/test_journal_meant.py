"""What a word or a value may be meant by that nothing has: corrected, or told to be missing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitui.core.journals.entries import WITHDRAWN
from tests.core.journals.test_journal_index import row, search


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("kind:observation silnce", "nothing has “silnce”, near it is “silence”"),
        ("silnce waited", "nothing has “silnce”, near it is “silence”"),
        ("silnce xyzzy", "nothing has “silnce”, near it is “silence”; nothing has “xyzzy”"),
        ("silence waited", ""),
        ("xyzzy", ""),
    ],
)
def test_a_word_that_nothing_has_is_named(line: str, hint: str) -> None:
    """Also where the nearest to it does not stand with the others; alone it is named anyhow."""
    rows = [row(0, "silence"), row(1, "waited", "observation")]
    found = search(rows, line)
    assert (found.rows, found.corrected, found.hint) == ((), (), hint)


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("bae", "bea"),
        ("cpa", "cap"),
        ("wat", ""),
        ("bes", ""),
        ("fo", "of"),
        ("xof", ""),
        ("o", ""),
        ("ont", "not"),
    ],
)
def test_a_short_word_is_corrected_where_one_alone_may_be_meant(line: str, meant: str) -> None:
    """Two letters that are swapped, or one too few; another letter makes another word."""
    rows = [row(0, "Bea, a cap: what and wait"), row(1, "of off, not on note")]
    assert search(rows, line).corrected == (((line, meant),) if meant else ())


@pytest.mark.parametrize(
    "line", ["kind:feedback", "kind:growth", "role:mentor", "role:facilitator"]
)
def test_what_there_may_be_is_no_slip_where_there_is_none_yet(line: str) -> None:
    """The program itself has these names: nothing is found, and nothing is wrong with them."""
    found = search([row(0, "x", my_role="apprentice", with_whom="Ana")], line)
    assert (found.rows, found.corrected, found.trouble, found.pending) == ((), (), "", False)


def test_a_kind_that_is_typed_as_a_word_is_told() -> None:
    """A debrief does not say that it is one."""
    found = search([row(0, "x"), row(1, "a brief one")], "debrief")
    assert (found.rows, found.hint) == ((), "“debrief” is a kind of entry: kind:debrief shows them")
    assert search([row(0, "x"), row(1, "a brief one")], "brief").rows[0].id == "e-1"


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        (
            "kind:scores date:2026-11-03",
            "there are no self-scores on Tue 3 Nov 2026; 1 withdrawn may be meant: "
            "kind:withdrawn date:2026-11-03",
        ),
        (
            "role:apprentice date:2026-11",
            "there are no entries of the role apprentice, in November 2026; "
            "2 withdrawn may be meant: kind:withdrawn date:2026-11",
        ),
        (
            "kind:observation,scores date:2026",
            "there are no observations or self-scores in 2026; "
            "1 withdrawn may be meant: kind:withdrawn date:2026",
        ),
        ("kind:attachment", ""),
        ("kind:scores date:2026-10", ""),
        ("kind:withdrawn date:2025", ""),
        ("kind:scores heron", "nothing has “heron”"),
        ("date:2026-10", ""),
    ],
)
def test_what_was_withdrawn_is_told_where_nothing_else_is_found(line: str, hint: str) -> None:
    """By its day and by what it was; it is found by its own kind alone."""
    gone = [
        replace(row(0, "x", WITHDRAWN), id=f"{was}-1", was=was) for was in ("scores", "debrief")
    ]
    assert search([*gone, row(1, "y", my_role="host")], line).hint == hint
