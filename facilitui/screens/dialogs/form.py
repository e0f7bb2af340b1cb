"""A form: fields under one another. What is typed takes effect at once; undo takes it back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.events import DescendantFocus
from textual.widgets import Input, TextArea

from facilitui import text as t
from facilitui.core.unkept import Unkept
from facilitui.screens.dialogs import form_foot as foot
from facilitui.screens.dialogs.dialog import Key
from facilitui.screens.dialogs.form_fields import Fields
from facilitui.screens.dialogs.form_going import FormGoing
from facilitui.screens.dialogs.form_picture import Picture, begun, shown_values
from facilitui.screens.dialogs.form_rows import LABEL, label_width
from facilitui.services.forms.form import Fault, Following, Form, Values
from facilitui.services.forms.lacking import lacking as lacking_in
from facilitui.widgets.fields import LineField
from facilitui.widgets.form_choices import ChoiceField
from facilitui.widgets.form_lists import ListField
from facilitui.widgets.made_later import MadeLater, Ready
from facilitui.widgets.panel import Panel
from facilitui.widgets.quiet import Soon

KEPT_SECONDS = 0.3
Take = Callable[[Mapping[str, str]], str]
"""Takes the values; gives a sentence where they cannot be understood, else nothing."""


class FormDialog(MadeLater, FormGoing):
    """Shows a form and hands over its values a moment after they change."""

    BINDINGS = [Binding("escape,ctrl+s", "close", "done", show=False)]

    kept = foot.KEPT
    """What becomes of what is typed."""

    def __init__(
        self,
        form: Form[Any],
        take: Take,
        at: str = "",
        *,
        half: Values | None = None,
        refused: Callable[[], str] = lambda: "",
        at_fault: Callable[[Values], str] = lambda values: "",
    ) -> None:
        """`at` is the field that the keys go to first, where it is not the first one.

        `half` is what was half typed before, which is offered again; `refused` says why the disk
        takes nothing, as long as it does not. `at_fault` tells because of which field
        values are not taken, each of which can be read by itself.
        """
        super().__init__()
        self._form, self._take, self._at = form, take, at or form.begins
        self._begun, self._refused = begun(form, half or {}), refused
        self._at_fault = at_fault
        self._fields = Fields(replace(form, fields=()), {})
        self._soon = Soon(self, KEPT_SECONDS, self._hand_over)
        self._last: Values = {}
        """What stood in the fields when that was worked out last."""
        self._faults: Mapping[str, Fault] = {}
        self._follows: Mapping[str, Following] = {}
        self.problem = ""
        """Why what is typed cannot be understood, as it was told when it was handed over."""
        self._said = ""
        """What is told before all else, until something is typed."""
        self._lacking: Values = {}
        """What stood in the fields of which it was told that they lack something."""
        self._warned = False
        self._done = False

    def compose(self) -> ComposeResult:
        """A heading, the fields as they will stand, what is wrong, the keys."""
        self._work_out()
        with Vertical(id="dialog"):
            yield Panel(self._draw_head, id="form-head")
            with VerticalScroll(id="fields", can_focus=False) as fields:
                fields.set_class(label_width(self._form) > LABEL, "-names")
                yield Picture(self._begun, self._follows)
            yield Panel(self.draw_foot, id="foot")

    def on_mount(self) -> None:
        """Show the form; its fields are made once it is seen."""
        self.fit("#fields", 11, 7)
        self.call_after_refresh(self._fill_in)

    async def _fill_in(self) -> None:
        """Put the fields where their picture is, and let the keys go to one of them."""
        if not self.is_attached:
            return
        fields = Fields(self._begun, self._follows)
        with self.app.batch_update():
            await self.query_one("#fields").mount_all(fields.rows())
            self._fields = fields
            self.set_focus(fields.editors.get(self._at) or fields.first)
            self.query_one(Picture).display = False
        if self._begun is not self._form:
            self._hand_over()
            self.problem = ""  # it is told in its field, which is marked
        self.ready = True
        self.post_message(Ready())

    def on_resize(self) -> None:
        """The foot stays in view."""
        self.fit("#fields", 11, 7)

    def _draw_head(self, width: int) -> t.Lines:
        kept = foot.REFUSED if self._refused() else self.kept
        return foot.head_lines(self._form.title, kept, width, airy=self.tall)

    def show_kept(self) -> None:
        """Show whether the disk takes what is typed."""
        self.query_one("#form-head", Panel).show(self._draw_head)
        self.query_one("#foot", Panel).show(self.draw_foot)

    def draw_foot(self, width: int) -> t.Lines:
        """The hint, what is wrong, the keys; as high whatever is told."""
        above = [t.BLANK] if self.tall else []
        if self.all_keys:
            return [*above, *foot.padded(self.foot(width), foot.TOLD_LINES + 1)]
        here = self._fields.field_of(self.focused)
        fault = self._faults.get(here.key) if here else None
        told = self._said or (fault.told if fault else self.problem) or self._refused()
        seen = not self.query_one("#fields").max_scroll_y
        hints = foot.hints_of(here, self._form.fields, self._follows, told, whole_seen=seen)
        return [*above, *foot.told_lines(hints, told, width), *self.foot(width)]

    def keys(self) -> list[Key]:
        """Going on and being done."""
        here = self.focused
        first, last = here is self._fields.edge(), here is self._fields.edge(last=True)
        return foot.keys_of(here, first=first, last=last)

    def more_keys(self) -> list[Key]:
        """What this field's own keys do."""
        return foot.more_keys_of(self.focused)

    @property
    def values(self) -> dict[str, str]:
        """What is written in the fields."""
        return self._fields.values or dict(shown_values(self._begun))

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(ChoiceField.Changed)
    @on(ListField.Changed)
    def _hand_over_soon(self) -> None:
        self._warned, self._said = False, ""
        self._fields.hold(self._form.turn(self._last, self.values))
        self._work_out()
        self._show()
        self._soon.ask()

    def _work_out(self) -> None:
        """What is wrong, and what the fields offer and tell now."""
        values, before = self.values, self._faults
        self._last = values
        self._faults, self._follows = self._form.faults(values), self._form.follow(values)
        self.problem = foot.still_wrong(self.problem, before, self._faults)

    def _show(self) -> None:
        lacking = [*filter(self._still_lacks, self._lacking)]
        self._fields.show(self._faults, self._follows, self.focused, lacking)
        self.query_one("#foot", Panel).show(self.draw_foot)

    @on(DescendantFocus)
    def _show_keys(self) -> None:
        self.all_keys = False
        self._show()
        if self.focused in (self._fields.edge(), self._fields.first):
            self.call_after_refresh(self._fields.show_top, self.query_one("#fields"))

    def _taken(self) -> bool:
        """Hand over what is typed; whether all of it can be understood."""
        self._soon.stop()
        self.problem = self._take(self.values)
        return not self.problem

    def _hand_over(self) -> None:
        self._taken()
        self._show()

    @on(LineField.Refused)
    def _tell_refused(self, event: LineField.Refused) -> None:
        self.tell(event.told)

    # Being done

    def action_close(self) -> None:
        """Be done."""
        self.finish()

    def finish(self) -> None:
        """Be done; what cannot be understood is told once before it is left out."""
        if self._taken() or self._warned:
            self.leave()
        else:
            self.warn()

    def warn(self, key: str = "escape") -> None:
        """Say what would be left out by the same key once more, where it can be mended."""
        self._warned = True
        self.tell_at(self._first_fault, foot.left_out(key, self._form, self._faults, self.problem))

    @property
    def _first_fault(self) -> str:
        """The first field that has to be mended; empty where that is no single one."""
        return next(iter(self._faults), "") or self._at_fault(self.values)

    def tell(self, sentence: str) -> None:
        """Tell something before all else, until something is typed."""
        self._said = sentence
        self._show()

    def tell_at(self, field: str, sentence: str, lacking: Collection[str] | None = None) -> None:
        """Tell something of a field, and let the keys go there; what lacks is marked as wrong."""
        marked = (field, *lacking_in(self._form, self.values)) if lacking is None else lacking
        self._lacking = {key: self.values.get(key, "") for key in marked}
        self.go_to(field)
        self.tell(sentence)

    def _still_lacks(self, key: str) -> bool:
        """Whether a field says what it said when it was told that it lacks something."""
        return key in self._lacking and self.values.get(key, "") == self._lacking[key]

    def leave(self) -> None:
        """Go away with what was taken."""
        self._done = True
        self.dismiss()

    async def unkept(self) -> tuple[Unkept, ...]:
        """Nothing of its own: what is typed belongs to what the form is about."""
        if self._soon.asked:
            self._soon.stop()
            self._hand_over()
        return ()

    def on_unmount(self) -> None:
        """Ended from outside: what is typed is taken all the same."""
        if not self._done:
            self._take(self.values)
