"""Searching: all words, whatever their case and accents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.search import folded, folded_line, matches, words_of
from tests.core.strategies import texts


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("resume", "Résumé of the day"),
        ("RÉSUMÉ", "resume"),
        ("strasse", "Straße"),
        ("istanbul", "İSTANBUL"),
        ("cafe\u0301", "caf\u00e9"),
        ("nguyen", "Nguyễn"),
        ("fi", "\ufb01nd"),
        ("h", "\u210c"),
        ("ΣΟΦΟΣ", "σοφος"),
        ("quiet step", "The STEP was quiet"),
        ("日本", "日本語"),
        ("", "anything"),
        ("dang van da dung", "Đặng Văn Đà đứng"),
        ("lodz lukasz", "Łódź, ŁUKASZ"),
        ("oystein smor", "Øystein, SMØR"),
        ("aebler coeur", "ÆBLER, cœur"),
        ("hobz", "ħobż"),
        ("sınıf dış", "DIŞ SINIF"),
        ("SINIF DIŞ", "dış sınıf"),
        ("sinif dis", "Dış Sınıf"),
        ("zusammenarbeit", "Zu\u00adsam\u00admen\u00adar\u00adbeit"),
        ("zu\u00adsammenarbeit", "Zusammenarbeit"),
        ("waited", "\u200bwai\u200dted\u2060 \ufeff"),
        ("\u2764", "\u2764\ufe0f"),
    ],
)
def test_what_a_person_would_call_the_same_is_found(query: str, text: str) -> None:
    """Case, accents, ligatures and the order of the words do not matter."""
    assert matches(words_of(query), folded(text))


@pytest.mark.parametrize(("query", "text"), [("quiet loud", "quiet"), ("résumés", "resume")])
def test_every_word_must_occur(query: str, text: str) -> None:
    """One word that is not there is enough to leave an entry out."""
    assert not matches(words_of(query), folded(text))


APOSTROPHES = "'\u2018\u2019\u201b\u02bc\uff07"


@given(st.lists(texts | st.sampled_from(APOSTROPHES)), st.data())
def test_an_apostrophe_is_one_however_it_is_curled(parts: list[str], data: st.DataObject) -> None:
    """As a keyboard makes it or a word processor."""
    curled = [
        data.draw(st.sampled_from(APOSTROPHES)) if part in list(APOSTROPHES) else part
        for part in parts
    ]
    assert folded("".join(curled)) == folded("".join(parts))
    assert matches(words_of("teachers\u2019 teacher's"), folded("teachers' teacher\u2019s"))


@given(texts | st.text())
def test_each_letter_is_folded_by_itself(text: str) -> None:
    """So whatever is found in a text can be set off in it; in one line all blanks are one."""
    assert "".join(map(folded, text)) == folded(text)
    assert folded_line(text) == " ".join(folded(text).split()) == folded_line(folded_line(text))


@given(texts | st.text())
def test_every_text_is_found_by_its_own_words(text: str) -> None:
    """However it is cased, and folding twice is folding once."""
    assert folded(folded(text)) == folded(text)
    for query in (text, text.upper(), text.casefold()):
        assert folded(query) == folded(text) or query.casefold() != text.casefold()
    assert matches(words_of(text), folded(text))
