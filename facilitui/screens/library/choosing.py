"""The library to choose a protocol from: letters search, commands have keys that are no text."""

from __future__ import annotations

from textual import events, on

from facilitui.commands import HELP_WHILE_TYPING
from facilitui.commands.library import CHOOSING
from facilitui.screens.library.screen import LibraryScreen

NO_SLASH_FIRST = r"(?!/)(?s:.*)"


class ChoosingScreen(LibraryScreen):
    """Protocols for a plan. It is dismissed with a protocol's id, or with nothing."""

    commands = CHOOSING
    help_key = HELP_WHILE_TYPING
    resting = "SearchLine"
    AUTO_FOCUS = resting
    heading = "Choose a protocol"
    leave_word = "leave"
    searched = "type a name, a purpose, a step"
    title_of_help = "Choosing a protocol"
    about = (
        "Type what you remember of it, or figures: data 45 min, 20 people. Enter takes what is "
        "marked. The minutes are those that it usually takes for the group. ⌁ is silent work, "
        "★ a favourite. What is made for other groups than yours, or for another way of meeting, "
        "is hidden until ctrl+y shows it."
    )

    def on_mount(self) -> None:
        """The key that begins a search elsewhere begins none that looks for a slash."""
        self.search_line.restrict = NO_SLASH_FIRST

    @property
    def typing(self) -> bool:
        """The keys of the commands here are never text."""
        return False

    @property
    def searching(self) -> bool:
        """Whether something was typed that escape takes away."""
        return bool(self.search_line.value)

    def choose(self, key: str) -> None:
        """Hand the protocol over."""
        self.dismiss(key)

    def leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)

    def words_of_keys(self) -> dict[str, str]:
        """What the keys do with what is shown."""
        marked = bool(self.rows.marked)
        words = {"choose": "use" if marked else "", "look": "look" if marked else ""}
        return super().words_of_keys() | words | ({"look": "list"} if self.reading else {})

    def action_look(self) -> None:
        """Look at what is marked, or go back to the list."""
        if self.reading:
            self.close_page()
        else:
            super().action_look()

    @on(events.Key)
    def _search_for(self, event: events.Key) -> None:
        """A letter that is typed on the page or on the list is searched for as well."""
        if event.is_printable and event.character and not event.character.isspace():
            event.stop()
            self.action_search()
            self.search_line.insert_text_at_cursor(event.character)
