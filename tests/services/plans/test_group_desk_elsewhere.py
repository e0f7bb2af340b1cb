"""A group that is open while another program changes its file: both changes are kept."""

from __future__ import annotations

from facilitui.core.library.norms import Norm
from facilitui.core.plans.group import Member, Wish, changed, wish_keys, with_norms, with_wish
from facilitui.services.plans.group_forms import (
    about_form,
    norms_form,
    roster_form,
    wish_form,
)
from tests.services.group_home import House
from tests.services.group_open import TEAM, TODAY, desk_of


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
    assert await desk.look() and desk.conflict is None
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
    assert "nother program" in str(desk.conflict) and house.group().note == "theirs"
    await desk.reload()
    assert (desk.conflict, desk.group.note) == (None, "theirs")
    desk.undo()
    assert await desk.write() and house.group().note == "ours"


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
    assert await desk.look() and desk.conflict is None
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
    desk.change(lambda group: with_wish(group, "", Wish(text="time")), "wish")
    assert await desk.write()
    assert [wish.text for wish in house.group().wishes] == ["tea", "time"]
    key = next(iter(wish_keys(house.group())))
    house.groups.put(with_wish(house.group(), key, Wish(text="green tea")))
    desk.change(lambda group: with_wish(group, key, Wish(text="coffee")), "wish")
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
    form, before = wish_form(desk.group), desk.draft
    desk.fill_in(form, {"text": "ti", "answered_in": "", "let_go": ""}, before)
    house.groups.put(changed(TEAM, wishes=(Wish(text="tea"),)))
    assert await desk.look() and desk.conflict is None
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
