"""Which file a protocol's changes go into, and how a shipped one is gone back to."""

from __future__ import annotations

from facilitui.core.library.protocol import Protocol
from facilitui.core.library.protocol_editing import OWN_PROTOCOL, UNNAMED, free_id
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.dialogs.confirm import ConfirmDialog
from facilitui.screens.dialogs.editing import EditingScreen
from facilitui.services.library.protocol_desk import ProtocolDesk


class Origin:
    """Tells on one screen where a protocol is kept, and asks what becomes of a shipped one."""

    def __init__(self, screen: EditingScreen[str], desk: ProtocolDesk) -> None:
        self._screen, self._desk, self._keeping = screen, desk, screen.keeping

    def ask_where(self) -> None:
        """Ask which file the changes go into, where there is none of one's own yet."""
        if self._desk.has_file or self._desk.unwritten:
            return
        choices = [
            Choice("same", "Make it yours, in place of the shipped one", "under the same id"),
            Choice("beside", "Make a new one of it", "under an id of its own"),
        ]
        title = f"{self._desk.protocol.name} is a shipped one"
        self._screen.app.push_screen(ChooseDialog(title, choices), self._asked_where)

    async def _asked_where(self, choice: str | None) -> None:
        if choice is None:
            self._screen.dismiss()
        elif choice == "same":
            self._screen.tell("It is yours from the first change on.")
        elif await self._keeping.keep(self._desk.beside):
            self._screen.tell(told_of_file(self._desk.protocol))
            self._screen.show_all()

    async def keep_named(self) -> None:
        """Write what was changed; one that has no name yet waits for it, and that is told."""
        if not self._desk.unnamed:
            await self._keeping.keep(self._desk.finish)
        elif self._desk.protocol.name == UNNAMED:
            await self._keeping.keep(self._desk.keep_draft)
            self._screen.tell("It has no name yet: tab goes to the facts, e gives it one.")
        elif await self._keeping.keep(self._desk.finish):
            self._screen.tell(told_of_file(self._desk.protocol))

    def ask_back(self) -> None:
        """Ask whether one's own file is to be taken away."""
        if self._desk.shipped is None:
            self._screen.tell("There is no shipped protocol of this id.")
        elif not self._desk.has_file:
            self._screen.tell("This is the shipped one as it is.")
        else:
            question = ConfirmDialog(
                "Go back to the shipped protocol?",
                "Your own file is taken away and kept in protocols/.history; u brings it back.",
                "go back",
            )
            self._screen.app.push_screen(question, self._asked_back)

    async def _asked_back(self, yes: bool | None) -> None:
        if yes and await self._keeping.keep(self._go_back):
            self._screen.show_all()

    async def _go_back(self) -> None:
        kept = await self._desk.back_to_shipped()
        self._screen.tell(f"The shipped one is used again; yours is kept as {kept}")


def told_of_file(protocol: Protocol) -> str:
    """Where a protocol of one's own is kept, and why its id is not its name."""
    kept = f"Kept as protocols/{protocol.id}.toml"
    by_name = free_id(protocol.name, (), OWN_PROTOCOL)
    taken = protocol.id.startswith(f"{by_name}_")
    return f"{kept}, as there is a {by_name} already" if taken else kept
