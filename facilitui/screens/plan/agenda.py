"""The agenda of a plan: blocks that are added, moved, timed, divided and parked by single keys."""

from __future__ import annotations

from functools import partial

from textual import events, on
from textual.message import Message

from facilitui.commands.plan import AGENDA
from facilitui.core import agenda_editing as agenda
from facilitui.core import editing
from facilitui.core.draft import Draft
from facilitui.core.plan import Block, Plan
from facilitui.core.proposals import grouping_proposals, parallel_proposals, with_proposal
from facilitui.core.protocol import Protocol
from facilitui.messages import ProtocolRequested
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.plan.wishes import EditWanted, Make, PlaceWanted
from facilitui.services.forms.moments import time_of_day
from facilitui.services.plan_desk import PlanDesk
from facilitui.widgets.paper_screen import CommandPart
from facilitui.widgets.plan_view import agenda_rows
from facilitui.widgets.quiet import Quiet
from facilitui.widgets.row_list import RowList

TYPED_SECONDS = 2.5
"""Digits typed after so long begin another number."""
FEWEST_COLUMNS = 80
"""Below this the steps are left out."""


class AgendaList(RowList, CommandPart):
    """Every block with its start and its minutes; those that are parked stand at the end."""

    commands = AGENDA
    title_of_help = "On the agenda"

    class TimeWanted(Message):
        """Somebody wants to type when the marked block must start."""

    def __init__(self, desk: PlanDesk, *, id: str) -> None:
        super().__init__(id=id)
        self._desk = desk
        self._with_steps = True
        self._typed = ""
        self._since: Draft[Plan] | None = None
        """The draft before the number that is being typed."""
        self._typed_out = Quiet(self, TYPED_SECONDS, self._show_number)

    @property
    def block(self) -> Block | None:
        """The marked block, in the agenda or parked."""
        return self._desk.plan.block(self.marked)

    @property
    def _protocol(self) -> Protocol | None:
        block = self.block
        return self._desk.shelf.protocols.get(block.protocol or "") if block else None

    def show_plan(self, mark: str = "", *, airy: bool) -> None:
        """Draw the plan as it is."""
        steps = self._with_steps and self.app.size.width >= FEWEST_COLUMNS
        typed = (self.marked, self._typed) if self._typed else ("", "")
        self.show(agenda_rows(self._desk.view, steps=steps, airy=airy, typed=typed), mark)

    # Minutes, typed in place

    def on_key(self, event: events.Key) -> None:
        """Digits are the marked block's minutes; each of them counts at once."""
        if event.key == "backspace" and self._typed:
            event.stop()
            self._retype(self._typed[:-1])
        elif event.key == "enter" and self._typed:
            event.stop()
            self._show_number()
        elif event.is_printable and (event.character or "") in "0123456789" and self.block:
            event.stop()
            self._retype(f"{self._typed}{event.character}".lstrip("0")[:3])

    def _retype(self, typed: str) -> None:
        block = self.marked
        self._since = self._since or self._desk.draft
        self._typed = typed
        self._typed_out.ask()
        minutes = float(typed) if typed else 0
        self.post_message(
            EditWanted(
                lambda plan: agenda.with_set_minutes(plan, block, minutes) if minutes else plan,
                "minutes",
                since=self._since,
            )
        )

    def end_typing(self) -> bool:
        """Be done with a number, before the plan is changed otherwise; whether one was typed."""
        self._typed_out.stop()
        was, self._typed, self._since = bool(self._typed), "", None
        return was

    def _show_number(self) -> None:
        """The number is complete: the row shows it as it shows the others."""
        if self.end_typing():
            self.post_message(EditWanted(lambda plan: plan, ""))

    @on(RowList.Marked)
    def _moved_on(self) -> None:
        self.end_typing()

    # Changing blocks

    def _edit(self, make: Make, what: str, mark: str = "", told: str = "") -> None:
        self.end_typing()
        self.post_message(EditWanted(make, what, mark, told))

    def action_choose(self) -> None:
        """A second click opens the block, as enter does."""
        self.action_edit()

    def action_edit(self) -> None:
        """Change the marked block."""
        self.end_typing()
        if self.block:
            self.post_message(PlaceWanted(f"block {self.marked}"))

    def action_add(self) -> None:
        """Add a block and open its form."""
        block = editing.new_block(self._desk.plan, "New block")
        after = self._behind
        self._edit(lambda plan: editing.with_block(plan, block, after), "add a block", block.id)
        self.post_message(PlaceWanted(f"block {block.id}"))

    @property
    def _behind(self) -> str | None:
        """The block that a new one is put behind; a parked one is behind nothing."""
        return self.marked if editing.index_of(self._desk.plan, self.marked) is not None else None

    def action_protocol(self) -> None:
        """Choose a protocol that fits the people and the time that is left."""
        view = self._desk.view
        left = max(0.0, view.plan.minutes - view.minutes)
        self.post_message(
            ProtocolRequested(view.plan.audience.count, view.plan.mode, left, self._insert)
        )

    def _insert(self, chosen: str | None) -> None:
        protocol = self._desk.shelf.protocols.get(chosen or "")
        if protocol is None:
            return
        block = editing.protocol_block(self._desk.plan, protocol)
        after = self._behind
        self._edit(
            lambda plan: editing.with_block(plan, block, after), f"put in {protocol.name}", block.id
        )

    def action_carry(self, by: int) -> None:
        """Move the marked block."""
        block = self.marked
        self._edit(lambda plan: editing.with_moved_block(plan, block, by), "move", block)

    def action_minutes(self, by: int) -> None:
        """Make the marked block longer or shorter."""
        block = self.marked
        self._edit(lambda plan: editing.with_minutes(plan, block, by), "minutes", block)

    def action_remove(self) -> None:
        """Take the marked block out; undo brings it back."""
        block = self.block
        if block is not None:
            what = f"take out {block.title}"
            make = partial(editing.without_block, block_id=block.id)
            self._edit(make, what, told="u undoes it")

    def action_duplicate(self) -> None:
        """Put a copy behind the marked block."""
        if self._behind:
            _, copy = agenda.duplicated(self._desk.plan, self.marked)
            block = self.marked
            self._edit(lambda plan: agenda.duplicated(plan, block)[0], "duplicate", copy)

    def action_park(self) -> None:
        """Park the marked block, or bring a parked one back to the end of the agenda."""
        block = self.marked
        if self._behind:
            self._edit(lambda plan: agenda.parked(plan, block), "park")
        elif block:
            self._edit(lambda plan: agenda.unparked(plan, block, None), "bring back", block)

    def action_steps(self) -> None:
        """Show or hide the steps."""
        self._with_steps = not self._with_steps
        self._edit(lambda plan: plan, "")

    def action_step_minutes(self) -> None:
        """Set the minutes of a protocol's steps."""
        self.post_message(PlaceWanted(f"steps {self.marked}"))

    def action_pin(self) -> None:
        """Let a pinned start go, or type one."""
        block = self.block
        if block is not None and block.pinned_start is not None:
            self._edit(lambda plan: agenda.pinned(plan, block.id, None), "let the start go")
        elif self._behind:
            self.post_message(self.TimeWanted())

    def pin(self, typed: str) -> None:
        """Pin the marked block's start to a time that was typed. Raises ValueError."""
        block, at = self.marked, time_of_day(typed)
        self._edit(lambda plan: agenda.pinned(plan, block, at), "pin", block)

    # Choices

    def action_split(self) -> None:
        """Divide a plain block at once; ask behind which step to divide a protocol."""
        block, protocol = self.block, self._protocol
        points = agenda.split_points(block, protocol) if block else ()
        if not points:
            return self._split(None)
        choices = [Choice(step.id, f"Behind {step.name}") for step in points]
        self.app.push_screen(ChooseDialog("Divide the protocol", choices), self._split_behind)

    def _split_behind(self, step: str | None) -> None:
        if step is not None:
            self._split(step)

    def _split(self, behind: str | None) -> None:
        block, protocol = self.marked, self._protocol
        self._edit(lambda plan: agenda.split(plan, block, protocol, behind)[0], "divide", block)

    def action_groups(self) -> None:
        """Choose how people sit: what is proposed for so many, with what it takes."""
        block, plan = self.block, self._desk.plan
        if block is None:
            return
        sizes = grouping_proposals(plan, block, self._protocol)
        proposals = (*parallel_proposals(plan, block, self._protocol), *sizes)
        choices = [
            Choice(str(at), each.text, ", ".join((each.note, *each.needs)))
            for at, each in enumerate(proposals)
        ]
        choices.append(Choice("by hand", "Name the groups yourself"))
        title = f"{block.title}: groups for {plan.audience.count or 'how many?'}"

        def take(chosen: str | None) -> None:
            if chosen == "by hand":
                self.post_message(PlaceWanted(f"groups {block.id}"))
            elif chosen is not None:
                proposal = proposals[int(chosen)]
                self._edit(
                    lambda plan: with_proposal(plan, block.id, proposal), proposal.text, block.id
                )

        self.app.push_screen(ChooseDialog(title, choices), take)
