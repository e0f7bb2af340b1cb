"""Links as people type them: kept as they are, or refused with what to do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.services.forms.links import read_link


@pytest.mark.parametrize(
    "link",
    [
        "https://video.example.org/film",
        "HTTP://example.org:8080/a?b=[x]&c=%20#t=90",
        "https://münchen.example/日本",
        "http://localhost/film",
        "https://[2001:db8::1]/film",
    ],
)
def test_a_link_is_kept_as_it_was_typed(link: str) -> None:
    """But for the spaces around it; nothing typed is none."""
    assert read_link(f"  {link} ", "") == link and read_link(" ", "") == ""


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("film", "“film” is no link; one is written https://"),
        ("www.example.org/film", "is no link"),
        ("https://", "is no link"),
        ("https://film", "is no link"),
        ("http://[", "is no link"),
        ("https://example.org:99999/", "is no link"),
        ("javascript:alert(1)", "is no link"),
        ("htp://example.org/film", "is no link"),
        ("https://example.org/my film", "has no spaces"),
        ("https://example.org/\x1b[2J", "has no spaces"),
        ("https://ana:secret@example.org/film", "leave out the password"),
        ("~/films/a.mp4", "is the path of a file; put it there"),
        ("C:\\films\\a.mp4", "is the path of a file; put it there"),
        ("file:///films/a.mp4", "is the path of a file; put it there"),
    ],
)
def test_all_else_is_refused_with_what_to_do(typed: str, told: str) -> None:
    """One sentence each; a password is never repeated in it."""
    with pytest.raises(ValueError, match=r"link|path") as error:
        read_link(typed, "put it there")
    assert told in str(error.value) and "secret" not in str(error.value)


@given(st.text(max_size=60))
def test_any_text_is_a_link_or_refused(typed: str) -> None:
    """Never anything else, and what is kept has no spaces and no control characters."""
    for text in (typed, f"https://{typed}", f"https://a.b/{typed}"):
        try:
            kept = read_link(text, "")
        except ValueError:
            continue
        assert kept == text.strip() and kept.isprintable() and " " not in kept
