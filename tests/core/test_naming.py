"""Names for files and folders."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.naming import LONGEST, numbered, slug, wide_slug
from tests.core.strategies import texts


@given(texts | st.text())
def test_a_name_is_never_a_path(text: str) -> None:
    """Small letters, digits and single dashes; never empty, hidden, or too long."""
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(text))
    assert len(slug(text)) <= LONGEST
    assert slug(slug(text)) == slug(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Looking at student work", "looking-at-student-work"),
        ("../../etc/passwd", "etc-passwd"),
        ("Résumé №3", "resume-no3"),
        ("日本", "untitled"),
        ("", "untitled"),
        ("x" * 47 + " yz", "x" * 47),
    ],
)
def test_a_name_is_what_people_would_call_it(text: str, name: str) -> None:
    """As much of the title as a file name can hold."""
    assert slug(text) == name


@given(st.text(max_size=60), st.lists(st.text(max_size=9), max_size=9), st.sampled_from("-_"))
def test_a_numbered_name_is_free_in_any_spelling(wanted: str, others: list[str], mark: str) -> None:
    """The name itself where it is free, else it with the first number that is; never too long."""
    stem = slug(wanted)
    assert numbered(stem, others, mark) == stem or stem in map(str.casefold, others)
    taken = [*others, stem.upper(), f"{stem}{mark}2"[:LONGEST]]
    found = numbered(stem, taken, mark)
    assert found.casefold() not in map(str.casefold, taken) and len(found) <= LONGEST
    assert numbered("look", ["look", "LOOK_2"], "_") == "look_3"


@given(st.text())
def test_a_slug_of_any_script_keeps_its_letters(text: str) -> None:
    """And never becomes a path, whatever was typed."""
    found = wide_slug(text)
    assert found and len(found) <= LONGEST
    assert not set(found) & set("/\\. \x00") and found.strip("-") == found
    assert wide_slug("日本 語!") == "日本-語"
