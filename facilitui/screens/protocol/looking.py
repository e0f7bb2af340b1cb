"""Looking at a protocol: for how many people its times are worked out, what its checks say."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.dialogs.editing import EditingScreen
from facilitui.screens.dialogs.form import FormDialog
from facilitui.services.forms.form import applied
from facilitui.services.library.protocol_desk import ProtocolDesk
from facilitui.services.library.protocol_forms import MOST_PEOPLE, people_form


class Looking:
    """Shows one protocol on one screen for other people, and all that its checks say."""

    def __init__(self, screen: EditingScreen[str], desk: ProtocolDesk) -> None:
        self._screen, self._desk = screen, desk

    def more_people(self, by: int) -> None:
        """Work the times out for more or fewer people."""
        self._desk.people = max(1, min(MOST_PEOPLE, self._desk.view.people + by))
        self._screen.show_all()

    def ask_people(self) -> None:
        """Ask for how many people the times are worked out."""
        form = people_form(self._desk.view.people)

        def take(values: Mapping[str, str]) -> str:
            self._desk.people, told = applied(form, self._desk.view.people, values)
            self._screen.show_all()
            return told

        self._screen.app.push_screen(FormDialog(form, take))

    def ask_check(self, go: Callable[[str], None]) -> None:
        """Show everything to look at again; `go` is called with the place of what is chosen."""
        checks = self._desk.view.checks
        if not checks:
            return self._screen.tell("Nothing to look at again.")

        def chosen(number: str | None) -> None:
            if number is not None:
                go(checks[int(number)].place)

        choices = [Choice(str(n), each.text) for n, each in enumerate(checks)]
        self._screen.app.push_screen(ChooseDialog("To look at again", choices), chosen)
        return None
