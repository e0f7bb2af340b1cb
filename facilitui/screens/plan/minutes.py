"""Typing a block's minutes in place: digits on the marked row, each of which counts at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual import events, on

from facilitui.core.draft import Draft
from facilitui.core.plans import agenda_editing as agenda
from facilitui.core.plans.agenda_words import minutes_changed
from facilitui.core.plans.plan import Block, Plan
from facilitui.screens.plan.wishes import EditWanted
from facilitui.services.plans.plan_desk import PlanDesk
from facilitui.widgets.quiet import Quiet
from facilitui.widgets.row_list import RowList

TYPED_SECONDS = 2.5
"""Digits typed after so long begin another number."""


class MinutesList(RowList):
    """A list of a plan's blocks that takes digits as the marked one's minutes."""

    def __init__(self, desk: PlanDesk, *, id: str) -> None:
        super().__init__(id=id)
        self._desk = desk
        self._typed = ""
        self._since: Draft[Plan] | None = None
        """The draft before the number that is being typed."""
        self._typed_out = Quiet(self, TYPED_SECONDS, self._show_number)

    @property
    def block(self) -> Block | None:
        """The marked block, in the agenda or parked."""
        return self._desk.plan.block(self.marked)

    @property
    def typed(self) -> tuple[str, str]:
        """The block whose minutes are being typed, and what was typed so far."""
        return (self.marked, self._typed) if self._typed else ("", "")

    def on_key(self, event: events.Key) -> None:
        """Digits are the marked block's minutes; each of them counts at once."""
        act = self._act_of(event)
        if act is not None:
            event.stop()
            act()

    def _act_of(self, event: events.Key) -> Callable[[], None] | None:
        """What a key does to the number that is being typed; None where it is not for that."""
        if event.key == "enter" and self._typed:
            return self._show_number
        if event.key == "backspace" and self._typed:
            return partial(self._retype, self._typed[:-1])
        if event.is_printable and (event.character or "") in "0123456789" and self.block:
            return partial(self._retype, f"{self._typed}{event.character}".lstrip("0")[:3])
        return None

    def _retype(self, typed: str) -> None:
        self._since = since = self._since or self._desk.draft
        self._typed = typed
        self._typed_out.ask()
        before, minutes = since.state.block(self.marked), float(typed or 0)
        make = partial(_with_typed, block_id=self.marked, minutes=minutes)
        what = minutes_changed(before, minutes) if before else ""
        self.post_message(EditWanted(make, what, since=since))

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


def _with_typed(plan: Plan, block_id: str, minutes: float) -> Plan:
    """The plan with minutes as far as they are typed; none yet changes nothing."""
    return agenda.with_set_minutes(plan, block_id, minutes) if minutes else plan
