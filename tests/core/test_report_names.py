"""Names are taken out of what was written by a rule that is told, and nothing else is touched."""

from __future__ import annotations

import re
from collections.abc import Callable
from string import ascii_letters

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.ordinary_words import NO_NAMES, ORDINARY
from facilitui.core.plan import Block, Evidence, Plan
from facilitui.core.plan_parts import ParallelGroup, Person, PlannedWith
from facilitui.core.report_names import names_in, without_names, without_signature
from facilitui.core.report_people import People, of_plan
from facilitui.core.vocabulary import EvidenceKind, Role
from tests.core.strategies import texts

KNOWN = ("Ana Lee", "Will Park", "Anne-Marie O'Brien", "Dr. Zoë Bell", "李明", "Bo Ng", "Ian McFee")
hide = without_names(KNOWN, ("Otto Kahn",))
P = "a participant"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ANA LEE, ana lee; Lee, ana", f"{P}, {P}; {P}, {P}"),
        ("Ana's and ana’s; LEE!", f"{P}'s and {P}’s; {P}!"),
        ("Ms Lee, Prof. Zoe and Dr. Bell", f"{P}, {P} and {P}"),
        ("Ana_Lee_exit_ticket.pdf AnaLee2.pdf", f"{P}_exit_ticket.pdf {P}2.pdf"),
        ("banana Leeds sleep anagram", "banana Leeds sleep anagram"),
        ("Will they? We parked. Then Will did.", f"Will they? We parked. Then {P} did."),
        ("Will's idea; Will Park's; they will park", f"{P}'s idea; {P}'s; they will park"),
        ("A walk in the park. Mr. Park!", f"A walk in the park. {P}!"),
        ("Zoe\u0308 and ZOE and zo\u200be", f"{P} and {P} and {P}"),
        ("O’Brien and Marie", f"{P} and {P}"),
        ("李明さん", f"{P}さん"),
        ("bo, Bo and BO NG", f"bo, {P} and {P}"),
        ("McFee MCFEE mcfee fee", f"{P} fee"),
        ("otto asked Ana", f"somebody asked {P}"),
        ("ms bell, Ms. Bell and a bell", f"{P}, {P} and a bell"),
        ("Dr. No, the mentor", "Dr. No, the mentor"),
    ],
)
def test_the_rule(text: str, told: str) -> None:
    """Whole words, titles, ordinary words, file names, accents, scripts without spaces."""
    assert hide(text) == told


letters = st.text(ascii_letters, min_size=3, max_size=8).filter(
    lambda word: word.lower() not in ORDINARY | NO_NAMES
)
signs = st.characters(categories=("Pc", "Pd", "Pe", "Pi", "Po", "Ps", "Sm", "Zs", "Nd"))
beside = st.text(signs, min_size=1, max_size=3)
cases = st.sampled_from([str, str.upper, str.lower, str.title])


@given(letters, letters, beside, beside, cases)
def test_no_part_of_a_name_is_left(
    first: str, last: str, left: str, right: str, case: Callable[[str], str]
) -> None:
    """In any case and beside any sign; of two parts, together or apart."""
    written = f"{left}{first}{right}{last}{left}{first}{right}"
    told = without_names((f"{first} {last}",))(case(written)).replace(P, "").lower()
    found = re.findall(r"[a-z]+", told)
    assert first.lower() not in found and last.lower() not in found


@given(letters, st.sampled_from(["x{}", "{}x", "x{}x", "{}é"]))
def test_what_merely_contains_a_name_is_not_touched(name: str, within: str) -> None:
    """A lowercase word is one word."""
    word = within.format(name.lower())
    assert without_names((name,))(f"so {word} is") == f"so {word} is"


@given(texts, st.lists(texts, max_size=3))
def test_whatever_is_written_and_called_by_anything(text: str, names: list[str]) -> None:
    """No name and no text is too strange; without names nothing changes."""
    without_names(names, names)(text)
    names_in(text)
    assert without_names(("", " ", "Dr.", "the mentor", "A. B."))(text) == text


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ana Lee, and the principal", ("Ana Lee",)),
        ("my mentor Ms Zoe Bell from Grade Seven", ("Zoe Bell",)),
        ("ana & ben", ("ana", "ben")),
        ("Ludwig van Beethoven/Bo", ("Ludwig van Beethoven", "Bo")),
        ("the whole team (they/them)", ()),
        ("Host", ()),
        ("", ()),
    ],
)
def test_names_are_found_in_a_line(line: str, names: tuple[str, ...]) -> None:
    """Roles, titles and everything around them are no names."""
    assert names_in(line) == names


def test_a_plan_names_people_in_many_places() -> None:
    """Who takes part apart from who leads, helps, plans and collects."""
    groups = (ParallelGroup(name="North", lead="Gil"),)
    plan = Plan(
        people=(Person(name="Ana", role=Role.PRESENTER), Person(name="Ben", role=Role.MENTOR)),
        planned_with=(PlannedWith(person="Cas"),),
        blocks=(Block(id="b", title="B", lead="Dov and all", groups=groups),),
        parked=(Block(id="p", title="P", lead="Eli"),),
        evidence=(Evidence(id="E", kind=EvidenceKind.EXIT_TICKET, who="Flo or the host"),),
    )
    assert of_plan(plan) == People(("Ana",), ("Ben", "Cas", "Dov", "Gil", "Eli", "Flo"))


@pytest.mark.parametrize(
    ("quote", "kept"),
    [
        ("“We saw it” Mia", "“We saw it”"),
        ("We saw it. - Frau Maier ", "We saw it."),
        ("We saw it (May)", "We saw it"),
        ("She said “no” to Mia", "She said “no” to Mia"),
        ("It was great - really good", "It was great - really good"),
    ],
)
def test_whoever_said_it_is_taken_off_a_quote(quote: str, kept: str) -> None:
    """Known or not, and no ordinary word."""
    assert without_signature(quote) == kept
