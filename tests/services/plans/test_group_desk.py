"""A group on the desk: each form is one step, and another program's changes are taken in."""

from __future__ import annotations

import pytest

from facilitui.core.errors import NotSaved
from facilitui.core.plans.group import Member, Wish, changed, wish_keys
from facilitui.core.plans.series import steady
from facilitui.services.plans.group_forms import (
    about_form,
    new_group_form,
    norms_form,
    roster_form,
    wish_form,
)
from tests.core.making import HOSTILE
from tests.services.forms.filling import whole
from tests.services.group_home import House
from tests.services.group_open import TEAM, TODAY, desk_of, fill_in


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
    form, before = wish_form(desk.group), desk.draft
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
    tea, time = wish_keys(desk.group)
    desk.fill_in(wish_form(desk.group, time), values, desk.draft)
    assert desk.group.wishes == (Wish(text="tea"), Wish(text="more time", let_go=True))
    fill_in(desk, wish_form(desk.group, tea), text="", answered_in="", let_go="")
    assert desk.group.wishes[0].text == "tea"


def test_a_new_group_needs_words() -> None:
    """Nothing typed is no group."""
    form = new_group_form()
    assert whole(form, "", {"name": ""}) == ""
    assert whole(form, "", {"name": "  Grade 7 "}) == "Grade 7"


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


async def test_a_group_is_shown_where_the_disk_takes_nothing() -> None:
    """What its sessions had to say is on the desk, to be written later."""
    house = House()
    house.plan("first", group="team")
    await house.run("first", "Phones away")
    house.groups.put(TEAM)
    house.groups.full = True
    desk = await house.open()
    assert len(desk.group.norms) == 2 and desk.unwritten
