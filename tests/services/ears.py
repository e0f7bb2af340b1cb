"""A session that ended, and what its participants said, over memory."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from facilitui.core.agendas_outside.raw_table import RawRow, RawTable
from facilitui.core.errors import NotSaved
from facilitui.core.plans.planning_ports import AGENDA, Sought
from facilitui.core.responses.feedback import Item, Response
from facilitui.core.responses.form_letters import Letters
from facilitui.core.responses.form_memory import Forms, with_form
from facilitui.core.responses.form_table import form_table
from facilitui.core.sessions import moves
from facilitui.services.responses.hearing import Hearing
from tests.core.forms import HEAD, ROWS
from tests.services.fakes import MemoryJournal, MovableClock, counting
from tests.services.memory_files import FULL, MemoryDrafts
from tests.services.rooms import Room

SLIP = Response(levels={Item.PACE: 4, Item.BEFORE: 1, Item.NOW: 3})


class AnyFile:
    """A file of any name, with as many answers as its name says."""

    async def read(self, path: str, sought: Sought = AGENDA) -> tuple[str, bytes]:
        return f"{path}.csv", path.encode()


def of_rows(name: str, data: bytes, letters: Letters | None = None) -> RawTable:
    """So many answers as the data say; chosen letters are told."""
    rows = (HEAD, *ROWS[: int(data)])
    table = form_table([RawRow(line, cells) for line, cells in enumerate(rows, 1)])
    return replace(table, told=(letters.label,)) if letters else table


@dataclass
class MemoryForms:
    """What is remembered of forms; the disk can be full."""

    kept: Forms = ()
    full: bool = False

    async def forms(self) -> Forms:
        return self.kept

    async def remember(self, form: str, columns: list[dict[str, Any]]) -> None:
        if self.full:
            raise NotSaved(FULL)
        self.kept = with_form(self.kept, form, columns)


class Ear:
    """Hearing over memory, and a session of nine that ended."""

    def __init__(self) -> None:
        self.room, self.journal, self.drafts = Room(), MemoryJournal(), MemoryDrafts()
        self.forms, self.session = MemoryForms(), ""

    def hearing(self) -> Hearing:
        """As another start of the program makes it."""
        return Hearing(
            AnyFile(),
            of_rows,
            self.forms,
            self.journal,
            self.drafts,
            self.room.sessions,
            MovableClock(),
            counting(),
        )


async def an_ear() -> Ear:
    """Nothing was said yet."""
    ear = Ear()
    hosted = await ear.room.begun()
    await hosted.do(moves.attend(9))
    await hosted.do(moves.end)
    ear.session = hosted.session
    return ear
