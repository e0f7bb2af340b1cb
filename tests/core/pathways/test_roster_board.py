"""The roster by school and role, with the roles that nobody has (D-17)."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.pathways.log_entry import LogEntry, Slot
from facilitui.core.pathways.members import persons
from facilitui.core.pathways.roster import RosterMember
from facilitui.core.pathways.roster_board import RosterBoard, role_told, roster_board
from tests.ui.community import MEMBERS, community
from tests.ui.pathways import GROUP

PROGRESS = community().one(GROUP).progress
assert PROGRESS is not None


def board(*members: RosterMember, logged: tuple[LogEntry, ...] = ()) -> RosterBoard:
    """The roster of these."""
    assert PROGRESS is not None
    return roster_board(PROGRESS, members, logged)


ROLES = st.sampled_from(("", "leader", "staff", "Data coach", "[/b]"))
SOMEBODY = st.builds(
    RosterMember,
    id=st.uuids().map(str),
    name=st.just("Ana"),
    role=ROLES,
    school=st.sampled_from(("north", "south", "", "gone")),
    left=st.booleans(),
)


@given(st.lists(SOMEBODY))
def test_everybody_stands_in_one_place(members: list[RosterMember]) -> None:
    """At their school, or among those of none that the enrolment knows."""
    made = board(*members)
    assert sorted(m.id for each in made.together for m in each.members) == sorted(
        m.id for m in members
    )
    assert made.here + made.left == len(persons(members)) and made.is_empty == (not members)
    has = {each.role for each in members if not each.left}
    assert not {each.id for each in made.open_roles} & has


def test_a_role_of_somebody_who_left_is_open_again() -> None:
    """Who takes part no more has none of the pathway's roles."""
    one = RosterMember(id="1", name="Ana", role="staff")
    assert "staff" not in {each.id for each in board(one).open_roles}
    gone = one.model_copy(update={"left": True})
    assert "staff" in {each.id for each in board(gone).open_roles}


def test_roles_are_called_as_the_pathway_calls_them() -> None:
    """What is none of its own is told as it was written."""
    assert PROGRESS is not None
    assert role_told(PROGRESS.pathway, "leader") == "District or school leader"
    assert role_told(PROGRESS.pathway, "Data coach") == "Data coach"
    assert [m.name for m in board(*MEMBERS).together[0].members] == ["Ben Okoro", "Zoë Ahmed"]


def test_ids_without_a_name_are_counted() -> None:
    """As after a purge, when the log names people that nobody can tell any more."""
    entry = LogEntry(enrolment=GROUP, slot=Slot(member="m9"))
    other = LogEntry(enrolment="enrolment-x", slot=Slot(member="m8"))
    assert board(*MEMBERS, logged=(entry, entry, other)).unnamed == 1
