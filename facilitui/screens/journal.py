"""Journal: what was debriefed, to be found, read and revised."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping

from textual import on, work
from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import Input

from facilitui import text as t
from facilitui.commands.journal import JOURNAL
from facilitui.core.debrief import KIND
from facilitui.core.entries import ATTACHED, HEARD, SCORED, SEEN
from facilitui.core.errors import NotFound
from facilitui.core.search import words_of
from facilitui.messages import DebriefRequested, EntryShown, ModeRequested, ReplayRequested
from facilitui.messages_evidence import (
    AttachmentsRequested,
    FeedbackRequested,
    ObservationRequested,
    ReportRequested,
    RubricRequested,
)
from facilitui.services.reviewing import EntryRow, Opened, Reviewing, Shown
from facilitui.widgets import journal_page as page
from facilitui.widgets import journal_view as view
from facilitui.widgets.browse_screen import BrowseScreen
from facilitui.widgets.made_later import MadeLater, Ready
from facilitui.widgets.panel import Panel

_WRITTEN_IN: Mapping[str, Callable[[EntryRow], Message]] = {
    KIND: lambda row: DebriefRequested(row.session, lens=row.lens),
    SEEN: lambda row: ObservationRequested(row.session, row.id),
    HEARD: lambda row: FeedbackRequested(row.session),
    SCORED: lambda row: RubricRequested(row.session),
    ATTACHED: lambda row: AttachmentsRequested(row.session),
}
"""What is asked for to revise an entry of a kind."""


class JournalScreen(MadeLater, BrowseScreen[None]):
    """The entries of the journal, searched as one types; keys wait until one of them is marked."""

    CSS_PATH = "journal.tcss"
    commands = JOURNAL
    heading = "Journal"
    searched = "search everything"
    all_problems = "v names them all"
    title_of_help = "Journal"
    about = (
        "Everything you debriefed, and what others saw and said of it, the newest first. A search "
        "looks for parts of words, whatever their case and accents, and every word must occur. An "
        "entry is revised, never overwritten: [ and ] leaf through the revisions before."
    )

    def __init__(self, reviewing: Reviewing) -> None:
        super().__init__()
        self._reviewing = reviewing
        self._rows: dict[str, EntryRow] = {}
        self._opened: Opened | None = None
        """What is read, while it is."""
        self._back = 0
        """How many revisions before the newest it is."""
        self._group = ""
        """The kinds that alone are shown; empty for all."""
        self._counts: Mapping[str, int] = {}
        self._to_open = ""
        """The entry that somebody else asked for, until it is shown."""

    def compose_filters(self) -> ComposeResult:
        """How many entries there are of each kind."""
        yield Panel(id="kinds")

    def load(self) -> None:
        """Everything is read anew with every look."""
        self.look_up()

    @work(exclusive=True, group="find")
    async def look_up(self) -> None:
        """Find entries in a thread; a newer search takes the place of this one."""
        query, group = self.search_line.value, self._group
        shown = await asyncio.to_thread(lambda: asyncio.run(self._reviewing.find(query, group)))
        self._take(query, shown)

    def _take(self, query: str, shown: Shown) -> None:
        self._rows = {row.id: row for row in shown.rows}
        self._counts, group, airy = shown.counts, self._group, not self.has_class("-short")
        self.query_one("#kinds", Panel).show(
            lambda width: view.kind_lines(shown.counts, group, width, airy=airy)
        )
        words, total = words_of(query), len(shown.rows) + shown.more
        rows = view.entry_rows(shown, words, airy=self.has_class("-high"))
        found = f"{total} found" if words else t.plural(total, "entry", "entries")
        nothing = view.nothing_found(query) if words else view.empty_lines(shown)
        self.show_problems(shown.problems)
        self.query_one("#more", Panel).show(lambda width: view.more_lines(shown.more, width))
        self.show_list(query, rows, found, nothing, self._to_open)
        self._open_what_was_asked()
        self.ready = True
        self.post_message(Ready())

    def _open_what_was_asked(self) -> None:
        entry, self._to_open = self._to_open, ""
        if entry:
            self.open_page()
            self.show_page_of(entry)

    @work(exclusive=True, group="read")
    async def show_page_of(self, key: str, back: int = 0) -> None:
        """Read the one entry that is looked at, or a revision of it so many before the newest."""
        row, words = self._rows.get(key), words_of(self.found_with)
        try:
            opened = await self._reviewing.read(key, back)
        except NotFound as error:
            title, trouble = row.title if row else "Not found", str(error)
            return self._show(key, lambda width: page.trouble_lines(title, trouble, width))
        self._opened, self._back = opened, back
        self._show(key, lambda width: page.entry_lines(opened, words, width))

    def _show(self, key: str, draw: t.Draw) -> None:
        self.page.show(key, draw, words_of(self.found_with))

    def words_of_keys(self) -> dict[str, str]:
        """Nothing more can be opened on a page, and nothing revised without an entry."""
        words = super().words_of_keys()
        if self.reading:
            words["choose"] = ""
        elif self._group and not self.searching:
            words["leave"] = "all kinds"
        if len(self._counts) < 2 and not self._group:
            words["other_kind"] = ""
        of_an_entry = () if self.rows.marked else ("revise", "replay", "report", "rubric")
        return words | dict.fromkeys(of_an_entry, "")

    def leave(self) -> None:
        """Show all kinds again, else go home."""
        if self._group:
            self._show_group("")
        else:
            self.post_message(ModeRequested("home"))

    def action_other_kind(self) -> None:
        """Show the entries of the next kind alone, all of them after the last."""
        self._show_group(view.after(self._group, self._counts))

    def _show_group(self, group: str) -> None:
        self._group = group
        self.look_up()

    def action_next_of_session(self) -> None:
        """Open the next entry of the session that is read, after the last the first."""
        opened = self._opened if self.reading or self.beside else None
        ids = [row.id for row in opened.session] if opened is not None else []
        if opened is None or len(ids) < 2:
            self.tell("The journal holds nothing else of this session.")
        else:
            place = ids.index(opened.row.id) if opened.row.id in ids else -1
            self._open(ids[(place + 1) % len(ids)])

    def _open(self, entry: str) -> None:
        """Open an entry; where a search or a kind hides it, all are shown again."""
        if entry not in self._rows:
            self._show_all()
        self._to_open = entry
        self.look_up()

    def _show_all(self) -> None:
        self._group = ""
        with self.prevent(Input.Changed):
            self.search_line.value = ""

    @on(EntryShown)
    def _show_entry(self, event: EntryShown) -> None:
        self._show_all()
        self._open(event.entry)

    def action_leaf(self, by: int) -> None:
        """Show a revision of the entry so many further back."""
        opened = self._opened if self.reading or self.beside else None
        if opened is None or opened.revisions < 2:
            return self.tell("There is only one revision of this.")
        self.show_page_of(opened.row.id, min(max(self._back + by, 0), opened.revisions - 1))

    def action_revise(self) -> None:
        """Open what the entry was written in."""
        row = self._looked_at()
        if row is None or row.kind not in _WRITTEN_IN or not (row.session or row.kind == SEEN):
            self.tell("This entry cannot be revised here.")
        else:
            self.post_message(_WRITTEN_IN[row.kind](row))

    def action_replay(self) -> None:
        """Go through the session of the entry again."""
        self._ask(ReplayRequested, "Only a session can be replayed: mark an entry of one.")

    def action_rubric(self) -> None:
        """Enter what the observer scored where it is an observation, else score oneself."""
        row = self._looked_at()
        if row is not None and row.kind == SEEN:
            self.post_message(RubricRequested(row.session, row.id))
        else:
            self._ask(RubricRequested, "This entry is about no session that could be scored.")

    def action_report(self) -> None:
        """Have a report of the entry's session written, for a reader who is chosen."""
        told = "Only of a session can a report be written: mark an entry of one."
        self._ask(ReportRequested, told)

    def action_observe(self) -> None:
        """Open the observation, else write down what was observed of the entry's session."""
        row = self._looked_at()
        entry = row.id if row is not None and row.kind == SEEN else ""
        self.post_message(ObservationRequested(row.session if row is not None else "", entry))

    def action_attach(self) -> None:
        """See what is attached to the entry's session."""
        told = "Only to a session can files be attached: mark an entry of one."
        self._ask(AttachmentsRequested, told)

    def action_hear(self) -> None:
        """See what participants said about the entry's session."""
        self._ask(FeedbackRequested, "Participants speak about a session: mark an entry of one.")

    def _ask(self, of_session: Callable[[str], Message], without: str) -> None:
        """Ask for something of the session that is looked at, or say why there is none."""
        row = self._looked_at()
        if row is not None and row.session:
            self.post_message(of_session(row.session))
        else:
            self.tell(without)

    def _looked_at(self) -> EntryRow | None:
        """The entry that is read, else the marked one."""
        if self.reading and self._opened is not None:
            return self._opened.row
        return self._rows.get(self.rows.marked)

    @work(exclusive=True, group="read")
    async def action_verify(self) -> None:
        """Check the whole journal, and name what does not hold."""
        result = await self._reviewing.verify()
        self.tell(page.verdict(*result), problem=bool(result[1] or result[2]))
        if result[1] or result[2]:
            self._opened = None
            titles = {row.id: row.title for row in self._rows.values()}
            self.turn_to(reading=True)
            self.page.show("", lambda width: page.verdict_lines(*result, titles, width))
