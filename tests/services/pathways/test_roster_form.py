"""The roster of a group: a line for each, ids that stay, leaving that is said and not deleted."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.errors import FacilituiError, SavedMeanwhile
from facilitui.core.pathways.log_entry import Slot
from facilitui.core.pathways.members import LIKE, joined, kept_ids
from facilitui.core.pathways.roster import RosterMember, roster_id
from facilitui.core.pathways.schools import same_name
from facilitui.core.privacy.purging import blanked
from facilitui.screens.dialogs.form_foot import told_lines
from tests.core.making import HOSTILE
from tests.services.pathways.enrolment_home import CORE, fill
from tests.services.pathways.log_home import NEA, LogHome

LINES = "Ana Diaz, Site educator, North\nBen, coach\nCora, South\nDan"


async def test_everybody_has_a_line_with_role_and_school() -> None:
    """Roles of the pathway and schools of the enrolment by what they are called."""
    home = LogHome()
    id = await home.group()
    roster = await home.taking_part(id, LINES)
    said = [(each.name, each.role, each.school) for each in roster.members]
    roles = home.library.kept.pathways[CORE].roles
    role = next(each.id for each in roles if each.name == "Site educator")
    assert said == [
        ("Ana Diaz", role, "north"),
        ("Ben", "coach", ""),
        ("Cora", "", "south"),
        ("Dan", "", ""),
    ]
    assert len({each.id for each in roster.members}) == 4
    shown = (await home.log.roster(id)).values["members"]
    assert shown == "Ana Diaz, Site educator, North\nBen, coach\nCora, , South\nDan"
    made = await home.log.roster(id)
    below = made.form.follow(made.values)["members"].below
    assert "Schools here: North; South." in below
    (who,) = made.form.fields
    assert who.hint == "one a line: name, role, school; “, left” ends the line of whoever has left"
    assert not [each for each in told_lines((who.hint,), "", 48) if "…" in each.plain]


async def test_it_is_called_by_the_group_as_that_was_called_when_it_was_saved() -> None:
    """So that a journal tells one roster from another."""
    home = LogHome()
    roster = await home.taking_part(await home.group(), LINES)
    (enrolled,) = await home.progressing.all()
    assert roster.group == enrolled.enrolment.name != ""


async def test_ids_stay_when_lines_are_changed() -> None:
    """A mended name, another role, another order; who is called otherwise is somebody else."""
    home = LogHome()
    id = await home.group()
    before = {each.name: each.id for each in (await home.taking_part(id, LINES)).members}
    now = await home.taking_part(id, "Ben, lead, North\nAna Diaz-Ruiz, North\nEva\nDan, , , left")
    ids = {each.name: each.id for each in now.members}
    assert ids["Ben"] == before["Ben"] and ids["Ana Diaz-Ruiz"] == before["Ana Diaz"]
    assert ids["Eva"] not in before.values()
    (dan,) = (each for each in now.members if each.name == "Dan")
    assert dan.left and dan.id == before["Dan"] and not dan.role
    back = await home.taking_part(id, "Ben\nAna Diaz-Ruiz\nEva\nDan")
    assert not any(each.left for each in back.members)


async def test_a_name_that_may_be_two_peoples_is_nobodys() -> None:
    """A Ben who became two, and a Jon Smith in whose place stands an Ann Smith, are gone."""
    home = LogHome()
    id = await home.group()
    before = {each.id for each in (await home.taking_part(id, "Ben\nJon Smith")).members}
    now = await home.taking_part(id, "Ben Ito\nBen Cole\nAnn Smith")
    assert not before & {each.id for each in now.members}


async def test_whoever_something_is_logged_about_is_not_deleted() -> None:
    """It says to write that they left; somebody new never gets the id."""
    home = LogHome()
    id = await home.group(NEA)
    (ben, _) = (await home.taking_part(id, "Ben Ito\nCora")).members
    await home.log_it(id, "progress", Slot(member=ben.id), **{"asked-stage": "Choosing"})
    made = await home.log.roster(id)
    told = fill(made, members="Cora\nAnn Ito")
    assert told == "“Ben Ito” has 1 entry here: let the line stand, with “, left” at its end"
    assert not await made.save()
    roster = await home.taking_part(id, "Cora\nBen Ito, left\nAnn Ito")
    assert [each.left for each in roster.members] == [False, True, False]
    assert ben.id == roster.members[1].id
    form = await home.log.form(id, "progress")
    assert form.form.title == "Cora"
    gone = await home.taking_part(id, "Ben Ito, left\nAnn Ito")
    assert len(gone.members) == 2, "nothing was logged about Cora"


async def test_a_purged_roster_leaves_what_was_logged_and_gives_no_id_again() -> None:
    """Members that are entered anew are others; the purge is told."""
    home = LogHome()
    id = await home.group(NEA)
    (ben,) = (await home.taking_part(id, "Ben")).members
    entry = await home.log_it(id, "progress", Slot(member=ben.id), **{"asked-stage": "Choosing"})
    for at, each in enumerate(home.journal.documents):
        if each["id"] == roster_id(id):
            home.journal.documents[at] = blanked(each)
    anew = await home.log.roster(id)
    assert anew.values["members"] == "" and anew.notice.startswith("Who stood here was purged")
    fill(anew, members="Ben")
    assert await anew.save() and anew.state.members[0].id != ben.id
    assert (await home.log.roster(id)).values["members"] == "Ben"
    made = await home.log.form("", "", entry=entry)
    assert made.state.slot.member == ben.id and "“" not in made.form.title


async def test_what_is_wrong_in_a_line_is_told() -> None:
    """A line without a name, a school that is none here; the other lines are kept."""
    home = LogHome()
    id = await home.group()
    made = await home.log.roster(id)
    assert "a name comes first" in fill(made, members=", teacher")
    told = fill(made, members="Ana\nBen, teacher, West")
    assert told.startswith("line 2: there is no school “West” here; there are “North”")
    assert await made.save() and [each.name for each in made.state.members] == ["Ana"]
    one_school = await home.log.roster(await home.group(schools="North"))
    told = fill(one_school, members="Ana, teacher, West")
    assert told.endswith("there is no school “West” here; there is “North”")
    assert "characters long" in fill(made, members="x" * 301)
    alone = await home.enrolled()
    with pytest.raises(FacilituiError, match="one person's way"):
        await home.log.roster(alone)


async def test_hostile_names_survive() -> None:
    """Markup, controls, commas and semicolons go in and out as they are."""
    home = LogHome()
    id = await home.group()
    name = HOSTILE.replace("\u2028", "")
    roster = await home.taking_part(id, f"{name}\nDiaz, Ana; teacher; North")
    assert [each.name for each in roster.members] == [name.strip(), "Diaz, Ana"]
    made = await home.log.roster(id)
    assert made.values["members"].splitlines()[1] == "Diaz, Ana; teacher; North"
    fill(made, members=f"{made.values['members']}\nEva")
    assert await made.save()
    assert [each.id for each in made.state.members][:2] == [each.id for each in roster.members]


async def test_two_copies_that_add_somebody_keep_both() -> None:
    """The second goes over what the first saved, and takes nobody away."""
    home = LogHome()
    id = await home.group()
    await home.taking_part(id, "Ana\nBen")
    one, two = await home.log.roster(id), await home.log.roster(id)
    fill(one, members="Ana\nBen, left\nCora")
    fill(two, members="Ana, teacher\nBen\nDan")
    await one.save()
    with pytest.raises(SavedMeanwhile):
        await two.save()
    assert await two.save()
    said = {each.name: each for each in two.state.members}
    assert {*said} == {"Ana", "Ben", "Cora", "Dan"} and said["Ana"].role == "teacher"
    assert said["Ben"].left and len({each.id for each in said.values()}) == 4


async def test_what_was_typed_of_a_roster_survives() -> None:
    """As a draft of the roster's own."""
    home = LogHome()
    id = await home.group()
    made = await home.log.roster(id)
    fill(made, members="Ana\n, x")
    await made.keep()
    home.start_again()
    again = await home.log.roster(id)
    assert again.values["members"] == "Ana\n, x"


WORDS = st.sampled_from(["Ana", "Anna Diaz", "Ana Diaz", "Ben Ito", "Ben", "Ben Itoh", "B. Ito"])
NAMES = st.lists(st.sampled_from(["Ana", "Anna", "Ben", "Ben Ito", "Cora"]), max_size=6)


def _members(names: list[str]) -> tuple[RosterMember, ...]:
    return tuple(RosterMember(id=f"b{n}", name=name) for n, name in enumerate(names))


@given(NAMES, NAMES)
def test_no_id_is_there_twice_and_who_is_written_as_before_keeps_theirs(
    before: list[str], after: list[str]
) -> None:
    """Whatever is added, taken away or turned round."""
    shown = _members(before)
    typed = [RosterMember(id="", name=name) for name in after]
    found = kept_ids(shown, typed, lambda name, place: f"n-{name}-{place}")
    ids = [each.id for each in found]
    assert len(set(ids)) == len(ids) == len(after)
    known = {each.id: each.name for each in shown}
    for name in {*before}:
        same = [each for each in found if known.get(each.id) == name and each.name == name]
        assert len(same) == min(before.count(name), after.count(name))
    assert kept_ids(shown, shown, lambda *_: "no") == shown
    assert joined(shown, found, shown) == found


def test_a_whole_roster_over_another_one_is_told_at_once() -> None:
    """500 names over 500 others, alike in their words, in less than a tenth of a second."""
    some = ("Ana", "Ben", "Cleo", "Dora", "Emil", "Fay", "Gus", "Hana", "Ivo", "June")
    names = [f"{some[n % 10]} {some[n // 10 % 10]}son{n:04d}" for n in range(1000)]
    before = _members(names[:500])
    typed = [RosterMember(id="", name=name) for name in names[500:]]
    again = [each.model_copy(update={"id": "", "school": "s"}) for each in reversed(before)]
    for lines in (typed, again):
        began = process_time()
        found = kept_ids(before, lines, lambda name, _: f"new-{name}")
        assert process_time() - began < 0.1
        known = {each.id for each in before} & {each.id for each in found}
        assert len(known) == (500 if lines is again else 0)


@given(st.lists(WORDS, max_size=5), st.lists(WORDS, max_size=5))
def test_only_who_alone_is_called_alike_is_the_same(was: list[str], now: list[str]) -> None:
    """The same as it is said name by name, pair by pair."""
    before = _members(was)
    typed = [RosterMember(id="", name=name) for name in now]
    found = kept_ids(before, typed, lambda name, place: f"n-{name}-{place}")
    ids = {each.id: each for each in before}
    gone = [each for each in before if each.id not in {e.id for e in found if _is_called(e, ids)}]
    new = [each for each in found if not _is_called(each, ids)]
    for each in new:
        alike = [one for one in gone if _alike(one.name, each.name)]
        is_one = len(alike) == 1 and sum(_alike(alike[0].name, e.name) for e in new) == 1
        assert each.id == alike[0].id if is_one else each.id not in ids


def _is_called(each: RosterMember, ids: dict[str, RosterMember]) -> bool:
    return each.id in ids and same_name(ids[each.id].name) == same_name(each.name)


def _alike(was: str, now: str) -> bool:
    one, other = same_name(was), same_name(now)
    some, others = {*re.findall(r"\w+", one)}, {*re.findall(r"\w+", other)}
    longer = some and others and (some <= others or others <= some)
    return bool(longer) or SequenceMatcher(None, one, other, autojunk=False).ratio() >= LIKE
