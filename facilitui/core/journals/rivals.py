"""Rivals: revisions of one entry of which neither is the other's past.

They come about where an entry is gone on with on two machines, whose journals are joined later.
Both stay. What lies behind a revision is told by `prev`, which every one has, and by `joins`: the
hashes of further revisions that a later one goes over. A revision that nothing goes over is a tip
of its entry, and an entry with several of them waits to be settled by a revision over all of them.

Meanwhile one of them stands for the entry, the same on every machine that has the same documents.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from facilitui.core.any_shape import as_text, text_in
from facilitui.core.journals.said_alike import comes_to
from facilitui.core.sealing import GENESIS

if TYPE_CHECKING:
    from facilitui.core.journals.journal import Document

SETTLES_IT = "settle in Journal which holds"
"""What to do about a conflict, in Journal and outside of it; its keys say how."""
JOINS = "joins"
"""The field for the revisions that one goes over besides its `prev`."""
Order = tuple[int, float, str]
_EVER = float("-inf")


def order(document: Document) -> Order:
    """Which of an entry's revisions stands for it: that of the highest number, then the later
    one, then that of the higher hash. No revision comes before its own past, or two machines
    would show two texts once they have the same documents.
    """
    return int(document["rev"]), _moment(document.get("made_at")), text_in(document, "hash")


def stands_over(document: Document, known: Document) -> bool:
    """Whether a revision, and not the one that is known, stands for their entry."""
    rev, other = document["rev"], known["rev"]
    return bool(rev > other or (rev == other and order(document) >= order(known)))


def joined_by(document: Document) -> tuple[str, ...]:
    """The hashes of the revisions that this one goes over besides its `prev`."""
    joins = document.get(JOINS)
    return tuple(each for each in joins if as_text(each)) if isinstance(joins, list | tuple) else ()


def gone_over(document: Document) -> tuple[str, ...]:
    """The hashes of the revisions right behind this one."""
    prev = text_in(document, "prev")
    return (*((prev,) if prev not in ("", GENESIS) else ()), *joined_by(document))


def tips(revisions: Iterable[Document]) -> tuple[Document, ...]:
    """Those of one entry that no other goes over, the one that stands for it first.

    What has no seal has no place among them.
    """
    sealed = {seal: each for each in revisions if (seal := text_in(each, "hash"))}
    over = {seal for each in sealed.values() for seal in gone_over(each)}
    ends = (each for seal, each in sealed.items() if seal not in over)
    return tuple(sorted(ends, key=order, reverse=True))


def rivals(revisions: Iterable[Document]) -> tuple[Document, ...]:
    """The tips of one entry that say something of their own; none where they are fewer than two.

    One that comes to what another one said on its way, such as where two machines settled the same
    in the same way, has nothing to be settled any more. Where revisions are missing, what may lie
    behind them is no rival: nobody can tell, and the month they are in may come back.
    """
    revisions = tuple(revisions)
    ends = tips(revisions)
    if len(ends) < 2:
        return ()
    past = _Past(revisions)
    own: list[Document] = []
    for tip in ends:
        if not (past.may_lie_behind(tip) or past.is_said_again(tip)):
            own.append(tip)
            past.keep(tip)
    return tuple(own) if len(own) > 1 else ()


def side_by_side(count: int) -> str:
    """That so many revisions wait to be settled."""
    return f"{count} conflicting revisions"


def told(count: int) -> str:
    """That so many revisions wait to be settled, and the key in Journal that shows them."""
    return f"{side_by_side(count)}, c shows {'both' if count == 2 else 'them'}"


def settling_told(document: Document) -> str:
    """That a revision goes over several that conflicted; empty where it does not.

    The reason that its text may have is then that of the text that was taken.
    """
    joins = joined_by(document)
    return f"settles {side_by_side(1 + len(joins))}" if joins else ""


def conflicts(documents: Iterable[Document]) -> dict[str, tuple[Document, ...]]:
    """By id the rivals of every entry that has any, the one that stands for it first."""
    entries: defaultdict[str, list[Document]] = defaultdict(list)
    for document in documents:
        entries[document["id"]].append(document)
    several = ((name, rivals(each)) for name, each in entries.items() if len(each) > 1)
    return {name: found for name, found in several if found}


class _Past:
    """What lies behind the tips of one entry that are kept, each revision looked at once."""

    def __init__(self, revisions: Iterable[Document]) -> None:
        self.sealed = {seal: each for each in revisions if (seal := text_in(each, "hash"))}
        self._saying: defaultdict[tuple[Any, Any], dict[str, int]] = defaultdict(dict)
        """By what they say, the numbers of those that are kept."""
        self._most: defaultdict[tuple[Any, Any], int] = defaultdict(int)
        """By what they say, the highest of these numbers."""
        self._own: tuple[tuple[str, ...], int, frozenset[str]] = (), 0, frozenset()
        """What was looked up last: from where, down to which number, and what lies there."""
        self._kept: set[str] = set()
        """The tips that are kept, with all behind them."""
        self._lacks = 0
        """The highest number among those over something that is missing."""

    def keep(self, tip: Document) -> None:
        """Keep a tip."""
        for seal in (text_in(tip, "hash"), *_behind(tip, self.sealed, self._kept)):
            self._kept.add(seal)
            each = self.sealed[seal]
            says, number = _says(each), int(each["rev"])
            self._saying[says][seal] = number
            self._most[says] = max(self._most[says], number)
            if any(over not in self.sealed for over in gone_over(each)):
                self._lacks = max(self._lacks, number)

    def may_lie_behind(self, tip: Document) -> bool:
        """Whether revisions that are missing may lie between the tip and a later one."""
        return self._lacks > int(tip["rev"])

    def is_said_again(self, tip: Document) -> bool:
        """Whether one that is kept, or lies behind one and not behind the tip, says the same."""
        says = _says(tip)
        others = self._saying[says]
        if not others:
            return False
        if self._most[says] >= int(tip["rev"]):
            return True  # what lies behind the tip has a lower number
        return not others.keys() <= self._behind(tip, min(others.values()))

    def _behind(self, tip: Document, lowest: int) -> frozenset[str]:
        """All that lies behind a tip down to a number; for tips of one place worked out once."""
        place, known, own = self._own
        if place != gone_over(tip) or known > lowest:
            own = frozenset(_behind(tip, self.sealed, lowest=lowest))
            self._own = gone_over(tip), lowest, own
        return own


def _behind(
    document: Document, sealed: Mapping[str, Document], but: Collection[str] = (), lowest: int = 0
) -> Iterator[str]:
    """The hashes of all that lies behind a revision, as far as it is there and none of `but`.

    Nor is it below the number `lowest`: what lies behind a revision has a lower number than it.
    """
    to_go, seen = [*gone_over(document)], set[str]()
    while to_go:
        seal = to_go.pop()
        if seal not in sealed or int(sealed[seal]["rev"]) < lowest:
            continue
        if seal not in seen and seal not in but:
            seen.add(seal)
            to_go += gone_over(sealed[seal])
            yield seal


def _says(document: Document) -> tuple[Any, Any]:
    """What is compared: its kind, and what its body comes to."""
    kind = document.get("kind")
    return kind, comes_to(kind, document.get("body"))


def _moment(made_at: Any) -> float:
    """Seconds, by which revisions are told apart; before all others what is no moment."""
    try:
        moment = datetime.fromisoformat(made_at)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    except (TypeError, ValueError, OverflowError):
        return _EVER
