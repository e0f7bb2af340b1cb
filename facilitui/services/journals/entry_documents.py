"""The journal's documents by their entries, put in order once for as long as nothing changes."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from facilitui.core.errors import NotFound
from facilitui.core.journals.journal import Document
from facilitui.core.journals.journal_ports import Journal, JournalContents
from facilitui.core.journals.rivals import order
from facilitui.core.journals.unread_months import unread_told


@dataclass(frozen=True, slots=True)
class Documents:
    """All of a journal, by entry."""

    contents: JournalContents
    saved: Sequence[Document]
    """All of them, in the order they were saved in."""
    revisions: Mapping[str, Sequence[Document]]
    """Those of each entry, the newest last."""
    newest: Mapping[str, Document]
    """The one that stands for each entry."""

    def of(self, entry: str) -> Sequence[Document]:
        """The revisions of an entry, the newest last. Raises NotFound."""
        found = self.revisions.get(entry)
        if not found:
            lost = unread_told(self.contents.unread, f"whether the journal has an entry {entry}")
            none = f"the journal has no entry {entry}; `journal list` shows them all"
            raise NotFound(lost or none)
        return found


class EntryDocuments:
    """The documents of one journal."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._known: Documents | None = None

    async def all(self) -> Documents:
        """All of them as they are now."""
        contents, known = await self._journal.contents(), self._known
        if known is None or known.contents is not contents:
            known = self._known = await asyncio.to_thread(_in_order, contents)
        return known


def _in_order(contents: JournalContents) -> Documents:
    documents = [document for _, document in contents.documents]
    revisions: dict[str, list[Document]] = {}
    for document in documents:
        revisions.setdefault(document["id"], []).append(document)
    for several in revisions.values():
        several.sort(key=order)
    newest = {entry: several[-1] for entry, several in revisions.items()}
    return Documents(contents, documents, revisions, newest)
