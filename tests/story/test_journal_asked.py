"""Searching and exporting by the command line: never silent, and nothing goes out by a guess."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.story.commands import facilitui


@pytest.mark.parametrize(
    ("query", "code", "out", "err"),
    [
        ("kind:debreif", 0, "debrief-", "shown is what has “kind:debrief”"),
        ("kind:", 0, "debrief-", "“kind:” waits for a value: "),
        ("date:20", 0, "debrief-", "“date:20” is no date yet: write 2026"),
        ("kind: debrief", 0, "debrief-", ""),
        ("date:soon", 1, "Nothing found: entries of the date “soon”.", "“soon” is no date"),
        ("date:last year", 0, "Nothing found: entries in ", ""),
        ("tag:foo", 0, "Nothing holds all of these words: tag:foo", "there is no filter “tag:”"),
    ],
)
def test_a_search_always_says_something(
    filled: Path, query: str, code: int, out: str, err: str
) -> None:
    """What it found or that it found nothing, and what of it was not understood."""
    told = facilitui(filled, "journal", "search", query)
    assert (told.returncode, out in told.stdout, err in told.stderr) == (code, True, True)
    assert bool(err) == bool(told.stderr)


@pytest.mark.parametrize("query", ["kind:debreif", "kind:", "date:20", "date:soon", "tag:foo"])
def test_an_export_is_refused_where_it_would_be_a_guess(
    filled: Path, tmp_path: Path, query: str
) -> None:
    """Nothing is written, not even an empty file; all that is asked for rightly is."""
    refused = facilitui(filled, "journal", "export", query, "-o", tmp_path / "out")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "nothing was written" in refused.stderr and not (tmp_path / "out").exists()
    assert "debrief-" in facilitui(filled, "journal", "export", "kind:debrief").stdout


def test_an_empty_journal_is_told_by_an_export_too(home: Path) -> None:
    """Standard output has nothing then."""
    told = facilitui(home, "journal", "export")
    assert (told.returncode, told.stdout) == (0, "") and "journal is empty" in told.stderr
