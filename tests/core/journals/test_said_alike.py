"""Revisions of enrolments that come to the same are no rivals, in whichever order they say it."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.base import Record
from facilitui.core.journals.journal import Document, make_document
from facilitui.core.journals.revising import REASON
from facilitui.core.journals.rivals import rivals
from facilitui.core.journals.said_alike import _IN_ANY_ORDER, comes_to
from facilitui.core.pathways import enrolment, log_entry, roster
from facilitui.core.pathways.case_reducing import agree
from facilitui.core.pathways.enrolment import Enrolment, OwnRule, PriorityAreas, Serves, SetAside
from facilitui.core.sealing import GENESIS
from tests.core.making import START
from tests.core.pathways import kept

DAY = date(2026, 11, 3)
IDS = "abcd"
FULL = kept.enrolment(
    areas=tuple(
        PriorityAreas(areas=(each,), source="Her mail", on=DAY + timedelta(days=n))
        for n, each in enumerate(IDS)
    ),
    aside=tuple(SetAside(requirement=each, reason="No room.", on=DAY) for each in IDS),
    rules=tuple(OwnRule(requirement=each, at_least=2, source="Call", on=DAY) for each in IDS),
    serves=tuple(Serves(key=each, counts=each > "b") for each in IDS),
)


def fields_of(record: type[Record]) -> frozenset[str]:
    """What a record keeps."""
    return frozenset(record.model_fields)


def revision(said: Enrolment, last: Document | None = None, minutes: int = 0) -> Document:
    """A revision of the one enrolment."""
    return make_document(
        entry_id="enrolment-1",
        kind=enrolment.KIND,
        body=said.model_dump(mode="json"),
        made_at=START + timedelta(minutes=minutes),
        salt=f"{minutes:032x}",
        last=last,
        after=GENESIS,
    )


def on_two_machines(one: Enrolment, other: Enrolment) -> list[Document]:
    """Both over the same first revision."""
    first = revision(Enrolment(name="Mia"))
    return [first, revision(one, first, 1), revision(other, first, 2)]


def do_agree(documents: list[Document]) -> bool:
    """Whether the two sides come to the same for whoever tells from them."""
    return agree(documents[1:], lambda moment, zone: None)


@given(st.sampled_from(["areas", "aside", "rules", "serves"]), st.permutations(range(len(IDS))))
def test_in_another_order_of_its_lists_it_comes_to_the_same(name: str, order: list[int]) -> None:
    """Nobody is asked to settle it, whatever either says of why it was made."""
    rows = getattr(FULL, name)
    other = FULL.model_copy(update={name: tuple(rows[n] for n in order), REASON: "another deed"})
    both = on_two_machines(FULL, other)
    assert rivals(both) == () and do_agree(both)


@pytest.mark.parametrize("name", ["areas", "aside", "rules", "serves"])
def test_what_lacks_or_differs_is_a_conflict(name: str) -> None:
    """However much else is the same."""
    both = on_two_machines(FULL, FULL.model_copy(update={name: getattr(FULL, name)[1:]}))
    assert rivals(both) == (both[2], both[1]) and not do_agree(both)


def test_where_the_order_means_something_it_is_a_conflict() -> None:
    """The phases, and of areas designated on one day those that were entered last."""
    one_day = tuple(each.model_copy(update={"on": DAY}) for each in FULL.areas)
    for name, rows in (("areas", one_day), ("entered", kept.enrolment().entered * 2)):
        one = FULL.model_copy(update={name: rows})
        turned = rows[::-1] if name == "areas" else rows[1:]
        both = on_two_machines(one, one.model_copy(update={name: turned}))
        assert rivals(both) and not do_agree(both)


def test_the_lists_are_those_of_the_records() -> None:
    """By the names of the kinds, the lists and the fields that their rows go by."""
    records: dict[str, Any] = {
        enrolment.KIND: Enrolment,
        roster.KIND: roster.Roster,
        log_entry.KIND: log_entry.LogEntry,
    }
    assert {*records} == {*_IN_ANY_ORDER}
    rows: dict[str, type[Record]] = {
        "areas": PriorityAreas,
        "aside": SetAside,
        "rules": OwnRule,
        "serves": Serves,
    }
    for kind, lists in _IN_ANY_ORDER.items():
        assert {*lists} <= {*records[kind].model_fields}
        assert all(field in fields_of(rows[name]) for name, field in lists.items())


def test_what_another_kind_says_is_compared_as_it_stands() -> None:
    """Its reason too: of a debrief somebody has to settle it."""
    body = json.dumps({"learned": "x", REASON: "a slip"})
    assert comes_to("debrief", body) is body


@given(
    st.sampled_from([*_IN_ANY_ORDER, "debrief", "", None]),
    st.one_of(
        st.none(),
        st.text(),
        st.sampled_from(["[" * 100_000, '{"areas": NaN}', '{"aside": [1, {}]}', "[]", "{}"]),
        st.dictionaries(
            st.sampled_from(["areas", "aside", "serves", "x"]),
            st.recursive(st.none() | st.text() | st.floats(), st.lists),
        ).map(json.dumps),
    ),
)
def test_whatever_shape_it_has_it_comes_to_something(kind: Any, body: Any) -> None:
    """A journal may hold anything; what cannot be read is compared as it stands."""
    assert isinstance(comes_to(kind, body), str | None)
