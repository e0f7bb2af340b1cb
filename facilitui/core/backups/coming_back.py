"""Documents that come back to the journal that they were saved in, to where they were.

A month that was damaged and mended, or one out of a copy, holds documents that this journal's chain
still tells of: another one names them as saved before it, or they follow its last one. They go
back as they were. With an import's note they would get another place, and theirs would stay empty.
Of all others nobody can tell, so they get the note (`facilitui.core.journals.journal.imported`).
What only follows the last one is this journal's where the last that was saved in it is missing, or
not known: else it was saved on another machine that has the same history. Nor is the record of a
purge ever this journal's for that alone: whoever has an export can make one that follows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from facilitui.core.journals.entries import PURGED
from facilitui.core.journals.journal import Document, as_sealed, follows, hash_of, link
from facilitui.core.sealing import GENESIS

_NO_PLACE = frozenset({"", GENESIS})
"""Every journal begins with GENESIS, so following it tells nothing by itself."""


def where_they_were(
    coming: Sequence[Document], here: Iterable[Document], saved: Sequence[str] = ()
) -> dict[str, Document]:
    """By hash those of some documents that belong to this journal, each as it was in it.

    `saved` are the links of documents that are known to have been saved in it, the last one last.
    What comes may have passed through another journal and have its note: it is tried with it, as
    this journal may have imported it itself, and without it.
    """
    places = _Places(here)
    forms = [form for each in coming for form in _forms(each)]
    by_link = {link(form): form for form in reversed(forms)}
    by_follows = {follows(form): form for form in reversed(forms)}
    places.fill_holes(by_link)
    places.go_on(_before(saved, by_link), places.ends)
    ends = [] if places.has(saved[-1:]) else places.ends
    places.go_on({at: e for at, e in by_follows.items() if e["kind"] != PURGED}, ends)
    return places.found


def _before(saved: Iterable[str], by_link: Mapping[str, Document]) -> dict[str, Document]:
    """What is known to have been saved here, and all before that, by what each follows."""
    found: dict[str, Document] = {}
    for each in saved:
        while (form := by_link.get(each)) is not None and follows(form) not in found:
            found[each := follows(form)] = form
    return found


def _forms(document: Document) -> tuple[Document, ...]:
    own = as_sealed(document)
    return (own,) if own is document else (document, own)


class _Places:
    """The places of a journal's chain, as they are taken one after the other."""

    def __init__(self, here: Iterable[Document]) -> None:
        sealed = [each for each in here if hash_of(each)]
        self._links = set(map(link, sealed)) - _NO_PLACE
        self._followed = set(map(follows, sealed)) - {""}
        self.found: dict[str, Document] = {}

    def has(self, links: Sequence[str]) -> bool:
        """Whether some documents are here, or came back; not where there are none."""
        return bool(links) and self._links.issuperset(links)

    def fill_holes(self, by_link: Mapping[str, Document]) -> None:
        """Put back what a document here was saved after, what that was saved after, and so on."""
        missing = list(self._followed - self._links - _NO_PLACE)
        while missing:
            form = by_link.get(missing.pop())
            if form is not None and hash_of(form) not in self.found:
                self._put(form)
                if follows(form) not in self._links | _NO_PLACE:
                    missing.append(follows(form))

    @property
    def ends(self) -> list[str]:
        """After what nothing else was saved, as far as it is here or came back."""
        return [*(self._links - self._followed)]

    def go_on(self, by_follows: Mapping[str, Document], ends: list[str]) -> None:
        """Put back what was saved after some `ends`.

        The first document too, where others that came with it have shown to be this journal's.
        """
        if self.found and GENESIS not in self._followed:
            ends.append(GENESIS)
        while ends:
            form = by_follows.get(ends.pop())
            if form is not None and hash_of(form) not in self.found:
                self._put(form)
                ends.append(link(form))

    def _put(self, form: Document) -> None:
        self.found[hash_of(form)] = form
        self._links.add(link(form))
        self._followed.add(follows(form))


def last_after(head: str, back: Iterable[Document]) -> str:
    """The link of the last document once these are back, where `head` was the last before."""
    next_link = {follows(each): link(each) for each in back}
    while head in next_link:
        head = next_link[head]
    return head
