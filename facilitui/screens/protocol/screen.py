"""Protocol: one's own protocol and its steps side by side. Every change is kept at once."""

from __future__ import annotations

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import Resize

from facilitui.commands.protocol import PROTOCOL
from facilitui.core.library import protocol_editing as editing
from facilitui.core.library.protocol import Protocol
from facilitui.screens.dialogs.editing import EditingScreen
from facilitui.screens.protocol.looking import Looking
from facilitui.screens.protocol.shipped import Origin
from facilitui.services.forms.form import Form
from facilitui.services.library.protocol_desk import ProtocolDesk
from facilitui.services.library.protocol_forms import form_of
from facilitui.services.library.protocol_step_forms import new_step_form
from facilitui.widgets import protocol_view as view
from facilitui.widgets.key_line import KeyLine
from facilitui.widgets.panel import Panel
from facilitui.widgets.protocol_facts import fact_rows
from facilitui.widgets.row_list import RowList

HIGH = 36
"""From so many lines on rows stand apart."""
TAKEN_OUT = {"cycle": editing.without_cycle, "step": editing.without_step}
"""How a part of a protocol is taken out, by what it is."""


class ProtocolScreen(EditingScreen[str]):
    """One protocol being written; it is dismissed with its id."""

    CSS_PATH = "protocol.tcss"
    AUTO_FOCUS = "#steps"
    commands = PROTOCOL
    title_of_help = "Protocol"
    about = (
        "What it is for, for whom, and its steps with their minutes for one pass. It is a file in "
        "the protocols folder of your data; one with a shipped one's id is used in its place. "
        "Every change is kept at once and can be undone. In a plan, p on the agenda offers it."
    )
    steps = getters.query_one("#steps", RowList)
    """The steps."""
    facts = getters.query_one("#facts", RowList)
    """All that is not a step."""

    def __init__(self, desk: ProtocolDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._origin = Origin(self, desk)
        self._looking = Looking(self, desk)

    def compose(self) -> ComposeResult:
        """A heading, the facts, the steps with their totals, what to look at again, the keys."""
        yield Panel(id="head")
        with Horizontal(id="body"):
            yield RowList(id="facts")
            with Vertical(id="steps-side"):
                yield Panel(view.steps_head, id="steps-head")
                yield RowList(id="steps")
                yield Panel(id="totals")
                yield Panel(id="check")
        yield KeyLine(PROTOCOL)

    def on_mount(self) -> None:
        """Show the protocol, and ask what has to be known before it is changed."""
        self.show_all()
        self.keeping.begin()
        self._ask_first()

    def _ask_first(self) -> None:
        if self._desk.conflict:
            self.tell(f"{self._desk.conflict} f settles it.", problem=True)
        elif self._desk.unnamed:
            self._edit(form_of(self._desk.protocol, "about"))
        else:
            self._origin.ask_where()

    def result(self) -> str:
        """The protocol's id."""
        return self._desk.protocol.id

    def show_all(self) -> None:
        """Draw everything."""
        self.show_changed()

    def show_changed(self, mark: str = "") -> None:
        """Draw everything from the protocol as it is."""
        desk, now = self._desk, self._desk.view
        airy = self.app.size.height >= HIGH
        self.query_one("#head", Panel).show(lambda width: view.head(desk, width))
        self.facts.show(fact_rows(now, view.file_told(desk), airy=airy))
        self.steps.show(view.step_rows(now, airy=airy), mark)
        self.query_one("#totals", Panel).show(lambda width: view.totals(now, width))
        self.query_one("#check", Panel).show(lambda width: view.check_line(now, width))

    @on(Resize)
    def _resized(self) -> None:
        self.call_after_refresh(self.show_all)

    # Changing

    def _edit(self, form: Form[Protocol] | None) -> None:
        """Open a form; a step that it makes is marked."""
        if form is not None:
            known = {step.id for step in self._desk.protocol.steps}
            self.edit(form, mark=lambda: self._new_step(known), closed=self._form_closed)

    def _new_step(self, known: set[str]) -> str:
        steps = self._desk.protocol.steps
        return next((step.id for step in steps if step.id not in known), "")

    async def _form_closed(self, nothing: None) -> None:
        """A protocol that has a name by now gets its file, which is told."""
        await self._origin.keep_named()
        self.show_all()

    @on(RowList.Chosen)
    def action_edit(self) -> None:
        """Change what is marked."""
        self._edit(form_of(self._desk.protocol, self._place))

    @property
    def _on_facts(self) -> bool:
        return self.focused is self.facts

    @property
    def _place(self) -> str:
        return self.facts.marked if self._on_facts else f"step {self.steps.marked}"

    @property
    def _step(self) -> str:
        """The step that the keys are for; none while they go to the facts."""
        if self._on_facts:
            self.tell("tab goes to the steps first")
        return "" if self._on_facts else self.steps.marked

    def action_add(self) -> None:
        """Add a step behind the marked one."""
        self._edit(new_step_form(self._desk.protocol, self.steps.marked))

    def action_duplicate(self) -> None:
        """Put a copy behind the marked step."""
        if step := self._step:
            self.change(lambda made: editing.with_copied_step(made, step), "a copy of a step")
            self.steps.action_move(1)

    def action_move(self, by: int) -> None:
        """Move the marked step."""
        if step := self._step:
            self.change(lambda made: editing.with_moved_step(made, step, by), "move", step)

    def action_minutes(self, by: int) -> None:
        """Make the marked step usually longer or shorter."""
        if step := self._step:
            self.change(lambda made: editing.with_minutes(made, step, by), "minutes", step)

    def action_remove(self) -> None:
        """Take out what is marked; undo brings it back."""
        what, _, name = self._place.partition(" ")
        if what not in TAKEN_OUT:
            self.tell("nothing to take out here")
        elif self.change(lambda made: TAKEN_OUT[what](made, name), f"take out a {what}"):
            self.tell("u undoes it")

    # Looking

    def action_people(self, by: int) -> None:
        """Work the times out for more or fewer people."""
        self._looking.more_people(by)

    def action_number(self) -> None:
        """Ask for how many people the times are worked out."""
        self._looking.ask_people()

    def action_other_side(self) -> None:
        """Go between the steps and the facts."""
        target = self.steps if self._on_facts else self.facts
        self.set_class(target is self.facts, "-facts")
        self.set_focus(target)

    def action_checks(self) -> None:
        """Show everything to look at again; choosing one goes there."""
        self._looking.ask_check(self._go_to)

    def _go_to(self, place: str) -> None:
        """Go to what a check is about, and open it."""
        self.steps.mark(place.removeprefix("step "))
        self._edit(form_of(self._desk.protocol, place))

    def action_back_to_shipped(self) -> None:
        """Go back to the shipped one."""
        self._origin.ask_back()
