"""What is told about a debrief itself, in a line; and whose it is, in its entry's name."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.debriefs.debrief import Debrief, Planner
from facilitui.core.debriefs.debrief_about import about_told, entry_id, lens_slug
from facilitui.core.debriefs.debrief_words import Partner, Stance, Support
from facilitui.core.vocabulary import Mode, Role
from tests.core.making import HOSTILE


def test_only_what_was_told_is_said() -> None:
    """In the order of the form; nothing where nothing was told."""
    assert about_told(Debrief()) == ""
    partners = (Partner.CO_FACILITATOR,)
    said = Debrief(partners=partners, led_by_me=True, stance=Stance.GUIDE)
    assert about_told(said) == "with a co-facilitator · led by me · guide"
    said = Debrief(
        lens="Ben",
        partners=(Partner.PEERS, Partner.STAFF),
        with_whom="Ana",
        my_role=Role.APPRENTICE,
        support=Support.NONE,
        mode=Mode.HYBRID,
        place="room 12",
        attendance=0,
        planned_with=(
            Planner(person="Kim", role=Role.STAFF, minutes=30),
            Planner(role=Role.CO_FACILITATOR),
            Planner(role=Role.MENTOR, minutes=2.5),
        ),
    )
    assert about_told(said) == (
        "second lens: Ben · with peers, with staff (Ana) · apprentice · no help needed · hybrid"
        " · room 12 · 0 came"
        " · planned with Kim (staff, 30 min), co-facilitator, mentor (2.5 min)"
    )
    assert about_told(Debrief(planned_with=())) == "planned with nobody else"
    assert about_told(Debrief(with_whom=HOSTILE)) == f"with {HOSTILE}"


def test_every_word_has_a_sentence_of_its_own() -> None:
    """Also one that is added later."""
    told = [about_told(Debrief(partners=(each,))) for each in Partner]
    told += [about_told(Debrief(support=each)) for each in Support]
    assert all(told) and len(set(told)) == len(told)


@given(st.text(), st.text())
def test_two_people_are_never_taken_for_one(one: str, other: str) -> None:
    """A name however it is spaced or written large is the same; no other name is."""
    slugs = lens_slug(one), lens_slug(other)
    assert all(slug and set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for slug in slugs)
    if " ".join(one.casefold().split()) == " ".join(other.casefold().split()):
        assert slugs[0] == slugs[1]
    elif not (one.isascii() and other.isascii()):
        assert slugs[0] != slugs[1]


def test_no_lens_has_the_name_of_another_sessions_debrief() -> None:
    """Sessions may end in a number, and people may be called so."""
    assert entry_id("work") == "debrief-work"
    assert entry_id("work", "2") == "debrief-work--2" != entry_id("work-2")
    assert entry_id("work", "日本") != entry_id("work", "日木") != entry_id("work")
    long = "a" * 80
    assert entry_id("work", long) != entry_id("work", long + "b")
