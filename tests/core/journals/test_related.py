"""What belongs to an entry: found by what entries name, whatever shape they have."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.journals import related as r
from facilitui.core.journals.related import related
from facilitui.core.privacy.purging import BLANK
from facilitui.core.sealing import canonical

Documents = dict[str, dict[str, Any]]


def document(entry: str, kind: str, **body: Any) -> dict[str, Any]:
    """One as the journal has it, as far as that matters."""
    return {"id": entry, "kind": kind, "body": canonical(body), "rev": 1}


def those(*documents: dict[str, Any]) -> Documents:
    """By their ids."""
    return {each["id"]: each for each in documents}


def reasons(entry: str, newest: Documents) -> dict[str, tuple[str, ...]]:
    """What belongs to an entry, by the reason."""
    return {each.why: each.ids for each in related(newest[entry], newest)}


JOURNAL = those(
    document("debrief-a", "debrief", session="a", plan="tuning.toml"),
    document("debrief-a--ana", "debrief", session="a", plan="tuning.toml", lens="Ana"),
    document("o", "observation", session="a", giver="Ben"),
    document("debrief-b", "debrief", session="b", earlier=[{"entry": "debrief-a", "text": "wait"}]),
    document("debrief-c", "debrief", session="c", plan="tuning.toml"),
    document("debrief-c--ana", "debrief", session="c", plan="tuning.toml", lens="Ana"),
    document("q", "question", about="debrief-a", session="a"),
    document("w", "answer", to="q", about="debrief-a"),
    document("g", "growth", steps=[{"entry": "o", "text": "waits"}, {"entry": "debrief-b"}]),
    document("x", "sketch", text="debrief-a tuning.toml"),
)


def test_a_debrief_leads_to_all_that_came_of_it() -> None:
    """Its session, what became of its promises, questions with their answers, its plan's runs."""
    assert reasons("debrief-a", JOURNAL) == {
        r.SESSION: ("debrief-a", "debrief-a--ana", "o"),
        r.BECAME: ("debrief-b",),
        r.ASKED: ("q", "w"),
        r.RUNS: ("debrief-c",),
    }


def test_an_enrolment_leads_to_all_that_was_logged_for_it() -> None:
    """And to who takes part; each of these back to it, and to what it rests on."""
    journal = those(
        document("enrolment-a", "enrolment", name="North", session=""),
        document("log_entry-1", "log_entry", enrolment="enrolment-a", session="s"),
        document("log_entry-2", "log_entry", enrolment="enrolment-a", upon="log_entry-1"),
        document("roster-enrolment-a", "roster", enrolment="enrolment-a"),
        document("debrief-s", "debrief", session="s"),
    )
    assert reasons("enrolment-a", journal) == {
        r.TAKE_PART: ("roster-enrolment-a",),
        r.LOG: ("log_entry-1", "log_entry-2"),
    }
    assert reasons("log_entry-1", journal) == {
        r.SESSION: ("log_entry-1", "debrief-s"),
        r.FOR: ("enrolment-a",),
        r.LOG: ("log_entry-2",),
    }
    assert reasons("log_entry-2", journal) == {r.FOR: ("enrolment-a", "log_entry-1")}
    assert reasons("roster-enrolment-a", journal) == {r.FOR: ("enrolment-a",)}


def test_of_what_was_purged_nothing_is_told() -> None:
    """Another entry still names it; why, nothing says any more."""
    blank = {**JOURNAL["debrief-a"], **BLANK}
    assert "debrief-b" in {each for part in reasons("debrief-a", JOURNAL).values() for each in part}
    assert reasons("debrief-a", {**JOURNAL, "debrief-a": blank}) == {}


def test_each_leads_back() -> None:
    """To where something was promised, to what was asked about, to what shows a goal."""
    assert reasons("debrief-b", JOURNAL)[r.PROMISED] == ("debrief-a",)
    assert reasons("debrief-b", JOURNAL)[r.SHOWS] == ("g",)
    assert reasons("q", JOURNAL)[r.ABOUT] == ("debrief-a",)
    assert reasons("w", JOURNAL)[r.ABOUT] == ("debrief-a", "q")
    assert reasons("g", JOURNAL) == {r.SHOWN_BY: ("o", "debrief-b")}


def test_an_observation_goes_by_the_plan_of_its_sessions_debrief() -> None:
    """It names none itself."""
    assert reasons("o", JOURNAL)[r.RUNS] == ("debrief-c",)
    assert r.SHOWS in reasons("o", JOURNAL)


def test_what_only_has_the_same_words_does_not_belong() -> None:
    """Nor does what has no session belong to the others that have none."""
    assert not any("x" in ids for ids in reasons("debrief-a", JOURNAL).values())
    alone = those(document("a", "sketch", text="one"), document("b", "sketch", text="two"))
    assert reasons("a", alone) == {}


SHAPES = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.sampled_from(("", "a", "b", "é", "s")),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(("entry", "text")), inner, max_size=2)
    ),
    max_leaves=6,
)
BODIES = st.dictionaries(
    st.sampled_from(("session", "plan", "about", "to", "earlier", "steps", "lens")), SHAPES
)
KINDS = st.sampled_from(
    ("debrief", "question", "answer", "growth", "observation", "log_entry", "roster", "sketch")
)


@given(st.lists(st.tuples(KINDS, BODIES), min_size=1, max_size=5))
def test_any_shape_is_gone_through_and_nobody_is_told_twice(
    found: list[tuple[str, dict[str, Any]]],
) -> None:
    """Each entry for one reason at most, itself only among those of its session."""
    newest = those(*(document("abcdeé"[n], kind, **body) for n, (kind, body) in enumerate(found)))
    for entry in newest:
        groups = related(newest[entry], newest)
        ids = [each for group in groups for each in group.ids]
        assert len(ids) == len(set(ids))
        assert all(entry not in group.ids for group in groups if group.why != r.SESSION)
        assert [group.why for group in groups] == [
            w for w in r.ORDER if w in reasons(entry, newest)
        ]
