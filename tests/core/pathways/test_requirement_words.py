"""What a pathway asks for is told in words: one line, in numbers only where there are any."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.debriefs.debrief_words import ObservationMode, Partner, Support
from facilitui.core.pathways.enrolment import PriorityAreas
from facilitui.core.pathways.pathway import Cycles, Pathway
from facilitui.core.pathways.requirement_words import (
    NO_AREAS,
    NO_NUMBER,
    WISHED,
    asked,
    cycles_told,
    field_told,
    pathway_told,
    rule,
)
from facilitui.core.pathways.requirements import LogField, ScoreGate
from facilitui.core.safe_text import line
from facilitui.core.vocabulary import Mode, Role

Data = dict[str, Any]
FIELDS = [{"id": "what", "ask": "What?"}]
PARTS = [{"id": "a", "name": "Plan"}, {"id": "b", "name": "Do"}, {"id": "c", "name": "Act"}]
OTHERS: list[Data] = [
    {"kind": "log", "id": "problem", "text": "Name a problem", "fields": FIELDS, "wished": True},
    {"kind": "attestation", "id": "course", "text": "Complete the course"},
    {"kind": "attestation", "id": "form", "text": "Fill in the form"},
]
LISTS: Data = {
    "checklists": [{"id": "weeks", "name": "Weeks", "items": [{"id": "one", "text": "One"}]}],
    "documents": [{"id": "paper", "name": "Paper", "parts": PARTS}],
    "cycles": {"name": "Round", "count": 3, "parts": PARTS},
}


def told(kind: str, *, priority: tuple[str, ...] = (), **keys: Any) -> str:
    """The words for one requirement of a group's pathway."""
    requirement = {"kind": kind, "id": "it", "text": "It", **keys}
    pathway = Pathway.model_validate(
        {
            **{"id": "p", "name": "P", "programme": "Ours", "source": "Nowhere"},
            **{"holder": "group", "rubric": {"priority": priority}, **LISTS},
            "phases": [{"id": "one", "name": "One", "requirements": [requirement, *OTHERS]}],
        }
    )
    return asked(pathway.phases[0].requirements[0], pathway)


EACH_KIND: list[tuple[str, Data, str]] = [
    ("sessions", {"roles": ["apprentice"]}, f"sessions as apprentice; {NO_NUMBER}"),
    (
        "sessions",
        {"count": 1, "modes": ["online", "hybrid"], "support_at_most": "1"},
        "1 online or hybrid session with a little support at most",
    ),
    ("planning", {"count": 2}, "2 sessions planned together with staff"),
    (
        "debriefs",
        {"partners": ["peers", "mentor"], "led": True},
        f"debriefs with peers or a mentor, led by oneself; {NO_NUMBER}",
    ),
    (
        "observations",
        {"count": 2, "modes": ["live", "recorded"]},
        "2 observations with staff feedback, live or recorded, in this phase",
    ),
    ("observations", {"count": 1, "roles": []}, "1 observation with feedback, in this phase"),
    (
        "scores",
        {"at_least": 3, "one_at_least": 4, "priority": ("listening",)},
        "every priority area (listening) at 3 or higher, and at least one at 4 or higher; "
        "the latest staff score of each in this phase",
    ),
    (
        "scores",
        {"at_least": 3},
        f"every priority area at 3 or higher; the latest staff score of each in this phase; "
        f"{NO_AREAS}",
    ),
    (
        "scores",
        {"at_least": 2, "areas": ["pace", "voice"], "roles": []},
        "each of the areas pace and voice at 2 or higher; the latest score of each in this phase",
    ),
    (
        "feedback",
        {"shows": ["effect", "growth"], "count": 2},
        "participants' feedback of 2 sessions that shows effective facilitation and their growth",
    ),
    ("log", {"fields": FIELDS, "per": "school"}, f"log entries for each school; {NO_NUMBER}"),
    ("log", {"fields": FIELDS, "current": True}, "a statement; the newest counts"),
    (
        "log",
        {"fields": FIELDS, "count": 1, "upon": "problem"},
        "1 log entry, each resting on an entry under “Name a problem”",
    ),
    ("log", {"fields": FIELDS, "current": True, "count": 1}, "a statement; the newest counts"),
    (
        "evidence",
        {"per": "part", "count": 1},
        "1 piece of evidence: a file, a link or words; for each part of each cycle",
    ),
    ("check_ins", {"per": "cycle", "count": 1}, "1 check-in for each cycle"),
    ("attestation", {}, "a day; a note is optional"),
    (
        "attestation",
        {"beside_sessions": True},
        "a day; a note is optional; how many sessions the journal holds is told beside it",
    ),
    (
        "attestation",
        {"parts": ["Asked", "Agreed"], "by_programme": True},
        "the programme's word, with its day for each of: Asked, Agreed",
    ),
    (
        "credential",
        {"forms": ["Digital"]},
        "a credential with its day, and its file or link, in each form: Digital",
    ),
    (
        "document",
        {"document": "paper", "per": "member"},
        "the document “Paper”, 3 parts; for each member",
    ),
    ("deadline", {}, "by a day that the programme sets"),
    ("deadline", {"on": "2016-02-15", "months": 12}, "by 15 Feb 2016, and again every 12 months"),
    ("deadline", {"months": 1}, "by a day that the programme sets, and again every month"),
    ("checklist", {"checklist": "weeks"}, "the checklist “Weeks”, 1 item"),
]


@pytest.mark.parametrize(("kind", "keys", "words"), EACH_KIND)
def test_each_kind_says_what_asks_what(kind: str, keys: Data, words: str) -> None:
    """In whole words, with the number where one is printed."""
    assert told(kind, **keys) == words


def test_what_it_depends_on_is_told() -> None:
    """Opportunities, what has to come before, what is met with it, what is only wished."""
    said = told(
        *["attestation"], needs=["form"], instead_of="course", by_opportunity=True, wished=True
    )
    assert said == (
        "a day; a note is optional; as opportunities come; only after “Fill in the form”; "
        f"once it is met, so is “Complete the course”; {WISHED}"
    )


def one_of(*words: Any) -> st.SearchStrategy[list[Any]]:
    """Some of these words, each once."""
    return st.lists(st.sampled_from(words), unique=True, max_size=3)


NAMES = st.text(min_size=1, max_size=20).filter(str.strip)
KINDS: dict[str, Data] = {
    "sessions": {
        "roles": one_of(*Role),
        "modes": one_of(*Mode),
        "support_at_most": st.none() | st.sampled_from(Support),
    },
    "planning": {"roles": one_of(*Role)},
    "debriefs": {"partners": one_of(*Partner), "led": st.booleans()},
    "observations": {"roles": one_of(*Role), "modes": one_of(*ObservationMode)},
    "feedback": {"shows": st.just(["effect"]) | st.just(["growth", "effect"])},
    "log": {"fields": st.just(FIELDS)},
    "evidence": {},
    "check_ins": {},
    "attestation": {
        "parts": st.lists(NAMES, unique=True, max_size=3),
        "by_programme": st.booleans(),
    },
    "credential": {"forms": st.lists(NAMES, unique=True, max_size=3)},
    "document": {"document": st.just("paper")},
    "deadline": {"on": st.none() | st.dates(), "months": st.none() | st.integers(1, 120)},
    "checklist": {"checklist": st.just("weeks")},
    "scores": {"at_least": st.integers(1, 9), "roles": one_of(*Role)},
}
NUMBERED = {"sessions", "planning", "debriefs", "observations", "feedback", "log", "evidence"}
NUMBERED |= {"check_ins"}
CYCLED = {"log", "evidence", "check_ins"}
"""Kinds that may be asked for each part of each cycle, having no parts of their own."""
ANEW = CYCLED | {"attestation", "credential", "document", "checklist"}
"""Kinds that may be asked for anew."""
FOREIGN = {"attestation", "credential"}
"""Kinds that tell a file's own words."""


@given(st.data())
def test_a_number_is_told_if_there_is_one_and_never_made_up(data: st.DataObject) -> None:
    """Of any requirement: in one harmless line, and without one it is said that there is none."""
    kind = data.draw(st.sampled_from(sorted(KINDS)))
    count = data.draw(st.none() | st.integers(201, 999)) if kind in NUMBERED else None
    wished = data.draw(st.booleans())
    keys = data.draw(st.fixed_dictionaries(KINDS[kind]))
    pers = [*["cycle", "school", "member"] * (kind in ANEW), *["part"] * (kind in CYCLED)]
    per = data.draw(st.sampled_from([None, *pers]))
    said = told(kind, count=count, wished=wished, per=per, **keys)
    assert said == line(said)
    assert kind in FOREIGN or ("None" not in said and "  " not in said and said.strip() == said)
    assert count is None or str(count) in said
    assert (NO_NUMBER in said) == (kind in NUMBERED and count is None and not wished)
    assert (WISHED in said) == wished
    assert (NO_AREAS in said) == (kind == "scores")


@given(st.integers(1, 9), st.none() | st.integers(1, 9))
def test_the_rule_names_every_level(least: int, one: int | None) -> None:
    """The level of all and, where there is one, that of at least one."""
    gate = ScoreGate(kind="scores", id="s", text="S", at_least=least, one_at_least=one)
    assert f"at {least} or higher" in rule(gate)
    assert ("at least one" in rule(gate)) == (one is not None)


def test_the_rule_tells_areas_by_what_they_are_called() -> None:
    """Whether the file names them itself, or somebody entered them as priorities."""
    known = PriorityAreas(
        areas=("a", "b"), names={"a": "Asking"}, source="Her mail", on=date(2026, 3, 1)
    )
    gate = ScoreGate(kind="scores", id="s", text="S", at_least=3)
    assert rule(gate, known).startswith("every priority area (Asking and b) at 3 or higher; ")
    several = known.model_copy(update={"names": {"a": "Asking, and waiting", "b": "Pace"}})
    assert rule(gate, several).startswith("every priority area (Asking, and waiting; Pace) at 3 ")
    own = gate.model_copy(update={"areas": ("a", "b")})
    assert rule(own, several).startswith("each of the areas (Asking, and waiting; Pace) at 3 or ")
    one = gate.model_copy(update={"areas": ("a",)})
    alone = several.model_copy(update={"areas": ("a",)})
    assert rule(one, alone).startswith("the area Asking, and waiting at 3 or higher; ")
    assert rule(own, known).startswith("each of the areas Asking and b at 3 or higher; ")


@pytest.mark.parametrize(
    ("takes", "words"),
    [
        ("number", "How? (a number)"),
        ("time", "How? (a time)"),
        ("link", "How? (a link)"),
        ("line", "How?"),
    ],
)
def test_what_a_field_takes_is_told_where_its_question_may_not(takes: str, words: str) -> None:
    """A number, a time of day, a link; whatever else is seen when it is asked."""
    field = LogField.model_validate({"id": "f", "ask": "How?", "type": takes})
    assert field_told(field) == words
    assert field_told(field.model_copy(update={"optional": True})) == f"{words} (optional)"
    private = field_told(field.model_copy(update={"private": True}))
    assert private == f"{words} (stays out of every paper)"


@given(NAMES, st.lists(NAMES, max_size=4))
def test_hostile_text_is_harmless(text: str, choices: list[str]) -> None:
    """Whatever a file calls its fields, the parts of its cycles, itself."""
    field = field_told(LogField(id="f", ask=text, choices=tuple(choices), optional=True))
    assert field == line(field) and field.endswith("(optional)")
    parts = tuple({"id": f"c{at}", "name": text} for at in range(2))
    cycles = Cycles.model_validate({"name": "Round", "count": 1, "parts": parts})
    assert cycles_told(cycles) == line(cycles_told(cycles))
    assert cycles_told(cycles).startswith("1 round, each made of ")


def test_a_pathway_is_told_in_a_line() -> None:
    """Whose it is, its size, its version, and whether it is one's own."""
    pathway = Pathway.model_validate(
        {
            **{"id": "p", "name": "P", "programme": "Ours", "source": "Nowhere", "version": "7"},
            "phases": [{"id": "one", "name": "One", "requirements": OTHERS}],
        }
    )
    size = "one person, 1 phase, 3 requirements, version 7"
    assert pathway_told(pathway, own=True) == f"{size}, your own"
    assert pathway_told(pathway, own=False) == f"{size}, shipped"
