"""The case that enrolments are told from, made of what was taken of a journal and was run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import TypeVar

from facilitui.core.debriefs.debrief_about import entry_id
from facilitui.core.journals.altered_entries import altered_among
from facilitui.core.journals.entry_moments import Local
from facilitui.core.journals.journal import Document
from facilitui.core.journals.journal_ports import JournalContents
from facilitui.core.journals.unread_months import unread_told as months_told
from facilitui.core.pathways.case import Case, Heard, Logged, Observed, SessionHeld
from facilitui.core.pathways.case_reducing import ran_here
from facilitui.core.pathways.enrolment import Enrolment
from facilitui.core.pathways.roster import Roster
from facilitui.core.pathways.whose_words import Said, Typed, words
from facilitui.core.sessions.logs_damaged import not_shown
from facilitui.core.sessions.session_digest import Ran
from facilitui.core.trends.trend_missing import undecided_told, unread_told
from facilitui.services.pathways.entry_reading import Taken, TakenEntries

S = TypeVar("S", SessionHeld, Observed, Heard, Logged)
WHAT_COUNTS = "what of it counts for a pathway"


def made_case(taken: TakenEntries, ran: Ran, contents: JournalContents, local: Local) -> Case:
    """Everything that enrolments may be told from, each in the order of its days."""
    debriefed = _debriefed(taken)
    return Case(
        sessions=_in_order((*_sessions(debriefed, ran, local),)),
        observed=_in_order(each for _, each in taken.of(Observed)),
        heard=_in_order(each for _, each in taken.of(Heard)),
        logged=_in_order(each for _, each in taken.of(Logged)),
        members={each.enrolment: each.members for _, each in taken.of(Roster)},
        unread=tuple(filter(None, _unread(taken, ran, contents, debriefed, local))),
    )


def undecided_enrolments(taken: TakenEntries) -> frozenset[str]:
    """The enrolments of which, or of whose roster, revisions conflict."""
    open_ones = {name: each.made for name, each in taken.all.items() if each.undecided}
    own = {name for name, made in open_ones.items() if isinstance(made, Enrolment)}
    return frozenset(own | {e.enrolment for e in open_ones.values() if isinstance(e, Roster)})


def _debriefed(taken: TakenEntries) -> dict[str, SessionHeld]:
    """The sessions that were debriefed, by what they are sorted by; each by its own debrief."""
    found: dict[str, SessionHeld] = {}
    for name, each in taken.of(SessionHeld):
        if each.source.key not in found or name == entry_id(each.source.session):
            found[each.source.key] = each
    return found


def _sessions(
    debriefed: Mapping[str, SessionHeld], ran: Ran, local: Local
) -> Iterator[SessionHeld]:
    """Those that were run here, then those of which only a debrief tells."""
    here = {each.session for each in ran.digests}
    for digest in ran.digests:
        yield ran_here(digest, debriefed.get(digest.session), local)
    yield from (each for key, each in debriefed.items() if key not in here)


def _in_order(some: Iterable[S]) -> tuple[S, ...]:
    """By their days, those without one last."""
    return tuple(
        sorted(some, key=lambda e: (e.source.on or date.max, e.source.key, e.source.entry))
    )


def _unread(
    taken: TakenEntries,
    ran: Ran,
    contents: JournalContents,
    debriefed: Mapping[str, SessionHeld],
    local: Local,
) -> Iterator[Said]:
    """What cannot be told and why, each a sentence or nothing."""
    lost = months_told(contents.unread, WHAT_COUNTS)
    yield f"{lost}." if lost else ""
    yield unread_told(_count(taken, lambda each: each.unread))
    yield undecided_told(_count(taken, lambda each: each.undecided and each.made is None))
    undebriefed = tuple(each for each in ran.damaged if each[0] not in debriefed)
    for naming in (not_shown(Ran(damaged=undebriefed)), altered_among(_counted(taken), local)):
        yield words(Typed(naming, in_quotes=False)) if naming else ""


def _count(taken: TakenEntries, which: Callable[[Taken], bool]) -> int:
    return sum(map(which, taken.all.values()))


def _counted(taken: TakenEntries) -> Iterator[Document]:
    """What enrolments are told from: of sessions only those that count for one of them."""
    counted = frozenset().union(*(each.counted for _, each in taken.of(Enrolment)))
    for each in taken.all.values():
        made = each.made
        beside = isinstance(made, SessionHeld | Observed | Heard) and made.source.key not in counted
        if made is not None and not beside:
            yield each.documents[0]
