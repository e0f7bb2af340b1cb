"""Names for files and folders."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.naming import LONGEST, slug
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
