"""Commitments: what was promised stays open until a plan says what became of it."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.debriefs.commitments import (
    as_told,
    not_carried,
    open_commitments,
    outlooks,
    told_in,
    without_verdict,
)
from facilitui.core.debriefs.debrief import Commitment, Debrief, Earlier
from facilitui.core.plans.plan import Plan
from facilitui.core.plans.plan_parts import Carried
from facilitui.core.plans.plan_words import Outlook
from tests.core.strategies import texts

DUE = date(2026, 12, 9)


def debrief(text: str, due: date | None = DUE) -> Debrief:
    return Debrief(commitments=(Commitment(text=text, due=due),))


def carrying(*carried: Carried) -> Plan:
    return Plan(carried=carried)


def promised(text: str = "Count to five", entry: str = "e1", **fields: object) -> Carried:
    return Carried.model_validate({"text": text, "entry": entry, "due": DUE, **fields})


def test_what_a_debrief_promised_is_open() -> None:
    """With its date and its entry; an empty promise is none."""
    found = open_commitments([("e1", debrief(" Count to five ")), ("e2", debrief("  "))], [])
    assert found == (promised(),)


def test_the_soonest_is_first_and_one_without_a_date_last() -> None:
    """So that what is due is seen first."""
    debriefs = [("a", debrief("a", None)), ("b", debrief("b")), ("c", debrief("c", date.min))]
    assert [each.text for each in open_commitments(debriefs, [])] == ["c", "b", "a"]


def test_a_plan_settles_a_commitment_for_good() -> None:
    """Kept, kept in part or let go in any plan; a later copy that says open changes nothing."""
    said = [("e1", debrief("Count to five"))]
    for outlook in (Outlook.KEPT, Outlook.PARTLY, Outlook.DROPPED):
        assert open_commitments(said, [carrying(promised(outlook=outlook)), Plan()]) == ()
        settled = [carrying(promised(outlook=outlook)), carrying(promised())]
        assert open_commitments(said, settled) == ()
    assert open_commitments(said, [carrying(promised())]) == (promised(),)


def test_a_later_debrief_settles_a_commitment_everywhere() -> None:
    """Also one that only answers, whatever a plan still says; another person's settles nothing."""
    said = ("e1", debrief("Count to five"))
    for outlook in Outlook:
        earlier = (Earlier(entry="e1", text=" Count  to five", outlook=outlook),)
        later = Debrief(earlier=earlier)
        left = () if outlook is not Outlook.OPEN else (promised(),)
        assert open_commitments([said, ("e2", later)], []) == left
        assert open_commitments([said], [carrying(promised())], [later]) == left
        theirs = later.model_copy(update={"lens": "Ben"})
        assert open_commitments([said, ("e2", theirs)], [], [theirs]) == (promised(),)


def test_a_plan_is_told_what_debriefs_say_became_of_what_it_comes_back_to() -> None:
    """The last held counts, the plan's own word goes before; what is written alone says nothing."""
    named = ("kept", "open", "own")
    plan = carrying(
        *(promised(text) for text in named[:2]), promised("own", outlook=Outlook.DROPPED)
    )

    def said(day: int, outlook: Outlook, lens: str = "") -> Debrief:
        earlier = tuple(Earlier(entry="e1", text=f" {text}", outlook=outlook) for text in named)
        held = datetime(2026, 12, day, tzinfo=UTC)
        kept = earlier if outlook is Outlook.PARTLY else (earlier[0], earlier[2])
        return Debrief(earlier=kept, held_at=held, lens=lens)

    theirs = said(3, Outlook.PARTLY, "Ben")
    told = told_in([said(2, Outlook.KEPT), said(1, Outlook.DROPPED), theirs])
    shown = as_told(plan, told)
    assert [each.outlook for each in shown.carried] == [
        Outlook.KEPT,
        Outlook.OPEN,
        Outlook.DROPPED,
    ]
    assert outlooks(shown.carried) == "1 open, 1 kept, 1 let go" and outlooks(()) == ""
    assert as_told(shown, {}) is shown
    happened = (Earlier(text=" a ", happened="x"), Earlier(text="b", happened=" "))
    settled = Earlier(text="c", happened="x", outlook=Outlook.KEPT)
    assert without_verdict((*happened, settled)) == ("a",)


def test_what_another_person_promised_is_theirs() -> None:
    """A second lens on a session adds nothing to what is open."""
    theirs = debrief("Ask Ben").model_copy(update={"lens": "Ben"})
    assert open_commitments([("e1", theirs)], []) == ()


def test_what_the_last_plan_carries_is_still_open() -> None:
    """Also what was typed there by hand; what an earlier plan carried and the last one does not
    is not brought back."""
    by_hand = promised("Ask Ben", "")
    assert open_commitments([], [Plan(), carrying(by_hand)]) == (by_hand,)
    assert open_commitments([], [carrying(by_hand), Plan()]) == ()


def test_a_revised_promise_takes_the_place_of_the_old_words() -> None:
    """One entry has one commitment; settling the old words does not settle the new ones."""
    said = [("e1", debrief("Count to seven"))]
    assert open_commitments(said, [carrying(promised())]) == (promised("Count to seven"),)
    kept = carrying(promised(outlook=Outlook.KEPT))
    assert open_commitments(said, [kept]) == (promised("Count to seven"),)


carried = st.builds(
    Carried,
    text=texts,
    entry=st.sampled_from(["", "a", "b"]),
    outlook=st.sampled_from(list(Outlook)),
)


@given(
    st.lists(st.tuples(st.sampled_from(["a", "b", "c" * 400]), st.builds(debrief, texts))),
    st.lists(st.lists(carried, max_size=3).map(lambda found: carrying(*found)), max_size=3),
)
def test_nothing_is_offered_twice_or_after_it_was_settled(
    debriefs: list[tuple[str, Debrief]], plans: list[Plan]
) -> None:
    """Whatever was typed: each is open, has words, and is there once."""
    found = open_commitments(debriefs, plans)
    keys = [(each.entry, " ".join(each.text.split())) for each in found]
    settled = {
        (each.entry, " ".join(each.text.split()))
        for plan in plans
        for each in plan.carried
        if each.outlook is not Outlook.OPEN
    }
    assert len(set(keys)) == len(keys)
    assert not settled & set(keys)
    assert all(each.outlook is Outlook.OPEN and each.text.strip() for each in found)
    assert not_carried(carrying(*found), found) == ()
    assert not_carried(Plan(), found) == found
