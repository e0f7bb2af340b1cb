"""The lines of a roster as people have them: of a spreadsheet, twice, with commas in schools."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.pathways.log_entry import Slot
from facilitui.core.pathways.members import namesakes, new_twins
from facilitui.core.pathways.roster import RosterMember
from facilitui.services.forms import reading
from tests.services.pathways.enrolment_home import fill
from tests.services.pathways.log_home import NEA, LogHome

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
        "line 3: “ana ruiz” stands here twice; take a line out, or tell two people apart: "
        "“ana ruiz 2”"
    )
    typed = "Ana Ruiz, coach, North\nBen\nAna Ruiz, teacher, North"
    roster = await home.taking_part(id, typed)
    assert len({each.id for each in roster.members}) == 3
    again = await home.log.roster(id)
    below = again.form.follow(again.values)["members"].below
    assert (
        "“Ana Ruiz” has 2 roles here and is one person; two of one name at a school are told "
        "apart: “Ana Ruiz 2”."
    ) in below
    other = {"members": f"{typed}\nAna Ruiz, South"}
    named = "“Ana Ruiz” is the name of several here; each is somebody of their own."
    assert named not in below and named in again.form.follow(other)["members"].below
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


TABLE = """Name\tRole\tSchool
Mara Voss\tteacher\tNorth
Mara Voss\tprincipal\tNorth
Li Wen\tteacher\tSouth
li wen\tTeacher\tSouth
Ebele Obi\tteacher\tSouth Prep"""


@pytest.mark.parametrize("heads", ["Name\tRole\tSchool", "Name, School", "name; role", "Names"])
async def test_the_first_line_of_a_table_is_known_and_told(heads: str) -> None:
    """It is nobody; the same words further down are somebody's line, and so is a real name."""
    home = LogHome()
    id = await home.group()
    made = await home.log.roster(id)
    assert not fill(made, members=f"{heads}\nAna, coach")
    told = f"The first line, “{' '.join(heads.split())}”, is read as headings."
    assert told in made.form.follow(made.values)["members"].below
    assert await made.save() and [each.name for each in made.state.members] == ["Ana"]
    assert made.values["members"] == "Ana, coach"
    again = await home.log.roster(await home.group())
    assert not fill(again, members="Ana Name, role\nName, coach") and await again.save()
    assert [each.name for each in again.state.members] == ["Ana Name", "Name"]


async def test_each_line_that_is_refused_has_its_own_reason() -> None:
    """An exact double beside a school that is none here; and what saving leaves out is named."""
    home = LogHome()
    id = await home.group()
    made = await home.log.roster(id)
    told = fill(made, members=TABLE)
    assert told.startswith("line 5 (also 6): “li wen” stands here twice; ")
    below = made.form.follow(made.values)["members"].below
    assert below[0].startswith("Line 5: “li wen” stands here twice; ")
    assert below[1].startswith("Line 6: there is no school “South Prep” here; ")
    lost = made.left_out(made.values)
    assert [each.what for each in lost] == [
        "line 5 of Who, “li wen Teacher South”",
        "line 6 of Who, “Ebele Obi teacher South Prep”",
    ]
    assert "twice" in lost[0].why and "no school" in lost[1].why
    below = made.form.follow(made.values)["members"].below
    assert "“principal” is no role of this pathway; it is kept as it is written." in below
    assert await made.save() and len(made.state.members) == 3


async def test_whoever_goes_with_a_line_that_cannot_be_read_is_told() -> None:
    """Who stands on the roster and whose line was spoiled is taken out with it."""
    home = LogHome()
    id = await home.group()
    await home.taking_part(id, "Ana, coach\nBen, coach")
    made = await home.log.roster(id)
    fill(made, members="Ana, coach\nBen, coach, West")
    doubt = made.form.doubt(made.values)
    assert doubt is not None and doubt.told == "“Ben” is taken out of the roster"


async def test_a_school_may_stand_before_the_role() -> None:
    """As many tables have it."""
    home = LogHome()
    id = await home.group(schools=f"{COMMA}\nSouth")
    typed = f"Ana, South, coach\nBen, {COMMA}, math, coach"
    members = (await home.taking_part(id, typed)).members
    said = [(each.role, each.school) for each in members]
    assert said == [("coach", "south"), ("math, coach", "lincoln-mission")]


async def test_of_somebody_with_two_roles_something_is_asked_once() -> None:
    """By whichever of the two lines it was logged."""
    home = LogHome()
    id = await home.group(NEA)
    members = (await home.taking_part(id, "Mara, teacher\nMara, lead\nBen")).members
    first, second, ben = (each.id for each in members)
    slots = await home.log.slots(id, "progress")
    assert [each.member for each, _ in slots] == [first, ben]
    await home.log_it(id, "progress", Slot(member=second), **{"asked-stage": "Choosing"})
    enrolled = await home.progressing.of(id)
    asked = enrolled.told.of("progress")
    assert asked is not None and asked.slots[0].by and not asked.slots[1].by


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


@pytest.mark.parametrize(
    "heads", ["\ufeffName, Role", "First name\tLast name", "**Name**, Role (x)"]
)
async def test_headings_are_known_with_what_a_copy_has_beside_them(heads: str) -> None:
    """A mark before the text, stars, brackets."""
    home = LogHome()
    made = await home.log.roster(await home.group())
    assert not fill(made, members=f"{heads}\nAna, coach")
    assert await made.save() and [each.name for each in made.state.members] == ["Ana"]


@pytest.mark.parametrize("first", ["Member", "Person\nBen", "Member, left\nBen"])
async def test_somebody_who_is_called_as_a_heading_is_somebody(first: str) -> None:
    """Where nothing shows that a table begins."""
    home = LogHome()
    made = await home.log.roster(await home.group())
    assert not fill(made, members=first) and await made.save()
    assert made.state.members[0].name == first.split("\n")[0].split(",")[0]


async def test_without_a_first_line_that_is_refused_the_next_is_no_headings() -> None:
    """It is somebody still."""
    home = LogHome()
    made = await home.log.roster(await home.group())
    assert fill(made, members="Ana - Ben\nMember, Role\nBen")
    assert await made.save()
    assert [(e.name, e.role) for e in made.state.members] == [("Member", "Role"), ("Ben", "")]


async def test_a_name_in_quotes_has_its_comma() -> None:
    """As a spreadsheet writes it; quotes in which nothing is divided stay."""
    home = LogHome()
    made = await home.log.roster(await home.group())
    assert not fill(made, members='"Diaz, Ana", coach\nBen "Bo" Li, coach') and await made.save()
    assert [e.name for e in made.state.members] == ["Diaz, Ana", 'Ben "Bo" Li']
