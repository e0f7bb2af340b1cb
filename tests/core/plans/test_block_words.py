"""What titles tell: the part a block plays, and the protocol it runs."""

from __future__ import annotations

import pytest

from facilitui.core.plans.block_words import kind_of, known_names, spoken
from facilitui.core.vocabulary import BlockKind
from tests.core.making import final_word, tuning


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Welcome and why", BlockKind.OPENING),
        ("Check-in", BlockKind.OPENING),
        ("Icebreaker: two truths", BlockKind.OPENING),
        ("☕ Coffee", BlockKind.BREAK),
        ("Mittagspause", BlockKind.BREAK),
        ("Bio break", BlockKind.BREAK),
        ("Norms, add yours", BlockKind.NORMS),
        ("Community agreements", BlockKind.NORMS),
        ("Wrap-up", BlockKind.CLOSING),
        ("Close", BlockKind.CLOSING),
        ("Process debrief", BlockKind.PROCESS_DEBRIEF),
        ("Debrief of the process", BlockKind.PROCESS_DEBRIEF),
        ("Breakout rooms", BlockKind.BREAKOUT),
        ("Break into pairs", BlockKind.ACTIVITY),
        ("Close reading of a text", BlockKind.ACTIVITY),
        ("Introduction to ratios", BlockKind.ACTIVITY),
        ("Normal distribution", BlockKind.ACTIVITY),
        ("Breakthrough moments", BlockKind.ACTIVITY),
        ("", BlockKind.ACTIVITY),
        ("Welcome & coffee", BlockKind.OPENING),
        ("Registration and breakfast", BlockKind.OPENING),
        ("Ankommen & Kaffee", BlockKind.OPENING),
        ("Welcome, introductions, and norms", BlockKind.OPENING),
        ("Norms and welcome", BlockKind.NORMS),
        ("Coffee break and check-in", BlockKind.BREAK),
        ("Check-in after the break", BlockKind.OPENING),
        ("Lunch & next steps", BlockKind.BREAK),
        ("Closing circle with tea", BlockKind.CLOSING),
        ("Breakout rooms: opening question", BlockKind.BREAKOUT),
        ("Pause & reflect", BlockKind.ACTIVITY),
        ("Working lunch", BlockKind.ACTIVITY),
        ("World Café", BlockKind.ACTIVITY),
        ("Receso", BlockKind.BREAK),
        ("Dismissal", BlockKind.CLOSING),
        ("Debrief", BlockKind.PROCESS_DEBRIEF),
        ("Final debrief (whole group)", BlockKind.PROCESS_DEBRIEF),
        ("Debrief the protocol", BlockKind.PROCESS_DEBRIEF),
        ("Nachbesprechung", BlockKind.PROCESS_DEBRIEF),
        ("Reflexion der Sitzung", BlockKind.PROCESS_DEBRIEF),
        ("Bilan de la séance", BlockKind.PROCESS_DEBRIEF),
        ("Evaluación de la sesión", BlockKind.PROCESS_DEBRIEF),
        ("Debrief in pairs", BlockKind.ACTIVITY),
        ("Equity walk debrief", BlockKind.ACTIVITY),
        ("Debrief and close", BlockKind.CLOSING),
        ("Abschlussrunde", BlockKind.CLOSING),
        ("Clausura", BlockKind.CLOSING),
        ("Gruppenregeln", BlockKind.NORMS),
        ("Regelunterricht", BlockKind.ACTIVITY),
        ("Einstieg", BlockKind.OPENING),
        ("Land acknowledgement", BlockKind.OPENING),
        ("Cena", BlockKind.BREAK),
    ],
)
def test_a_title_tells_the_kind_of_block(title: str, kind: BlockKind) -> None:
    """Whole words only, each with its weight; what could be anything is an activity."""
    assert kind_of(title) is kind


def test_a_protocol_is_known_by_its_name() -> None:
    """With or without its article and the word; a name within other words is not one."""
    names = known_names((final_word(), tuning()))
    for title in ("The Final Word", "final word", "Final Word Protocol", "FINAL_WORD"):
        assert names.get(spoken(title)) == "final_word"
    for title in ("The final word of the day", "", "the", "protocol"):
        assert names.get(spoken(title)) is None
