"""A group on the desk: each form is one step, and another program's changes are taken in."""

from __future__ import annotations

from datetime import date

import pytest

from facilitui.core.errors import NotSaved
from facilitui.core.group import Group, Member, Wish, changed, with_norms, with_wish
from facilitui.core.norms import Norm
from facilitui.core.series import steady
from facilitui.services.forms.form import Form
from facilitui.services.group_desk import GroupDesk
from facilitui.services.group_forms import (
    about_form,
    new_group_form,
    norms_form,
    roster_form,
    wish_form,
)
from tests.core.making import HOSTILE
from tests.services.group_home import House

TODAY = date(2026, 11, 25)
TEAM = with_norms(
    Group(id="team", name="Grade 7", roster=(Member(name="Ana", role="coach, lead"),)),
    (Norm(id="wait", text="Wait"),),
    agreed=date(2026, 11, 4),
)


async def desk_of(house: House) -> GroupDesk:
    house.groups.put(TEAM)
    return await house.open()


def fill_in(desk: GroupDesk, form: Form[Group], **values: str) -> str:
    """Fill in a form that is opened now, all at once."""
    return desk.fill_in(form, values, desk.draft)


async def test_a_form_is_one_step_however_it_was_typed() -> None:
    """Letter by letter, then undone at once; another form is another step."""
    desk = await desk_of(House())
    form, before = about_form(desk.group), desk.draft
    for name in ("G", "Gr", "Grade 8"):
        assert desk.fill_in(form, {"name": name, "note": ""}, before) == ""
    assert desk.change(lambda group: changed(group, note="x"), "note")
    undone = [desk.undo(), desk.undo(), desk.undo()]
    assert undone == ["note", "name of the group Grade 7 → Grade 8", ""]
    assert desk.group == TEAM


async def test_what_is_typed_and_taken_back_is_no_change() -> None:
    """A form that says again what it said first leaves nothing to undo or to write."""
    desk = await desk_of(House())
    form, before = wish_form(desk.group, 0), desk.draft
    desk.fill_in(form, {"text": "tea", "answered_in": "", "let_go": ""}, before)
    assert desk.unwritten
    desk.fill_in(form, {"text": "", "answered_in": "", "let_go": ""}, before)
    assert not desk.unwritten and desk.undo() == ""


async def test_a_value_that_cannot_be_read_is_told_and_the_rest_kept() -> None:
    """A group needs a name; its note is taken all the same."""
    desk = await desk_of(House())
    told = fill_in(desk, about_form(desk.group), name=" ", note="bring tea")
    assert told == "a group needs a name"
    assert (desk.group.name, desk.group.note) == ("Grade 7", "bring tea")


async def test_norms_of_one_form_are_one_version() -> None:
    """However often it hands over its values; the version before stays as it was."""
    desk = await desk_of(House())
    form, before = norms_form(desk.group, TODAY), desk.draft
    for text in ("Wait\nLis", "Wait\nListen; then speak", "Wait\nListen; then speak\n2"):
        desk.fill_in(form, {"norms": text}, before)
    assert desk.group.norms[:-1] == TEAM.norms
    version = desk.group.norms[-1]
    assert (version.version, version.agreed) == (2, TODAY)
    assert [norm.text for norm in version.norms] == ["Wait", "Listen; then speak", "2"]
    assert version.norms[0].id == "wait" and steady(version.norms) == version.norms
    desk.fill_in(form, {"norms": "Wait"}, before)
    assert desk.group == TEAM


async def test_the_roster_is_a_list_of_lines() -> None:
    """A name with its role; a line that stays keeps what it stood for, a comma included."""
    desk = await desk_of(House())
    form, before = roster_form(desk.group), desk.draft
    shown = form.fields[0].value
    assert desk.fill_in(form, {"roster": f"{shown}\nBen, science\n{HOSTILE}"}, before) == ""
    assert desk.group.roster[:2] == (TEAM.roster[0], Member(name="Ben", role="science"))
    assert desk.group.roster[2].name == HOSTILE
    assert desk.fill_in(form, {"roster": "Ana, grade 7 teacher, Toronto"}, before) == ""
    assert desk.group.roster == (Member(name="Ana", role="grade 7 teacher, Toronto"),)
    told = desk.fill_in(form, {"roster": f"{shown}\n, science\nBen"}, before)
    assert "a name comes first" in told
    assert [member.name for member in desk.group.roster] == ["Ana", "Ben"]


async def test_a_wish_is_changed_in_its_place() -> None:
    """Its words, its answer, whether it was let go; emptied words are not taken."""
    desk = await desk_of(House())
    desk.change(lambda group: changed(group, wishes=(Wish(text="tea"), Wish(text="time"))), "x")
    values = {"text": "more time", "answered_in": "", "let_go": "yes"}
    desk.fill_in(wish_form(desk.group, 1), values, desk.draft)
    assert desk.group.wishes == (Wish(text="tea"), Wish(text="more time", let_go=True))
    fill_in(desk, wish_form(desk.group, 0), text="", answered_in="", let_go="")
    assert desk.group.wishes[0].text == "tea"


def test_a_new_group_needs_words() -> None:
    """Nothing typed is no group."""
    form = new_group_form()
    assert form.apply("", {"name": ""}) == ""
    assert form.apply("", {"name": "  Grade 7 "}) == "Grade 7"


async def test_a_change_is_written_once() -> None:
    """The next writing is based on the one before, and an unchanged group writes nothing."""
    house = House()
    desk = await desk_of(house)
    desk.change(lambda group: changed(group, note="a"), "note")
    assert await desk.write() and house.group().note == "a"
    house.groups.full = True
    assert await desk.write()
    desk.change(lambda group: changed(group, note="b"), "note")
    with pytest.raises(NotSaved):
        await desk.write()
    house.groups.full = False
    assert desk.unwritten and await desk.write() and house.group().note == "b"


async def test_what_another_program_changed_is_taken_in() -> None:
    """Both changes are in the file, and undo takes back only one's own."""
    house = House()
    desk = await desk_of(house)
    house.groups.put(changed(TEAM, note="theirs"))
    desk.change(lambda group: changed(group, name="Ours"), "name")
    assert await desk.write()
    assert (house.group().name, house.group().note) == ("Ours", "theirs")
    desk.undo()
    assert (desk.group.name, desk.group.note) == ("Grade 7", "theirs")
    assert await desk.write() and house.group() == changed(TEAM, note="theirs")


async def test_undo_never_takes_back_what_another_program_changed() -> None:
    """Not even where the state it goes back to cannot be put together with that."""
    house = House()
    desk = await desk_of(house)
    desk.change(lambda group: changed(group, name="Ours"), "name")
    desk.change(lambda group: changed(group, name=TEAM.name), "name")
    house.groups.put(changed(TEAM, name="Theirs", roster=(*TEAM.roster, Member(name="Ben"))))
    assert await desk.look() and desk.conflict == ""
    desk.undo()
    await desk.write()
    assert [member.name for member in house.group().roster] == ["Ana", "Ben"]


async def test_the_same_thing_changed_twice_is_left_to_a_person() -> None:
    """The file is left alone until it is taken as it is, which can be undone."""
    house = House()
    desk = await desk_of(house)
    house.groups.put(changed(TEAM, note="theirs"))
    desk.change(lambda group: changed(group, note="ours"), "note")
    assert not await desk.write() and not await desk.write()
    assert "another program" in desk.conflict and house.group().note == "theirs"
    await desk.reload()
    assert (desk.conflict, desk.group.note) == ("", "theirs")
    desk.undo()
    assert await desk.write() and house.group().note == "ours"


async def test_a_group_is_shown_where_the_disk_takes_nothing() -> None:
    """What its sessions had to say is on the desk, to be written later."""
    house = House()
    house.plan("first", group="team")
    await house.run("first", "Phones away")
    house.groups.put(TEAM)
    house.groups.full = True
    desk = await house.open()
    assert len(desk.group.norms) == 2 and desk.unwritten


async def test_what_was_typed_in_a_conflict_is_there_again() -> None:
    """The draft outlives the program; the conflict is still there to be settled."""
    house = House()
    desk = await desk_of(house)
    house.groups.put(changed(TEAM, note="theirs"))
    desk.change(lambda group: changed(group, note="ours"), "note")
    assert not await desk.write()
    again = await house.open()
    assert (again.group.note, bool(again.conflict)) == ("ours", True)
    assert not await again.write() and house.group().note == "theirs"
    name = await again.save_as()
    assert (house.group().note, house.group(name).note) == ("theirs", "ours")
    assert house.group(name).id == name != "team" and house.drafts.kept == {}


async def test_what_is_taken_in_while_a_form_is_open_stays() -> None:
    """What is typed next into the form goes beside it, and undo takes back only the form."""
    house = House()
    desk = await desk_of(house)
    form, before = about_form(desk.group), desk.draft
    desk.fill_in(form, {"name": "Our", "note": ""}, before)
    house.groups.put(changed(TEAM, wishes=(Wish(text="tea"),)))
    assert await desk.look() and desk.conflict == ""
    desk.fill_in(form, {"name": "Ours", "note": ""}, before)
    assert await desk.write()
    assert (house.group().name, house.group().wishes) == ("Ours", (Wish(text="tea"),))
    assert desk.undo() and await desk.write()
    assert house.group() == changed(TEAM, wishes=(Wish(text="tea"),))


async def test_both_lists_of_wishes_are_kept() -> None:
    """One more here and one more there are two more; one wish changed twice is a conflict."""
    house = House()
    desk = await desk_of(house)
    house.groups.put(changed(TEAM, wishes=(Wish(text="tea"),)))
    desk.change(lambda group: with_wish(group, 9, Wish(text="time")), "wish")
    assert await desk.write()
    assert [wish.text for wish in house.group().wishes] == ["tea", "time"]
    house.groups.put(with_wish(house.group(), 0, Wish(text="green tea")))
    desk.change(lambda group: with_wish(group, 0, Wish(text="coffee")), "wish")
    assert not await desk.write() and house.group().wishes[0].text == "green tea"


async def test_norms_agreed_on_twice_are_left_to_a_person() -> None:
    """Two versions of one number are never put behind each other."""
    house = House()
    desk = await desk_of(house)
    house.groups.put(with_norms(TEAM, (Norm(id="a", text="Theirs"),), agreed=TODAY))
    ours = (Norm(id="b", text="Ours"),)
    desk.change(lambda group: with_norms(group, ours, agreed=TODAY), "norms")
    assert not await desk.write() and desk.conflict


async def test_a_wish_taken_in_while_another_is_typed_stays() -> None:
    """It came to the place that the new one was opened for; both are kept, undo takes one back."""
    house = House()
    desk = await desk_of(house)
    form, before = wish_form(desk.group, len(desk.group.wishes)), desk.draft
    desk.fill_in(form, {"text": "ti", "answered_in": "", "let_go": ""}, before)
    house.groups.put(changed(TEAM, wishes=(Wish(text="tea"),)))
    assert await desk.look() and desk.conflict == ""
    desk.fill_in(form, {"text": "time", "answered_in": "", "let_go": ""}, before)
    assert await desk.write()
    assert [wish.text for wish in house.group().wishes] == ["tea", "time"]
    assert desk.undo() and await desk.write()
    assert [wish.text for wish in house.group().wishes] == ["tea"]


async def test_people_taken_in_while_the_roster_is_typed_stay() -> None:
    """Whoever came from elsewhere is beside whoever is typed here."""
    house = House()
    desk = await desk_of(house)
    form, before = roster_form(desk.group), desk.draft
    house.groups.put(changed(TEAM, roster=(*TEAM.roster, Member(name="Theirs"))))
    assert await desk.look()
    desk.fill_in(form, {"roster": f"{form.fields[0].value}\nBo"}, before)
    assert await desk.write()
    names = [member.name for member in house.group().roster]
    assert names == [*(member.name for member in TEAM.roster), "Theirs", "Bo"]


async def test_norms_taken_in_while_others_are_typed_are_left_to_a_person() -> None:
    """A form that is only looked at changes nothing; other norms leave the file alone."""
    house = House()
    desk = await desk_of(house)
    form, before = norms_form(desk.group, TODAY), desk.draft
    theirs = with_norms(TEAM, (Norm(id="a", text="Theirs"),), agreed=TODAY)
    house.groups.put(theirs)
    assert await desk.look()
    desk.fill_in(form, {"norms": form.fields[0].value}, before)
    assert await desk.write() and house.group() == theirs
    desk.fill_in(form, {"norms": "Ours"}, before)
    assert not await desk.write() and house.group() == theirs
    assert desk.conflict and desk.group.norms_now[0].text == "Ours"
