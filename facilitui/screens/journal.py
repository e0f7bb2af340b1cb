"""Journal: what was debriefed, to be found, read and revised."""

from __future__ import annotations

import asyncio

from textual import on, work
from textual.widgets import Input

from facilitui import text as t
from facilitui.commands.journal import JOURNAL
from facilitui.core.debrief import KIND, Debrief
from facilitui.core.errors import NotFound
from facilitui.core.search import words_of
from facilitui.messages import DebriefRequested, EntryShown, ModeRequested, ReplayRequested
from facilitui.services.reviewing import EntryRow, Reviewing, Shown
from facilitui.widgets import journal_page as page
from facilitui.widgets import journal_view as view
from facilitui.widgets.browse_screen import BrowseScreen
from facilitui.widgets.panel import Panel

AIRY_HEIGHT = 36


class JournalScreen(BrowseScreen[None]):
    """The entries of the journal, searched as one types, the marked one beside them."""

    CSS_PATH = "journal.tcss"
    commands = JOURNAL
    heading = "Journal"
    searched = "search everything"
    all_problems = "v names them all"
    title_of_help = "Journal"
    about = (
        "Everything you debriefed, the newest first. A search looks for parts of words, whatever "
        "their case and accents, and every word must occur. An entry is revised, never "
        "overwritten: the revisions before stay in the journal."
    )

    def __init__(self, reviewing: Reviewing) -> None:
        super().__init__()
        self._reviewing = reviewing
        self._rows: dict[str, EntryRow] = {}
        self._debrief: tuple[str, Debrief] | None = None
        self._to_open = ""
        """The entry that somebody else asked for, until it is shown."""

    def load(self) -> None:
        """Everything is read anew with every look."""
        self.look_up()

    @work(exclusive=True, group="find")
    async def look_up(self) -> None:
        """Find entries in a thread; a newer search takes the place of this one."""
        query = self.search_line.value
        shown = await asyncio.to_thread(lambda: asyncio.run(self._reviewing.find(query)))
        self._take(query, shown)

    def _take(self, query: str, shown: Shown) -> None:
        self._rows = {row.id: row for row in shown.rows}
        words, total = words_of(query), len(shown.rows) + shown.more
        rows = view.entry_rows(shown, words, airy=self.app.size.height >= AIRY_HEIGHT)
        found = f"{total} found" if words else t.plural(total, "entry", "entries")
        nothing = view.nothing_found(query) if words else view.empty_lines
        self.show_problems(shown.problems)
        self.query_one("#more", Panel).show(lambda width: view.more_lines(shown.more, width))
        self.show_list(query, rows, found, nothing, self._to_open)
        self._open_what_was_asked()

    def _open_what_was_asked(self) -> None:
        entry, self._to_open = self._to_open, ""
        if entry:
            self.open_page()
            self.show_page_of(entry)

    @work(exclusive=True, group="read")
    async def show_page_of(self, key: str) -> None:
        """Read the one entry that is looked at."""
        row, words = self._rows.get(key), words_of(self.found_with)
        if row is not None and row.kind != KIND:
            return self._show(key, lambda width: page.short_lines(row, words, width))
        try:
            document, debrief = await self._reviewing.read(key)
        except NotFound as error:
            title, trouble = row.title if row else "Not found", str(error)
            return self._show(key, lambda width: page.trouble_lines(title, trouble, width))
        self._debrief = key, debrief
        when = row.when if row else debrief.held_at
        self._show(key, lambda w: page.entry_lines(document, debrief, when, words, w))

    def _show(self, key: str, draw: t.Draw) -> None:
        self.page.show(key, draw, words_of(self.found_with))

    def words_of_keys(self) -> dict[str, str]:
        """Nothing more can be opened on a page, and nothing revised without an entry."""
        words = super().words_of_keys()
        if self.reading:
            words["choose"] = ""
        return words if self.rows.marked else {**words, "revise": "", "replay": ""}

    def leave(self) -> None:
        """Go home."""
        self.post_message(ModeRequested("home"))

    @on(EntryShown)
    def _show_entry(self, event: EntryShown) -> None:
        self._to_open = event.entry
        with self.prevent(Input.Changed):
            self.search_line.value = ""
        self.look_up()

    def action_revise(self) -> None:
        """Open the debrief of the entry."""
        session = self._session()
        if session:
            self.post_message(DebriefRequested(session))
        else:
            self.tell("Only a debrief can be revised here.")

    def action_replay(self) -> None:
        """Go through the session of the entry again."""
        session = self._session()
        if session:
            self.post_message(ReplayRequested(session))
        else:
            self.tell("Only the session of a debrief can be replayed here.")

    def _session(self) -> str:
        """The session whose debrief is looked at, else marked; empty where there is none."""
        if self.reading and self._debrief is not None:
            return self._debrief[1].session
        row = self._rows.get(self.rows.marked)
        return row.session if row is not None and row.kind == KIND else ""

    @work(exclusive=True, group="read")
    async def action_verify(self) -> None:
        """Check the whole journal, and name what does not hold."""
        result = await self._reviewing.verify()
        self.tell(page.verdict(*result), problem=bool(result[1] or result[2]))
        if result[1] or result[2]:
            self._debrief = None
            titles = {row.id: row.title for row in self._rows.values()}
            self.turn_to(reading=True)
            self.page.show("", lambda width: page.verdict_lines(*result, titles, width))
