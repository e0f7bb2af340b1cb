"""What common forms ask is known by its heading, in English, German, French and Spanish."""

from __future__ import annotations

import unicodedata
from typing import Literal

import pytest

from facilitui.core.plans.plan import Goal
from facilitui.core.responses.feedback import Item
from facilitui.core.responses.feedback_columns import guessed
from facilitui.core.responses.feedback_headings import (
    goal_named,
    heading_words,
    is_negated,
    items_named,
    tells_who,
)
from tests.core.forms import form

TAKEN_ALONG = (
    "What is one thing you are taking away from today's session?",
    "What will you take with you?",
    "Key takeaway",
    "Your main take-aways",
    "What do you take home from this?",
    "Was nehmen Sie heute mit?",
    "Was nimmst du mit?",
    "Was möchten Sie umsetzen?",
    "Que retenez-vous de cette séance ?",
    "Qu'allez-vous mettre en pratique ?",
    "¿Qué te llevas de la sesión?",
    "What is your next step?",
)
TIME = (
    "Was there enough time to think?",
    "Did you have enough thinking time?",
    "The time was sufficient",
    "The pacing was right",
    "Hatten Sie genug Zeit?",
    "Die Zeit hat gereicht",
    "Es gab ausreichend Zeit zum Nachdenken",
    "Aviez-vous assez de temps ?",
    "Le temps était suffisant",
    "¿Hubo suficiente tiempo?",
    "¿Tuviste tiempo suficiente para pensar?",
)


@pytest.mark.parametrize("heading", TAKEN_ALONG)
def test_what_people_take_along_is_what_they_will_try(heading: str) -> None:
    """However a form asks for it."""
    assert guessed(form((heading,), ("wait longer",), ("ask",)))[0].item is Item.INTENTION


@pytest.mark.parametrize("heading", TIME)
@pytest.mark.parametrize("answers", [("5", "4"), ("Yes", "Rather no"), ("sehr", "gar nicht")])
def test_whether_there_was_time_is_asked_and_answered(
    heading: str, answers: tuple[str, str]
) -> None:
    """In figures, with yes and no, or by how much."""
    assert guessed(form((heading,), *((each,) for each in answers)))[0].item is Item.PACE


@pytest.mark.parametrize(
    ("heading", "item"),
    [
        ("What should we take out or change?", Item.ONE_CHANGE),
        ("At what time did you leave?", None),
        ("Please take a seat number", None),
    ],
)
def test_a_heading_with_such_a_word_may_ask_something_else(heading: str, item: Item | None) -> None:
    """A word alone is no question."""
    assert guessed(form((heading,), ("the break",), ("it",)))[0].item is item


@pytest.mark.parametrize("way", ["NFC", "NFD"])
def test_a_heading_is_the_same_however_its_letters_are_put_together(
    way: Literal["NFC", "NFD"],
) -> None:
    """A letter and its mark may be two signs, and "ß" is no other letter than "SS"."""
    words = {name: heading_words(unicodedata.normalize(way, name)) for name in NAMED}
    assert all(tells_who(words[name]) for name in NAMED[:3])
    assert items_named(words["Nützliche Démarche"]) == [Item.PROCESS, Item.RELEVANCE]
    assert not is_negated(words["Ich konnte sagen, was ich nicht weiß"], Item.SAFETY)
    assert not is_negated(words["ICH KONNTE SAGEN, WAS ICH NICHT WEISS"], Item.SAFETY)
    goal = Goal(id="G1", text="Größere Aufgaben übergeben")
    heading = unicodedata.normalize(way, "Wie sicher, GRÖSSERE Aufgaben zu übergeben?")
    assert goal_named(heading_words(heading), [goal]) == "G1"


NAMED = (
    *("Prénom", "Teléfono", "Qui êtes-vous ?", "Nützliche Démarche"),
    "Ich konnte sagen, was ich nicht weiß",
    "ICH KONNTE SAGEN, WAS ICH NICHT WEISS",
)
