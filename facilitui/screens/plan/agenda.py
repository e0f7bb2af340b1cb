"""The agenda of a plan: blocks that are added, moved, timed, divided and parked by single keys."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual.message import Message

from facilitui.commands.plan import AGENDA
from facilitui.core.library.protocol import Protocol
from facilitui.core.naming import NEW_BLOCK
from facilitui.core.plans import agenda_editing as agenda
from facilitui.core.plans import editing
from facilitui.core.plans.agenda_words import called, minutes_changed
from facilitui.core.plans.plan import Block, Plan
from facilitui.core.plans.proposals import Proposal, with_proposal
from facilitui.messages.going import ProtocolRequested
from facilitui.screens.plan.grouping import BY_HAND, divide_dialog, groups_dialog, proposals_for
from facilitui.screens.plan.minutes import MinutesList
from facilitui.screens.plan.wishes import EditWanted, Make, PlaceWanted, Unable
from facilitui.services.forms.moments import time_of_day
from facilitui.services.plans.plan_desk import PlanDesk
from facilitui.widgets.paper_screen import CommandPart
from facilitui.widgets.plan_agenda import Shown, agenda_rows

WIDE = 120
"""From so many columns on there is a picture of who is heard."""
FEWEST_COLUMNS = 80
"""Below this the steps are left out."""


FULL = f"A plan holds {editing.MOST_BLOCKS} blocks at most; take one out first."
NO_BLOCK = "There is no block marked; a adds one."
NOT_FURTHER = "It cannot go any further."
NO_LONGER = "That is the most it can take."
NO_SHORTER = "That is the least it can take."
PARKED = "A parked block has no time; k brings it back."


class AgendaList(MinutesList, CommandPart):
    """Every block with its start and its minutes; those that are parked stand at the end."""

    commands = AGENDA
    title_of_help = "On the agenda"

    class TimeWanted(Message):
        """Somebody wants to type when the marked block must start."""

    def __init__(self, desk: PlanDesk, *, id: str) -> None:
        super().__init__(desk, id=id)
        self._with_steps = True

    @property
    def _protocol(self) -> Protocol | None:
        block = self.block
        return self._desk.shelf.protocols.get(block.protocol or "") if block else None

    def show_plan(self, mark: str = "", *, airy: bool) -> None:
        """Draw the plan as it is."""
        columns = self.app.size.width
        steps = self._with_steps and columns >= FEWEST_COLUMNS
        shown = Shown(steps, airy, self.typed, heard=columns < WIDE)
        self.show(agenda_rows(self._desk.view, shown), mark)

    # Changing blocks

    def _edit(
        self, make: Make, what: str, mark: str = "", told: str = "", unchanged: str = ""
    ) -> None:
        self.end_typing()
        self.post_message(EditWanted(make, what, mark, told, unchanged))

    def _block_here(self) -> Block | None:
        """The marked block; where there is none it is said."""
        if self.block is None:
            self.post_message(Unable(NO_BLOCK))
        return self.block

    def _has_room(self) -> bool:
        """Whether the agenda can hold one more; where it cannot it is said."""
        room = len(self._desk.plan.blocks) < editing.MOST_BLOCKS
        if not room:
            self.post_message(Unable(FULL))
        return room

    def action_choose(self) -> None:
        """A second click opens the block, as enter does."""
        self.action_edit()

    def action_edit(self) -> None:
        """Change the marked block."""
        self.end_typing()
        if self._block_here():
            self.post_message(PlaceWanted(f"block {self.marked}"))

    def action_add(self) -> None:
        """Add a block and open its form."""
        if self._has_room():
            block = editing.new_block(self._desk.plan, NEW_BLOCK)
            self._put_in(block, "the new block")
            self.post_message(PlaceWanted(f"block {block.id}"))

    def _put_in(self, block: Block, what: str) -> None:
        after = self._behind
        self._edit(lambda plan: editing.with_block(plan, block, after), what, block.id)

    @property
    def _behind(self) -> str | None:
        """The block that a new one is put behind; a parked one is behind nothing."""
        return self.marked if editing.index_of(self._desk.plan, self.marked) is not None else None

    def action_protocol(self) -> None:
        """Choose a protocol that fits the people and the time that is left."""
        if self._has_room():
            view = self._desk.view
            left = max(0.0, view.plan.minutes - view.minutes)
            people, mode = view.plan.audience.count, view.plan.mode
            self.post_message(ProtocolRequested(people, mode, left, self._insert))

    def _insert(self, chosen: str | None) -> None:
        protocol = self._desk.shelf.protocols.get(chosen or "")
        if protocol is not None:
            block = editing.protocol_block(self._desk.plan, protocol)
            self._put_in(block, f"{called(block)}, put in")

    def action_carry(self, by: int) -> None:
        """Move the marked block."""
        if block := self._block_here():
            make = partial(editing.with_moved_block, block_id=block.id, by=by)
            way = "up" if by < 0 else "down"
            cannot = NOT_FURTHER if self._behind else PARKED
            self._edit(make, f"{called(block)}, moved {way}", block.id, unchanged=cannot)

    def action_minutes(self, by: int) -> None:
        """Make the marked block longer or shorter."""
        if block := self._block_here():
            make = partial(editing.with_minutes, block_id=block.id, by=by)
            after = make(self._desk.plan).block(block.id) or block
            what = minutes_changed(block, after.minutes)
            self._edit(make, what, block.id, unchanged=NO_LONGER if by > 0 else NO_SHORTER)

    def action_remove(self) -> None:
        """Take the marked block out; undo brings it back."""
        if block := self._block_here():
            make = partial(editing.without_block, block_id=block.id)
            told = f"{called(block)} was taken out; u undoes it"
            self._edit(make, f"{called(block)}, taken out", told=told)

    def action_duplicate(self) -> None:
        """Put a copy behind the marked block."""
        block = self._block_here()
        if block and self._has_room():
            _, copy = agenda.duplicated(self._desk.plan, block.id)
            make = partial(_duplicated, block_id=block.id)
            self._edit(make, f"the copy of {called(block)}", copy)

    def action_park(self) -> None:
        """Park the marked block, or bring a parked one back to the end of the agenda."""
        block = self._block_here()
        if block and self._behind:
            self._edit(partial(agenda.parked, block_id=block.id), f"{called(block)}, parked")
        elif block:
            make = partial(agenda.unparked, block_id=block.id, after=None)
            self._edit(make, f"{called(block)}, brought back", block.id, unchanged=FULL)

    def action_steps(self) -> None:
        """Show or hide the steps."""
        self._with_steps = not self._with_steps
        self._edit(lambda plan: plan, "")

    def action_step_minutes(self) -> None:
        """Set the minutes of a protocol's steps."""
        if self._block_here():
            self.post_message(PlaceWanted(f"steps {self.marked}"))

    def action_pin(self) -> None:
        """Let a pinned start go, or type one."""
        block = self._block_here()
        if block and block.pinned_start is not None:
            make = partial(agenda.pinned, block_id=block.id, at=None)
            self._edit(make, f"{called(block)}, start let go")
        elif block:
            self.post_message(self.TimeWanted() if self._behind else Unable(PARKED))

    def pin(self, typed: str) -> None:
        """Pin the marked block's start to a time that was typed. Raises ValueError."""
        block, at = self.block, time_of_day(typed)
        if block:
            make = partial(agenda.pinned, block_id=block.id, at=at)
            self._edit(make, f"{called(block)}, start pinned", block.id)

    # Choices

    def action_split(self) -> None:
        """Divide a plain block at once; ask behind which step to divide a protocol."""
        block = self._block_here()
        if block and (points := agenda.split_points(block, self._protocol)):
            self.app.push_screen(divide_dialog(points), self._split_behind)
        elif block:
            self._split(None)

    def _split_behind(self, step: str | None) -> None:
        if step is not None:
            self._split(step)

    def _split(self, behind: str | None) -> None:
        if block := self.block:
            protocol = self._protocol
            what = f"{called(block)}, divided"
            self._edit(
                lambda plan: agenda.split(plan, block.id, protocol, behind)[0], what, block.id
            )

    def action_groups(self) -> None:
        """Choose how people sit: what is proposed for so many, with what it takes."""
        if block := self._block_here():
            plan = self._desk.plan
            proposals = proposals_for(plan, block, self._protocol)
            take = partial(self._group, block, proposals)
            self.app.push_screen(groups_dialog(plan, block, proposals), take)

    def _group(self, block: Block, proposals: Sequence[Proposal], chosen: str | None) -> None:
        if chosen == BY_HAND:
            self.post_message(PlaceWanted(f"groups {block.id}"))
        elif chosen is not None:
            proposal = proposals[int(chosen)]
            make = partial(with_proposal, block_id=block.id, proposal=proposal)
            told = f"{proposal.text}: {proposal.note}"
            self._edit(make, f"{called(block)}, {proposal.text}", block.id, told)


def _duplicated(plan: Plan, block_id: str) -> Plan:
    return agenda.duplicated(plan, block_id)[0]
