"""The lines of a roster as people have them: of a spreadsheet, twice, with commas in schools."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.pathways.members import namesakes, new_twins
from facilitui.core.pathways.roster import RosterMember
from facilitui.services.forms import reading
from tests.services.pathways.enrolment_home import fill
from tests.services.pathways.log_home import LogHome

COMMA = "Lincoln, Mission"


async def test_a_line_out_of_a_spreadsheet_is_divided_where_its_cells_are() -> None:
    """By tabs, which no name keeps; a cell may be empty, or have commas in it."""
    home = LogHome()
    id = await home.group()
    typed = "Cem Yıldız\tteacher, math\tNorth\nEva Roy\t\tSouth\nDan Ito\t\t\tleft"
    members = (await home.taking_part(id, typed)).members
    assert [(each.name, each.role, each.school, each.left) for each in members] == [
        ("Cem Yıldız", "teacher, math", "north", False),
        ("Eva Roy", "", "south", False),
        ("Dan Ito", "", "", True),
    ]


@pytest.mark.parametrize("between", [" | ", "|", " - ", " / ", "    "])
async def test_a_line_that_is_divided_in_no_known_way_is_told(between: str) -> None:
    """With how it could be written; so it is no name of ten words."""
    home = LogHome()
    id = await home.group()
    made = await home.log.roster(id)
    told = fill(made, members=between.join(("Cem Yıldız", "teacher", "North")))
    assert told.endswith("the role and the school: Cem Yıldız; teacher; North")
    assert not fill(made, members="Anne-Marie O'Neil-Diaz")


async def test_the_same_person_twice_is_told_and_two_of_one_name_are_kept() -> None:
    """The second is left out unless the two are told apart; who was there twice before stays."""
    home = LogHome()
    id = await home.group()
    made = await home.log.roster(id)
    told = fill(made, members="Ana Ruiz, coach, North\nBen\nana ruiz, Coach, North")
    assert told == (
        "line 3: “ana ruiz” stands here twice; take a line out, or tell the two apart: a role, "
        "or “ana ruiz 2”"
    )
    typed = "Ana Ruiz, coach, North\nBen\nAna Ruiz, teacher, North"
    roster = await home.taking_part(id, typed)
    assert len({each.id for each in roster.members}) == 3
    again = await home.log.roster(id)
    below = again.form.follow(again.values)["members"].below
    assert "“Ana Ruiz” is the name of several here; each is somebody of their own." in below
    assert not fill(again, members=f"{typed}\nEva")
    assert "line 4" in fill(again, members=f"{typed}\nBen")


async def test_a_school_with_a_comma_is_one_school() -> None:
    """In a line divided by commas, by semicolons, or with quotes around it; told as one, too."""
    home = LogHome()
    id = await home.group(schools=f"{COMMA}\nSouth")
    typed = f'Ana, coach, {COMMA}\nBen; ; {COMMA}\nCem,,"{COMMA}"\nDan, {COMMA}, left\nEva, South'
    members = (await home.taking_part(id, typed)).members
    assert [each.school for each in members] == ["lincoln-mission"] * 4 + ["south"]
    assert [each.role for each in members] == ["coach", "", "", "", ""] and members[3].left
    made = await home.log.roster(id)
    assert f"Schools here: “{COMMA}”; South." in made.form.follow(made.values)["members"].below


async def test_what_somebody_is_in_a_session_is_a_role_of_the_pathway() -> None:
    """As the pathway says which; what it does not name stays as it was written."""
    home = LogHome()
    id = await home.group()
    typed = "Ana, participant\nBen, Presenter\nCem, co-facilitator\nDan, peer\nEva, coach"
    members = (await home.taking_part(id, typed)).members
    assert [each.role for each in members] == [
        "site_educator",
        "site_educator",
        "facilitator",
        "peer_facilitator",
        "coach",
    ]


NAMES = st.sampled_from(["Ana", "ana ", "Ben", "Cem"])
MEMBERS = st.lists(
    st.builds(RosterMember, id=st.just(""), name=NAMES, role=st.sampled_from(["", "lead", "Lead"])),
    max_size=8,
).map(lambda some: [each.model_copy(update={"id": f"m{n}"}) for n, each in enumerate(some)])


@given(MEMBERS, st.integers(0, 8))
def test_without_its_new_twins_a_roster_has_none(members: list[RosterMember], known: int) -> None:
    """None of those that were there before is one; whoever is one has a namesake."""
    found = new_twins(members[:known], members)
    assert all(place >= known for place in found)
    left = [each for place, each in enumerate(members) if place not in found]
    assert not new_twins(members[:known], left)
    names = {" ".join(each.split()).casefold() for each in namesakes(members)}
    assert {" ".join(members[at].name.split()).casefold() for at in found} <= names


@given(st.lists(st.text("ab ,;", min_size=1, max_size=5), min_size=2, max_size=4))
def test_cells_come_back_as_they_were(cells: list[str]) -> None:
    """Whatever commas and semicolons they have."""
    assert reading.pieces("\t".join(cells)) == [each.strip() for each in cells]


async def test_lines_that_wait_to_be_saved_are_counted() -> None:
    """For the page of a roster that nobody is on yet."""
    home = LogHome()
    id = await home.group()
    assert await home.log.roster_draft(id) == 0
    made = await home.log.roster(id)
    fill(made, members="Ana\n\nBen, coach")
    await made.keep()
    assert await home.log.roster_draft(id) == 2
    assert await made.save() and await home.log.roster_draft(id) == 0
