"""How surely a word is a name: where nobody looks nothing but whole names may be taken."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.privacy.named_entries import Certainty
from facilitui.core.privacy.names_for_good import where_for_good
from facilitui.core.privacy.purge_names import named_in
from facilitui.core.reports.report_names import without_names
from tests.core.privacy.test_purge_names import document, logged

ASKED, LIKELY, WHOLE = Certainty


def certain(name: str, text: str) -> dict[str, Certainty]:
    """What may go of a text, and how certain it is."""
    return {each.word: each.certainty for each in where_for_good([name])(text)}


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=12).map(str.capitalize))
def test_no_part_of_a_name_is_taken_unseen_whatever_it_is(part: str) -> None:
    """No list of words is needed for that."""
    for text in (f"We saw {part} there", f"the {part} cycle", f"{part.lower()}", f"{part}s"):
        assert WHOLE not in certain(f"Zedric {part}", text).values()


def test_a_name_as_one_word_is_whole_only_where_its_parts_are_seen() -> None:
    """Else it may be a word that no list has."""
    assert certain("Zed Rick", "zedrick") == {"zedrick": LIKELY}
    for each in ("ZedRick", "RickZed", "Zed Rick", "rick zed", "zed_rick"):
        assert certain("Zed Rick", f"met {each}.") == {each: WHOLE}


def test_words_of_the_trade_and_of_places_are_asked_about() -> None:
    """Also in further languages."""
    words = (
        "Mean Median Mode Norm Reader Pilot Sprint Slack Kanban Kolb Likert Maslow Freire Pareto"
        " Austin Berlin India Oxford Anfang Ende Gruppe Runde Petit Maison Speranza Groot Bos"
    )
    for word in words.split():
        assert certain(f"Zedric {word}", f"We saw {word} there") == {word: ASKED}, word


def test_a_whole_name_of_words_is_whole_as_names_are_written() -> None:
    """Not where it may be a phrase."""
    assert certain("Pierre Dubois", "met Pierre Dubois") == {"Pierre Dubois": WHOLE}
    assert WHOLE not in certain("Petit Blanc", "un petit blanc").values()
    assert WHOLE not in certain("Will May", "met Will May").values()


def test_what_is_likely_never_goes_with_what_is_asked() -> None:
    """The same word in one entry, each by itself."""
    note = "Ana came; AnaMaria left"
    (one,) = named_in([document("log_entry", logged(note=note))], ["Ana Quintero"], ())
    assert [each.chosen for each in one.places] == [("Ana", LIKELY), ("Ana", ASKED)]
    likely, asked = "a participant came; AnaMaria left", "Ana came; a participantMaria left"
    for certainty, after in ((LIKELY, likely), (ASKED, asked)):
        body = one.without({("Ana", certainty)}).body
        assert body is not None and body["note"] == after


@pytest.mark.parametrize("name", ["김민수", "김 민수"])
def test_a_korean_name_is_found_with_what_is_written_right_behind_it(name: str) -> None:
    """As all of it and as the given name; asked about, as it may begin another word."""
    particles = "은 는 이 가 을 를 의 에 에게 와 과 도 만 님 씨 씨는 이는 에게서 선생님이"
    for called, particle in product(("김민수", "민수"), particles.split()):
        text = f"어제 {called}{particle} 왔다"
        assert without_names([name])(text) == f"어제 a participant{particle} 왔다"
        assert certain(name, text) == {called: ASKED}
    assert certain(name, "어제 김민수, 왔다") == {"김민수": WHOLE}
    assert without_names(["이수"])("이수하다") == "이수하다"


def test_declined_names_of_slavic_languages_are_found() -> None:
    """With a capital letter, and what is no ending is another word."""
    for name, text in (
        ("Нина", "Нины Нине Нину Ниной"),
        ("Андрей", "Андрея Андрею Андреем"),
        ("Мария", "Марии Марию Марией"),
        ("Иван", "Ивана Ивану Иваном"),
    ):
        for each in text.split():
            assert without_names([name])(f"с {each} там") == "с a participant там", each
            assert certain(name, f"с {each} там") == {each: ASKED}
    for name, text in (("Анна", "Аннотация"), ("Вера", "Верно, я верю"), ("Иван", "иваном")):
        assert without_names([name])(text) == text


@given(st.text("abcdefg ", max_size=30))
def test_other_letters_behind_a_name_make_another_word_elsewhere(text: str) -> None:
    """In English nothing more is hidden than before: whole words alone."""
    hidden = without_names(["Abe Cade"])(text)
    assert hidden == text or {*text.lower().split()} & {"abe", "cade"} or "abecade" in text.lower()
