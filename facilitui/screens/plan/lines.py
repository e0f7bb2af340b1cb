"""Lines that are typed over a plan: kept while they are typed, asked for again after a kill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitui.core.checks.check import short
from facilitui.services.forms.half import LINE
from facilitui.services.plans.plan_desk import PlanDesk
from facilitui.widgets.line_entry import LineEntry

if TYPE_CHECKING:
    from facilitui.screens.plan.screen import PlanScreen


class KeptLine:
    """What is half typed in a line of one kind, by the thing it is typed for."""

    def __init__(self, screen: PlanScreen, desk: PlanDesk, what: str, title: str) -> None:
        """`what` is what the line does, in a word; `title` is what people call the place."""
        self._screen, self._desk = screen, desk
        self._what, self._title = what, title

    @property
    def waiting(self) -> tuple[str, str] | None:
        """For what a line was being typed when the program ended, and how far."""
        for place, half in self._desk.half.items():
            what, _, name = place.partition(" ")
            if what == self._what and LINE in half.typed:
                return name, half.typed[LINE]
        return None

    def put(self, name: str, text: str) -> None:
        """What is typed by now; nothing forgets it. It is kept with the next draft."""
        typed = {LINE: text} if text else {}
        self._desk.keep_half(f"{self._what} {name}", self._title, typed)

    async def keep(self, name: str, text: str) -> None:
        """Keep what is typed by now."""
        self.put(name, text)
        await self._screen.keeping.keep(self._desk.keep_draft, asked=False)


class PinLine:
    """The line in which it is typed when a block must start."""

    def __init__(self, screen: PlanScreen, desk: PlanDesk, entry: LineEntry) -> None:
        self._screen, self._desk, self._entry = screen, desk, entry
        self._kept = KeptLine(screen, desk, "pin", "a start")
        self._block = self._offered = ""
        """The block it is typed for, and the start that was offered for it."""

    def begin(self) -> None:
        """Ask again for a start that was being typed when the program ended."""
        if waiting := self._kept.waiting:
            block, text = waiting
            self._screen.show_agenda()
            self._screen.agenda.mark(block)
            is_there = self._screen.agenda.marked == block
            self.ask(text) if is_there else self._kept.put(block, "")

    def ask(self, typed: str = "") -> None:
        """Ask when the marked block must start."""
        marked = self._screen.agenda.marked
        slot = next((each for each in self._desk.view.slots if each.block.id == marked), None)
        if slot is not None:
            self._block, self._offered = marked, f"{slot.start:%H:%M}"
            label = f"{short(slot.block.title)} must start at"
            self._entry.ask("pin", label, typed or self._offered, select=not typed)

    async def keep(self, text: str) -> None:
        """Keep what is typed by now."""
        await self._kept.keep(self._block, text)

    def take(self, text: str) -> None:
        """Pin the start, or ask for it again where it cannot be understood."""
        try:
            self._screen.agenda.pin(text)
        except ValueError as error:
            self.ask(text)
            self._screen.tell(str(error), problem=True)
        else:
            self._kept.put(self._block, "")

    def end(self) -> None:
        """The screen goes away: what is in the line is kept."""
        if self._entry.is_open and self._entry.text != self._offered:
            self._kept.put(self._block, self._entry.text)
