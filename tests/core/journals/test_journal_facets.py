"""What entries can be filtered by, whatever shape they are of."""

from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.journals.entries import KINDS
from facilitui.core.journals.journal_facets import LONGEST_SHOWN, NAMED, Facet, Facets, facets_of
from facilitui.core.search import folded
from facilitui.core.sessions.session_digest import SessionDigest
from tests.core.making import HOSTILE
from tests.core.strategies import json_values, texts

FIELDS = (
    *("my_role", "role", "with_whom", "giver", "lens", "credit", "goal", "judgements", "asked"),
    *("captures", "scores", "withdrawn"),
)
inner = st.dictionaries(
    st.sampled_from(["goal", "text", "goals", "criterion", "name"]), json_values, max_size=4
)
bodies = st.dictionaries(
    st.sampled_from(FIELDS), json_values | texts | st.lists(inner | json_values, max_size=3)
)
NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)


def digest(**fields: Any) -> SessionDigest:
    empty: dict[str, Any] = {"led": (), "goals": (), "protocols": (), "lines": ()}
    return cast(SessionDigest, SimpleNamespace(**{**empty, **fields}))


def of(body: dict[str, Any], kind: str = "debrief", **fields: Any) -> Facets:
    return facets_of(kind, body, NOON, digest(**fields) if fields else None)


@given(st.sampled_from([*KINDS, "sketch"]) | texts, bodies)
def test_every_body_can_be_filtered(kind: str, body: dict[str, Any]) -> None:
    """Each value that is offered is short, in one line, harmless, and finds the entry."""
    found = facets_of(kind, body, None, None)
    assert found.day == ""
    for name in NAMED:
        facet: Facet = getattr(found, name)
        for value in facet.values:
            assert value == " ".join(value.split()) and len(value) <= LONGEST_SHOWN
            assert not set(value) & {"\x1b", "\ud800"}
            assert " ".join(folded(value).split()) in facet.folded


def test_a_debrief_with_its_session() -> None:
    """Role, people, goals and protocols; who led is nobody where only a part is told."""
    body = {
        "my_role": "co_facilitator",
        "with_whom": "Jürgen Groß, and the principal",
        "lens": "Çağla",
        "judgements": [{"goal": "g1", "text": "Ask what they notice"}],
        "captures": [{"goals": ["g1", "g9"]}, {"goal": "g8"}],
    }
    found = of(
        body,
        led=(("", 9.0), ("Facilitator", 4.0), ("María", 3.0)),
        goals=(("g2", "Wait longer"),),
        protocols=(("tuning", "Tuning Protocol"),),
    )
    assert found.role == Facet(("co-facilitator",), "co-facilitator\nco_facilitator")
    assert found.person.values == ("Jürgen Groß", "María", "Çağla")
    assert "jurgen gross, and the principal" in found.person.folded
    assert found.goal.values == ("Wait longer", "Ask what they notice", "g9", "g8")
    assert {"g1", "g2", "g8", "g9"} <= set(found.goal.folded.split("\n"))
    assert found.protocol == Facet(("Tuning Protocol",), "tuning protocol\ntuning")
    assert found.kind == Facet(("debrief",), "debrief\ndebriefs")
    assert (found.day, found.criterion) == ("2026-11-03", Facet())


@pytest.mark.parametrize(
    ("kind", "body", "name", "values"),
    [
        ("observation", {"giver": "Dr. İpek Şen", "role": "mentor"}, "person", ("Dr. İpek Şen",)),
        ("observation", {"giver": "x", "role": "mentor"}, "role", ("mentor",)),
        ("answer", {"giver": "x", "text": "y"}, "role", ("mentor",)),
        ("attachment", {"credit": "Ana", "goal": "g1"}, "goal", ("g1",)),
        ("attachment", {"credit": "Ana"}, "person", ("Ana",)),
        ("scores", {"scores": [{"criterion": "c", "name": "Craft"}]}, "criterion", ("Craft",)),
        ("scores", {"withdrawn": [{"criterion": "c"}]}, "criterion", ("c",)),
        ("scores", {}, "kind", ("self-scores",)),
        ("sketch", {}, "kind", ("sketch",)),
        ("debrief", {"with_whom": "the principal"}, "person", ("the principal",)),
        ("debrief", {"planned_with": [{"person": "Kim"}, {"role": "staff"}]}, "person", ("Kim",)),
        ("debrief", {"planned_with": [3, {"person": [1]}]}, "person", ()),
        ("debrief", {"my_role": "wizard"}, "role", ("wizard",)),
        ("debrief", {"my_role": ["x"], "scores": [3, {"criterion": {}}]}, "criterion", ()),
        ("feedback", {"asked": [{"goal": "g", "text": HOSTILE}]}, "goal", None),
    ],
)
def test_each_kind(kind: str, body: dict[str, Any], name: str, values: Any) -> None:
    """What nobody named as a name is offered as it stands; what is no text is nothing."""
    found = getattr(of(body, kind), name).values
    assert found == values if values is not None else len(found) == 1


def test_a_long_goal_is_offered_as_far_as_whole_words_go() -> None:
    """Its beginning finds it, and all of it is found."""
    goal = of({"judgements": [{"goal": "g", "text": "wait and listen " * 20}]}).goal
    assert (
        goal.values == ("wait and listen wait and listen wait and listen wait and",)
        and len(goal.folded) > 300
    )


def test_the_same_values_are_kept_once() -> None:
    """Ten thousand entries name the same few people."""
    assert of({"giver": "Ana Lee"}).person is of({"giver": "Ana Lee", "door": True}).person
