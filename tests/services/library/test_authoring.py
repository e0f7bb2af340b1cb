"""Writing a protocol: every change is kept, and no file of somebody else is written over."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from facilitui.core.errors import InputProblems, NotFound, NotSaved
from facilitui.core.library import protocol_editing as editing
from facilitui.core.library.protocol import Protocol
from facilitui.core.library.protocol_editing import UNNAMED
from facilitui.core.plans.planning_ports import ProtocolStore
from facilitui.services.filed import draft_name
from facilitui.services.library.authoring import Authoring
from facilitui.services.library.protocol_desk import NEW_DRAFT, ProtocolDesk
from facilitui.services.library.protocol_forms import about_form
from tests.core.protocols import protocol, step
from tests.services.memory_files import MemoryDrafts
from tests.services.protocol_fakes import SHIPPED, MemoryProtocols


@dataclass
class Place:
    """A home with its stores."""

    protocols: MemoryProtocols = field(default_factory=MemoryProtocols)
    drafts: MemoryDrafts = field(default_factory=MemoryDrafts)

    @property
    def authoring(self) -> Authoring:
        """The use cases, as a program that was started anew has them."""
        port: ProtocolStore = self.protocols
        return Authoring(port, self.drafts)

    def name_of(self, id: str) -> str:
        """The name that a file holds."""
        return Protocol.model_validate_json(self.protocols.texts[id]).name


@pytest.fixture
def place() -> Place:
    """An empty home."""
    return Place()


def rename(desk: ProtocolDesk, name: str) -> None:
    """One change."""
    desk.change(lambda made: editing.changed(made, name=name), "a name")


async def test_a_shipped_one_has_no_file_until_it_is_changed(place: Place) -> None:
    """Looking writes nothing; the first change makes it one's own, under the same id."""
    desk = await place.authoring.open("tuning")
    await desk.keep_draft()
    await desk.write()
    assert (place.protocols.texts, desk.has_file) == ({}, False)
    rename(desk, "Ours")
    await desk.keep_draft()
    assert (place.name_of("tuning"), desk.has_file, place.drafts.kept) == ("Ours", True, {})


async def test_a_copy_has_an_id_of_its_own(place: Place) -> None:
    """The one it was made of is not touched."""
    desk = await place.authoring.open("tuning", copy=True)
    assert desk.protocol.id == "tuning_our_own"
    assert list(place.protocols.texts) == ["tuning_our_own"]
    assert desk.shipped is None
    desk.undo()
    assert (desk.protocol.name, desk.protocol.id) == ("Tuning", "tuning_our_own")


async def test_a_new_one_gets_its_file_with_its_name(place: Place) -> None:
    """Until then what is typed is a draft, and nothing at all where nothing is typed."""
    desk = await place.authoring.begin()
    await desk.finish()
    assert (place.protocols.texts, place.drafts.kept) == ({}, {})
    rename(desk, "Deep")
    await desk.keep_draft()
    await desk.write()
    assert (place.protocols.texts, list(place.drafts.kept)) == ({}, [NEW_DRAFT])
    again = await place.authoring.begin()
    assert again.protocol.name == "Deep"
    rename(again, "Deep dive")
    await again.finish()
    assert place.name_of("deep_dive") == "Deep dive"
    assert (place.drafts.kept, again.unnamed) == ({}, False)
    while again.undo():
        assert again.protocol.id == "deep_dive"
    assert again.protocol.name == UNNAMED


async def test_a_new_one_on_a_full_disk_is_kept_as_soon_as_there_is_room(place: Place) -> None:
    """Its draft goes only when its file is there."""
    desk = await place.authoring.begin()
    rename(desk, "Deep dive")
    await desk.keep_draft()
    place.protocols.full = True
    with pytest.raises(NotSaved):
        await desk.finish()
    assert NEW_DRAFT in place.drafts.kept
    place.protocols.full = False
    await desk.finish()
    assert (place.name_of("deep_dive"), place.drafts.kept) == ("Deep dive", {})


async def test_what_was_typed_last_is_there_again(place: Place) -> None:
    """A draft that never reached the file, as one step that can be undone."""
    place.protocols.put(SHIPPED)
    desk = await place.authoring.open("tuning")
    rename(desk, "Typed")
    await desk.keep_draft()
    assert place.name_of("tuning") == "Tuning"
    again = await place.authoring.open("tuning")
    assert (again.protocol.name, again.conflict) == ("Typed", None)
    assert again.undo() == "what was typed last"
    assert again.protocol.name == "Tuning"


async def test_a_file_that_was_changed_elsewhere_is_left_alone(place: Place) -> None:
    """The draft goes on; reload takes the file as a step, save as leaves it for good."""
    place.protocols.put(SHIPPED)
    desk = await place.authoring.open("tuning")
    rename(desk, "Mine")
    place.protocols.put(editing.changed(SHIPPED, name="Theirs"))
    assert not await desk.write()
    rename(desk, "Mine too")
    assert not await desk.write()
    assert (place.name_of("tuning"), bool(desk.conflict)) == ("Theirs", True)
    assert place.drafts.kept[draft_name("protocol", "tuning")]["protocol"]["name"] == "Mine too"
    assert "Theirs" in await desk.differences()
    await desk.reload()
    assert (desk.protocol.name, desk.conflict, place.drafts.kept) == ("Theirs", None, {})
    assert desk.undo() == "reload"
    assert desk.protocol.name == "Mine too"
    assert await desk.write()
    assert place.name_of("tuning") == "Mine too"


async def test_both_can_be_kept(place: Place) -> None:
    """One's own goes into a file of another id, and on from there."""
    place.protocols.put(SHIPPED)
    desk = await place.authoring.open("tuning")
    rename(desk, "Mine")
    place.protocols.put(editing.changed(SHIPPED, name="Theirs"))
    await desk.write()
    assert await desk.save_as() == "mine"
    assert (place.name_of("tuning"), place.name_of("mine")) == ("Theirs", "Mine")
    assert (desk.conflict, place.drafts.kept) == (None, {})


async def test_a_draft_of_a_file_that_was_changed_since_is_a_conflict(place: Place) -> None:
    """So it is after a restart too; a file that cannot be read any more is one as well."""
    place.protocols.put(SHIPPED)
    desk = await place.authoring.open("tuning")
    rename(desk, "Typed")
    await desk.keep_draft()
    place.protocols.put(editing.changed(SHIPPED, name="Theirs"))
    assert (await place.authoring.open("tuning")).conflict
    place.protocols.texts["tuning"] = "broken"
    again = await place.authoring.open("tuning")
    assert (again.protocol.name, "is broken" in str(again.conflict)) == ("Typed", True)
    assert not await again.write()
    assert place.protocols.texts["tuning"] == "broken"
    place.drafts.kept.clear()
    with pytest.raises(InputProblems):
        await place.authoring.open("tuning")


@pytest.mark.parametrize("body", [{}, {"protocol": 7}, {"protocol": {"id": "x"}}])
async def test_a_draft_that_makes_no_sense_is_no_trap(
    place: Place, body: dict[str, object]
) -> None:
    """The file is opened as it is."""
    place.drafts.kept[draft_name("protocol", "tuning")] = body
    assert (await place.authoring.open("tuning")).protocol == SHIPPED


async def test_the_shipped_one_comes_back(place: Place) -> None:
    """One's own is kept aside, and undo makes it one's own again."""
    place.protocols.put(editing.changed(SHIPPED, name="Ours"))
    desk = await place.authoring.open("tuning")
    assert await desk.back_to_shipped() == "aside"
    assert (desk.protocol, desk.has_file, place.protocols.texts) == (SHIPPED, False, {})
    await desk.write()
    assert place.protocols.texts == {}
    desk.undo()
    await desk.write()
    assert place.name_of("tuning") == "Ours"
    other = await place.authoring.open("tuning", copy=True)
    with pytest.raises(NotFound):
        await other.back_to_shipped()


async def test_a_change_that_cannot_be_made_changes_nothing(place: Place) -> None:
    """Its reason is raised."""
    desk = await place.authoring.open("tuning")
    with pytest.raises(ValueError, match="two steps"):
        desk.change(lambda made: editing.changed(made, steps=(*made.steps, step("one"))), "bad")
    assert not desk.unwritten


async def test_times_follow_the_number_of_people(place: Place) -> None:
    """For as many as it assumes until another number is chosen; then for those."""
    made = protocol(step("a", "A"), id="own")
    place.protocols.put(made)
    desk = await place.authoring.open("own")
    assert (desk.view.people, desk.view.run.usual) == (6, 30)
    desk.people = 9
    assert (desk.view.run.sizes, desk.view.run.usual, desk.view.run.shortest) == ((5, 4), 25, 15)
    rename(desk, "Other")
    assert desk.view.people == 9


async def test_what_is_not_there_is_told(place: Place) -> None:
    """Neither shipped nor one's own."""
    with pytest.raises(NotFound):
        await place.authoring.open("nothing")


@pytest.mark.parametrize("name", ["", "tuning"])
async def test_what_is_half_typed_is_there_again(place: Place, name: str) -> None:
    """Of a new protocol that has no file yet, and of a shipped one that nobody changed."""

    async def opened() -> ProtocolDesk:
        return await (place.authoring.open(name) if name else place.authoring.begin())

    desk = await opened()
    form = about_form(desk.protocol)
    typed = {field.key: field.value for field in form.fields} | {"purpose": "why " * 100}
    assert desk.fill_in(form, typed, desk.draft)
    await desk.keep_draft()
    again = await opened()
    assert again.half_in("The protocol") == {"purpose": "why " * 100}
    assert again.protocol == desk.protocol and not place.protocols.texts
