"""Names are taken out of what was written by a rule that is told, and nothing else is touched."""

from __future__ import annotations

import re
from collections.abc import Callable
from string import ascii_letters

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from facilitui.core.plans.plan import Block, Evidence, Plan
from facilitui.core.plans.plan_parts import ParallelGroup, Person, PlannedWith
from facilitui.core.privacy.names_in_lines import names_in
from facilitui.core.privacy.ordinary_words import (
    COUNTED,
    DIVIDING,
    EVERYDAY,
    MODALS,
    NO_FIRST_NAMES,
    NO_NAMES,
    ORDINARY,
)
from facilitui.core.reports.report_names import without_names, without_signature
from facilitui.core.reports.report_people import People, of_plan
from facilitui.core.vocabulary import EvidenceKind, Role
from tests.core.strategies import texts

KNOWN = (
    *("Ana Lee", "Will Park", "Anne-Marie O'Brien", "Dr. Zoë Bell", "李明", "Bo Ng", "Ian McFee"),
    *("王小明", "田中太郎", "Li Na", "Grace May", "Thi Clas", "Table Hosts"),
)
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
        ("小明说，王小明说", f"{P}说，{P}说"),
        ("太郎と田中太郎", f"{P}と{P}"),
        ("Anas Frage, die Lees; anas", f"{P} Frage, die {P}; anas"),
        ("analee@x.org, leeana and AnneMarie", f"{P}@x.org, {P} and {P}"),
        ("bo ng, li NA; bo", f"{P}, {P}; bo"),
        ("then grace may spoke; grace says may", f"then {P} spoke; grace says may"),
        ("This Class; our table hosts", "This Class; our table hosts"),
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
    lambda word: word.lower() not in ORDINARY | NO_NAMES | EVERYDAY
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
        ("my critical friend", ()),
        ("my brilliant maths friends, online", ()),
        ("Year 4, Room 12", ()),
        ("year 4 room 12, after work", ()),
        ("the table hosts; critical friends group", ()),
        ("Zoom with the Learning Forward network", ()),
        ("My Critical Friend", ()),
        ("My mentor Ana", ("Ana",)),
        ("my mentor ana from year 9", ("ana",)),
        ("ana lee", ("ana lee",)),
        ("grace may", ("grace may",)),
        ("ms bell", ("bell",)),
        ("Photo: Ana Lee (Year 4)", ("Ana Lee",)),
        ("ludwig van beethoven", ("ludwig van beethoven",)),
        ("online, after work", ()),
        ("a good friend", ()),
        ("good friends, long meetings", ()),
        ("the swimming club", ()),
        ("Becky Quick, Chris Friend", ("Becky Quick", "Chris Friend")),
        ("J. Weeks", ("J. Weeks",)),
        ("Anna Still, coach", ("Anna Still",)),
        ("Weeks, Jane", ("Jane Weeks",)),
        ("Online, After Work", ()),
        ("Mr Main", ("Main",)),
        ("ms large", ("large",)),
        ("ana weeks", ("ana weeks",)),
        ("my sister ana weeks", ("sister ana weeks",)),
        ("grace friend", ("grace friend",)),
        ("Ana Lee 4B", ("Ana Lee",)),
        ("Tom 2", ("Tom",)),
        ("Ana2", ("Ana2",)),
        ("Becky Quick 2", ("Becky Quick",)),
        ("Ana Room 12, Y4, Room12", ("Ana",)),
        ("An Nguyen", ("An Nguyen",)),
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


short = st.sampled_from(["Bo", "Xi", "Li", "Na", "Jo", "Ng"])
ordinary = st.sampled_from(sorted(ORDINARY - MODALS - NO_NAMES))


@given(short | ordinary.map(str.title), short | ordinary.map(str.title), cases)
def test_a_full_name_goes_in_any_case(first: str, last: str, case: Callable[[str], str]) -> None:
    """Also where each of its parts alone would stay; but for such as "will park"."""
    name = f"{first} {last}"
    assert without_names((name,))(f"we saw {case(name)} there") == f"we saw {P} there"


first_names = letters.filter(lambda word: word.lower() != "met") | st.sampled_from(
    sorted(ORDINARY - NO_FIRST_NAMES - DIVIDING)
)
surnames = st.sampled_from(sorted(word for word in EVERYDAY - DIVIDING if len(word) > len("Bo")))
SIDES = ("{}", "my mentor {}, online", "{} 4B")


@given(first_names, surnames, cases, st.sampled_from(["roster", *SIDES]))
def test_an_everyday_surname_hides_nobody_less(
    first: str, last: str, case: Callable[[str], str], known: str
) -> None:
    """All of a name in any case, its surname behind a title and with a capital letter anywhere."""
    assume(not (known.endswith("4B") and last in COUNTED))
    name = f"{first} {last}".title()
    names = (name,) if known == "roster" else names_in(known.format(name))
    hidden = without_names(names)
    assert hidden(f"We met {case(name)} there.") == f"We met {P} there."
    assert hidden(f"We met Ms {last} there.") == f"We met {P} there."
    for written in (last.title(), last.upper()):
        assert hidden(f"{written} was late.") == f"{P} was late."
        assert hidden(f"They met {written}.") == f"They met {P}."


@given(first_names, surnames)
def test_an_everyday_surname_is_known_in_small_letters(first: str, last: str) -> None:
    """From a line that nobody gave capital letters; the word itself stays where it is one."""
    name = f"{first} {last}".lower()
    assert names_in(name) == (name,)
    assert without_names((name,))(f"We met {name}; {last}") == f"We met {P}; {last}"


@given(st.lists(surnames, min_size=2, max_size=3))
def test_what_only_describes_somebody_tears_no_words_out(words: list[str]) -> None:
    """Also where a plan names them so: "my critical friend"."""
    hidden = without_names((f"my {' '.join(words)}",))
    for word in words:
        sentence = f"{word.title()} talk, and {word}."
        assert hidden(sentence) == sentence


@given(st.lists(st.sampled_from(sorted(EVERYDAY)), min_size=1, max_size=4), st.integers(1, 99))
def test_everyday_words_name_nobody(words: list[str], number: int) -> None:
    """In small letters or in large ones, beside a figure or not."""
    line = " ".join(words)
    for written in (line, line.title(), f"{line} {number}", f"{line} {number}b".title()):
        assert names_in(written) == ()


def test_an_initial_with_the_other_name_is_a_name() -> None:
    """As addresses are made; not where an ordinary word is made so, or it is as short as one."""
    hide = without_names(["Zebulon Quark", "Tim Rain", "Mia Lee"])
    for text in ("zquark", "ZQuark", "zebulonq"):
        assert hide(f"by {text}, today") == "by a participant, today"
    for text in ("by train", "mlee"):
        assert hide(text) == text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ana-Cem", "a participant-a participant"),
        ("Cem Ana", "a participant a participant"),
        ("Quintero Ana", "a participant"),
        ("Ana_Quintero.pdf", "a participant.pdf"),
        ("We miss Ana", "We miss a participant"),
        ("Miss Ana and mrs quintero", "a participant and a participant"),
        ("OʼBrien", "a participant"),
        ("Lukasz, LUKASZ", "a participant, a participant"),
        ("Soren, Søren", "a participant, a participant"),
        ("Isik, ISIK, ışık, IŞIK", "a participant, a participant, a participant, a participant"),
        ("Thordur and Strasse", "a participant and a participant"),
    ],
)
def test_each_person_stands_alone_however_their_letters_are_typed(text: str, told: str) -> None:
    """Two people stay two; a title has its capital letter; letters of one language are plain in
    another."""
    names = ("Ana Quintero", "Cem Ünal", "Seán O'Brien", "Łukasz Żak", "Søren Ax", "İpek Işık")
    assert without_names((*names, "Þorður Jóns", "Ida Straße"))(text) == told
