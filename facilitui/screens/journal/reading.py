"""Reading an entry: its revisions, what changed in them, and what belongs to it."""

from __future__ import annotations

import asyncio

from textual import work

from facilitui import text as t
from facilitui.core.backups.soundness import Soundness
from facilitui.core.errors import NotFound
from facilitui.core.journals.journal_passages import Passage
from facilitui.core.journals.journal_rows import EntryRow
from facilitui.core.sessions.noted import Noted
from facilitui.screens.journal import reading_told as say
from facilitui.screens.journal.finding import FoundEntries
from facilitui.screens.journal.of_entry import of_what_is_read
from facilitui.services.journals.opened import Compared, Opened
from facilitui.widgets import journal_page as page
from facilitui.widgets.browse_parts import NO_HEAD, Head
from facilitui.widgets.journal_changes import change_lines
from facilitui.widgets.panel import Panel
from facilitui.widgets.verdict_page import verdict_lines

SOON = 0.15
"""Seconds after which it is said that something is being read."""


class ReadEntries(FoundEntries):
    """Entries of which one is read."""

    def __init__(self) -> None:
        super().__init__()
        self._opened: Opened | None = None
        """What was read last."""
        self._back = 0
        """How many revisions before the newest is asked for."""
        self._comparing = False
        """Whether what changed in it is asked for in place of it."""
        self._coming = False
        """Whether what is asked for is still being read."""
        self._verdict: Soundness | None = None
        """What does not hold, while that is read in place of an entry."""
        self._looked_over: Soundness | None = None
        """What was found, while the entries with findings are gone through."""
        self._round: tuple[str, ...] = ()
        """The entries that belong together and are gone through, the one they belong to first."""

    def show_page_of(self, key: str, back: int = 0, compare: bool = False) -> None:
        """Read the one entry that is looked at, or a revision of it so many before the newest."""
        self._reads, self._verdict, self._coming = key, None, True
        self._back, self._comparing = back, compare
        self._read(key, back, compare)

    @work(exclusive=True, group="read")
    async def _read(self, key: str, back: int, compare: bool) -> None:
        soon = self.set_timer(SOON, lambda: self._show(f"{key} {t.ELLIPSIS}", say.being_read))
        try:
            opened = await self._reviewing.read(key, back)
            if back and self._opened is not None and opened.revisions != self._opened.revisions:
                back, opened = 0, await self._reviewing.read(key)  # it was gone on with meanwhile
            compared = await self._reviewing.changes(key, back) if compare else None
            keys = page.revision_keys(back, opened.revisions, comparing=compare)
            draw = await self._drawn(opened, compared, self._passages.get(key), keys)
        except NotFound as error:
            row, told = self._rows.get(key), str(error)
            title, self._opened, self._coming = row.title if row else "Not found", None, False
            return self._show(key, lambda width: page.trouble_lines(title, told, width))
        finally:
            soon.stop()
        self._opened, self._back, self._coming = opened, back, False
        self._show(f"{key} d" if compare else key, draw, page.head_of(opened))
        self.offer_keys()

    async def _drawn(
        self, opened: Opened, compared: Compared | None, part: Passage | None, keys: page.Keys
    ) -> t.Draw:
        """The page, drawn in another thread for the width that there is: there may be much."""
        words = self._shown.words

        def draw(width: int) -> t.Lines:
            if compared is not None:
                return change_lines(compared, words, width, keys)
            return page.entry_lines(opened, words, width, part, keys, say.NEXT)

        there = self.page.query_one(Panel).content_size.width
        room = t.reading(there or self.app.size.width - 4)
        lines = await asyncio.to_thread(draw, room)
        return lambda width: lines if t.reading(width) == room else draw(width)

    def show_marked(self) -> None:
        """What is read stays, with its revision and what changed, whatever made it drawn again;
        so does an entry that was asked for where it is older than all that are listed."""
        unlisted = self.reading and self._reads and self._reads not in self._rows
        if self._verdict is not None and self.reading:
            self._show_verdict(self._verdict)
        elif self._read_now() and (unlisted or self._reads == self.rows.marked):
            self.show_page_of(self._reads, self._back, self._comparing)
        elif unlisted:
            self.show_page_of(self._reads)
        else:
            super().show_marked()

    def open_page(self) -> None:
        """Read what is marked."""
        self._reads = self.rows.marked
        super().open_page()

    def close_page(self) -> None:
        """A page that is left is read from its newest revision again, but for one that is seen."""
        super().close_page()
        if not self.beside:
            self._opened = None
        self._verdict = self._looked_over = self.way_back = None

    def action_leave(self) -> None:
        """An entry that was asked for elsewhere is left for where that was."""
        back = self.way_back if self.reading else None
        if self.from_verdict is not None and back is None:
            return self.show_verdict(self.from_verdict)
        super().action_leave()
        if back is not None:
            self.post_message(back)

    def _show(self, key: str, draw: t.Draw, head: Head = NO_HEAD) -> None:
        self.page.show(key, draw, self._shown.words, head)
        self.look_whether_opened()

    def _read_now(self) -> Opened | None:
        """What is read, where a page is seen and is there by now."""
        seen = self._opened if self.reading or self.beside else None
        return seen if seen is not None and seen.row.id == self._reads else None

    @property
    def shows_looked_at(self) -> bool:
        """Whether the page is of the entry that is looked at, and of all that was asked for."""
        return super().shows_looked_at and not self._coming

    def action_leaf(self, by: int) -> None:
        """Show a revision of the entry so many further back."""
        self.once_shown(lambda: self._leaf(by))

    def _leaf(self, by: int) -> None:
        opened = self._read_now()
        if opened is None or opened.revisions < 2:
            return self.tell_lack(say.ONE_REVISION)
        back = min(max(self._back + by, 0), opened.revisions - 1)
        self.show_page_of(opened.row.id, back, self._comparing and back < opened.revisions - 1)

    @of_what_is_read
    def action_changes(self) -> None:
        """Show what changed against the revision before, and again the entry itself."""
        opened = self._read_now()
        if opened is None or opened.revisions < 2:
            return self.tell_lack(say.ONE_REVISION)
        if self._back == opened.revisions - 1:
            return self.tell(say.IS_FIRST)
        self.show_page_of(opened.row.id, self._back, not self._comparing)

    def choose(self, key: str) -> None:
        """From what was found wrong to the first entry of it; else as ever."""
        if self._verdict is None or not self.reading:
            super().choose(key)
        elif found := self._verdict.entries:
            self._round, self._looked_over = found, self._verdict
            self.open_entry(found[0])
        else:
            self.tell_lack(say.ABOUT_NONE)

    @property
    def from_verdict(self) -> Soundness | None:
        """What was found wrong, where an entry of it is read in place of that."""
        return self._looked_over if self.reading and self._verdict is None else None

    @of_what_is_read
    def action_next_belonging(self) -> None:
        """Open the next entry that belongs to the one that is read, after the last the first."""
        opened = self._read_now()
        own = opened.row.id if opened is not None else ""
        if own not in self._round or (len(self._round) < 2 and self.from_verdict is not None):
            self._round = opened.belonging if opened is not None else ()
        if len(self._round) < 2:
            return self.tell_lack(say.NOTHING_ELSE)
        at = self._round.index(own) if own in self._round else -1
        self.open_entry(self._round[(at + 1) % len(self._round)])

    def action_rivals(self) -> None:
        """Show conflicting revisions, or say that there are none."""
        if self._shown.complete and not self._shown.rivals:
            return self.tell_lack(say.NO_CONFLICT)
        super().action_rivals()

    def tell_lack(self, told: str) -> None:
        """Say what is missing for that; where findings are read, that they are no entry."""
        if self._verdict is not None and self.reading:
            told = say.OF_NO_ENTRY if self._verdict.entries else say.ABOUT_NONE
        super().tell_lack(told)

    @property
    def reads_no_entry(self) -> bool:
        """What was found wrong is about none that is marked."""
        return self._verdict is not None and self.reading

    def looked_at(self) -> EntryRow | None:
        """The entry that is read, else the marked one; what was found wrong is about none."""
        if self.reads_no_entry:
            return None
        read = self._read_now() if self.reading else None
        key = self._reads if self.reading and self._reads else self.rows.marked
        return read.row if read is not None else self._rows.get(key)

    @property
    def found_by(self) -> Noted | None:
        """The line of its run that the entry was found by; None where there is none."""
        row = self.looked_at()
        part = self._passages.get(row.id) if row is not None else None
        return part.noted if part is not None else None

    def show_verdict(self, verdict: Soundness) -> None:
        """Show what does not hold, as a page."""
        self._reads, self._opened, self._verdict, self._looked_over = "", None, verdict, None
        self.turn_to(reading=True)
        self._show_verdict(verdict)

    def _show_verdict(self, verdict: Soundness) -> None:
        count = len(verdict.entries)
        keys = (("enter", say.OPENS_FIRST if count > 1 else say.OPENS_IT),) if count else ()
        self.page.show("", lambda width: verdict_lines(verdict, width, keys))

    def words_of_keys(self) -> dict[str, str]:
        """Nothing more can be opened on a page, nothing compared that has no revision before."""
        words = super().words_of_keys()
        opened = self._read_now()
        if self.reading:
            words["choose"] = (
                say.OPENS if self._verdict is not None and self._verdict.entries else ""
            )
            words |= {"leave": self.way_back.called} if self.way_back is not None else {}
            words |= {"leave": "findings"} if self.from_verdict is not None else {}
        is_first = opened is None or self._back >= opened.revisions - 1
        if is_first or not self.reading:
            words["leaf(1)"] = ""
        if is_first or self._comparing:
            words["changes"] = "" if is_first else "the entry"
        in_round = opened is not None and opened.row.id in self._round and len(self._round) > 1
        if not in_round and (opened is None or len(opened.belonging) < 2):
            words["next_belonging"] = ""
        of_an_entry = ("revise", "replay", "report", "rubric")
        words |= {} if self.form is not None else {"revise": ""}
        return words | dict.fromkeys(() if self.looked_at() else of_an_entry, "")
