"""Searching: the journal's entries as a list, the newest first, and what a search leaves of it.

A journal of ten years is read once, a month at a time and the last month first, so that the first
rows can be shown before the others are read; after that only what changed is worked out again.
Nothing of it runs on the screen's own thread for longer than it takes to ask for it.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from threading import Lock

from facilitui.core.errors import Problem
from facilitui.core.journals.entry_named import session_named
from facilitui.core.journals.journal import Document, latest
from facilitui.core.journals.journal_index import Found, JournalIndex
from facilitui.core.journals.journal_ports import Journal, JournalContents
from facilitui.core.journals.journal_query import Query, parse
from facilitui.core.journals.journal_rows import EntryRow, in_order
from facilitui.core.journals.rivals import conflicts
from facilitui.core.plans.planning_ports import Runs
from facilitui.core.ports import Clock
from facilitui.core.sessions.logs_damaged import not_searched
from facilitui.core.sessions.session_digest import SessionDigest
from facilitui.services.giving_way import GivingWay
from facilitui.services.here import now_here
from facilitui.services.journals.first_rows import FirstRows
from facilitui.services.journals.found_passages import FoundPassages
from facilitui.services.journals.kept_rows import KeptRows
from facilitui.services.journals.shown import AT_MOST, Shown

LEARNT_AT_ONCE = 15
"""Rows whose words are learnt before others get their turn: a few milliseconds at 2 KB each."""
_Rivals = Mapping[str, Sequence[Document]]


class Searching:
    """The entries of one journal, to be found. May be asked by several threads at once."""

    def __init__(self, journal: Journal, clock: Clock, runs: Runs | None = None) -> None:
        """By `runs`, by what was run, entries are found too."""
        self._journal, self._clock, self._runs = journal, clock, runs
        self.way = GivingWay()
        """To be told of keys: what is read or learnt goes on a moment later."""
        self._rows = KeptRows(clock, self.way)
        self._changing = Lock()
        self._index = JournalIndex(())
        self._documents: Mapping[str, Document] = {}
        """The newest revisions that there are rows of, by entry."""
        self._of: JournalContents | None = None
        """What the index is of; None until everything was read once."""
        self._problems: tuple[Problem, ...] = ()
        self._rivals: _Rivals = {}
        """By entry the revisions that stand side by side, where they conflict."""
        self._joined = False
        """Whether the rows were made with what was run, as it was when the journal changed."""
        self._not_joined = ""
        """What was run and could not be read, in a sentence."""
        self._joined_with: Mapping[str, SessionDigest] | None = None
        """What was run, as the index has it."""

    async def find(self, query: str = "", group: str = "", at_most: int = AT_MOST) -> Shown:
        """The entries that have all words and filters, newest first; all of them for none.

        Of a group only those that are counted under it.
        """
        asked = self._asked(query)
        if self._of is None:
            async for _ in self._reading(at_most):
                pass
        await self._refresh()
        await self._join_for(asked)
        shown = await self._look(asked, group, at_most)
        if not shown.complete:
            await self._learn_all()
            shown = await self._look(asked, group, at_most)
        return shown

    async def finding(
        self, query: str = "", group: str = "", at_most: int = AT_MOST
    ) -> AsyncIterator[Shown]:
        """What is found as far as it is known by now, then again whenever more of it is known.

        What is known is told before the files are looked at, so that no key waits for a save. For
        whoever goes on to wait the journal's words are learnt: the next search is the quicker.
        """
        asked, shown = self._asked(query), None
        if self._of is not None:
            shown = await self._look(asked, group, at_most)
            yield shown
        else:
            async for index in self._reading(at_most):
                found = await asyncio.to_thread(index.find, asked, group, sure=False)
                yield self._shown(found, at_most, complete=False)
        if await self._refresh() or shown is None:
            shown = await self._look(asked, group, at_most)
            yield shown
        if await self._join_for(asked):
            shown = await self._look(asked, group, at_most)
            yield shown
        await self._learn_all()
        if not shown.complete:
            yield await self._look(asked, group, at_most)

    def _asked(self, query: str) -> Query:
        return parse(query, now_here(self._clock).date())

    async def has_changed(self) -> bool:
        """Whether the files say anything else than what was found last; not before that."""
        return self._of is not None and await self._journal.contents() is not self._of

    def known(self, name: str) -> Sequence[str]:
        """What the journal has for a filter, most frequent first, as far as it was read."""
        return self._index.known(name)

    def passages(self, rows: Iterable[EntryRow], words: tuple[str, ...]) -> FoundPassages:
        """Where the words stand in entries whose own lines in a list do not say it."""
        return FoundPassages(rows, words, self._documents, self._rows.noted, self._rivals)

    async def rows(self) -> tuple[Sequence[EntryRow], tuple[Problem, ...]]:
        """The row of every entry, newest first, and what of the files is no entry."""
        await self._refresh()
        return self._index.rows, self._problems

    async def newest_of(self, kind: str, count: int) -> list[Document]:
        """So many entries of a kind, newest first; of a long journal not more is read than that.

        Of debriefs those of one's own: none through another one's eyes.
        """
        if self._of is None:
            first = FirstRows()
            async for piece in self._journal.newest_first():
                documents = first.take(piece)
                await self._rows.make(documents)
                first.add(self._rows.rows(documents))
                certain = [row for row in first.certain() if row.kind == kind and not row.lens]
                if len(certain) >= count:
                    return [first.document(row.id) for row in certain[:count]]
        rows, _ = await self.rows()
        newest = [row.id for row in rows if row.kind == kind and not row.lens][:count]
        return [self._documents[entry] for entry in newest if entry in self._documents]

    async def _reading(self, enough: int) -> AsyncIterator[JournalIndex]:
        """Work out all rows; give those once that can be shown before, if there are enough."""
        first, given = FirstRows(), False
        async for piece in self._journal.newest_first():
            documents = first.take(piece)
            await self._rows.make(documents)
            if not given:
                first.add(self._rows.rows(documents))
                certain = first.certain()
                given = len(certain) >= enough
                if given:
                    self._documents = first.documents
                    yield JournalIndex(certain)

    async def _refresh(self) -> bool:
        """Bring the index to what the files say now, and whether they say anything else."""
        contents = await self._journal.contents()
        if contents is self._of:
            return False
        await self._index_of(contents)
        return True

    async def _join_for(self, asked: Query) -> bool:
        """Have the rows say what was run too, where that may be asked for and is not known yet.

        It is read once after each change of the journal: a session is debriefed once it ended.
        """
        if self._of is None or self._runs is None or not self._needs_join(asked):
            return False
        ran = await self._runs.ran()
        self._rows.join(ran.digests)
        if self._joined_with is not self._rows.joined:
            await self._index_of(self._of)
        rows, damaged = self._index.rows, {each for each, _ in ran.damaged}
        named = {r.session: session_named(r.title, r.when) for r in rows if r.session in damaged}
        self._not_joined = not_searched(ran, named)
        self._joined = True
        return True

    def _needs_join(self, asked: Query) -> bool:
        lacks = self._runs is not None and not self._joined
        return lacks and bool(asked.words or asked.filters or asked.waiting)

    async def _index_of(self, contents: JournalContents) -> None:
        newest, rivals = await asyncio.to_thread(_standing, contents)
        await self._rows.make(newest)
        await self._rows.make([each for several in rivals.values() for each in several])
        await asyncio.to_thread(self._set_up, newest, rivals, contents)

    def _set_up(
        self, newest: Sequence[Document], rivals: _Rivals, contents: JournalContents
    ) -> None:
        """All of it at once: whoever asked for it may be gone by now, as behind a newer key."""
        with self._changing:
            joined = self._rows.joined
            alone = [each for each in newest if each["id"] not in rivals]
            together = self._rows.side_by_side(rivals.values())
            rows = in_order((*self._rows.rows(alone), *together))
            self._joined = self._joined and contents is self._of
            self._problems, self._joined_with = contents.problems, joined
            self._index, self._of = self._index.with_rows(rows), contents
            self._documents = {document["id"]: document for document in newest}
            self._rivals = rivals
            self._rows.forget_all_but(document for _, document in contents.documents)

    async def _learn_all(self) -> None:
        """Have the words of all rows learnt, so that slips can be seen to be some."""
        while await asyncio.to_thread(self._learn):
            await self.way.clear()

    def _learn(self) -> bool:
        with self._changing:
            return self._index.learn(LEARNT_AT_ONCE)

    async def _look(self, asked: Query, group: str, at_most: int) -> Shown:
        sure = not self._needs_join(asked)
        if self._index.complete and not asked.filters:  # milliseconds: another thread takes longer
            found = self._index.find(asked, group, sure=sure)
        else:
            found = await asyncio.to_thread(self._index.find, asked, group, sure=sure)
        return self._shown(found, at_most, complete=sure and not found.pending)

    def _shown(self, found: Found, at_most: int, *, complete: bool) -> Shown:
        return Shown(
            rows=found.rows[:at_most],
            more=max(0, len(found.rows) - at_most),
            problems=self._problems,
            counts=found.counts,
            months=found.months,
            words=found.words,
            corrected=found.corrected,
            filters=found.filters,
            trouble=found.trouble,
            hint=found.hint,
            lacking=self._not_joined if found.words or found.filters else "",
            rivals={name: len(several) for name, several in self._rivals.items()},
            complete=complete,
        )


def _standing(contents: JournalContents) -> tuple[list[Document], _Rivals]:
    """The newest revision of every entry, and by entry all that stand where they conflict."""
    documents = [document for _, document in contents.documents]
    return list(latest(documents).values()), conflicts(documents)
