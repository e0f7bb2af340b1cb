"""Where the months of a journal show that some of it is gone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from facilitui.core.errors import Problem
from facilitui.core.journals.journal import Document, follows, hash_of, link
from facilitui.core.journals.journal_faults import BRING_BACK, Fault, Finding
from facilitui.core.journals.journal_ports import JournalContents
from facilitui.core.journals.month_names import is_aside, is_month_name
from facilitui.core.journals.rivals import gone_over
from facilitui.core.sealing import GENESIS
from facilitui.storage.journal_month import Month, unread_in

GAP = f"tells that {Fault.MISSING.value}, as where a whole month is gone; {BRING_BACK}"
FOLDER, FIRST = "journal/", "#1"
_MONTH = len("2026-11")


def gaps_in(months: Sequence[Month], without: Collection[str]) -> tuple[Month, ...]:
    """A month, of nothing but the problem, for each that follows documents in no other one.

    What cannot be read is told of, and may have them. `without` are the links of those that
    nobody misses any longer.
    """
    gaps = [each for each in before_gaps(months) if each.before not in without]
    if not gaps or unread_in(months):
        return ()
    return tuple(Month(problems=(Problem.of_all(f"{FOLDER}{_file(each)}", GAP),)) for each in gaps)


def before_gaps(months: Sequence[Month]) -> list[Month]:
    """The months whose first document follows one that is in none."""
    pairs = zip((Month(), *months), months, strict=False)
    return [
        month
        for last, month in pairs
        if month.before and month.before not in last.links  # mostly it is, and none else is asked
        if not is_in(month.before, months)
    ]


def is_in(named: str, months: Iterable[Month]) -> bool:
    """Whether a document of that link is in some months."""
    return any(named in month.links for month in months)


def let_go(months: Sequence[Month], gone: Collection[str]) -> frozenset[str]:
    """The links that are missed once files of some names go that nobody can read.

    What the next month follows was in such a file, if it is in no other one.
    """
    gaps = {_file(each): each.before for each in before_gaps(months)}
    left = sorted({name for each in months if is_month_name(name := _file(each))} - {*gone})
    after = (next((each for each in left if each[:_MONTH] > name[:_MONTH]), "") for name in gone)
    return frozenset(gaps[each] for each in after if each in gaps)


def told_once(
    findings: Iterable[Finding], contents: JournalContents, without: Collection[str]
) -> tuple[Finding, ...]:
    """Findings without those of gaps that problems of files tell, or that nobody misses."""
    gaps = (each.file for each in contents.problems if each.reason == GAP)
    told = {f"{each.removeprefix(FOLDER)}{FIRST}" for each in gaps}
    given_up = set[str]()
    if without:
        told |= {at for at, each in contents.documents if follows(each) in without}
        missed = lost_in(each for _, each in contents.documents) - {*without}
        over = ((at, {*gone_over(each)}) for at, each in contents.documents)
        given_up = {at for at, seals in over if seals & {*without} and not seals & missed}
    left_out = {Fault.MISSING: told, Fault.REVISION: given_up}
    return tuple(each for each in findings if each.place not in left_out.get(each.fault, ()))


def lost_in(documents: Iterable[Document]) -> frozenset[str]:
    """What documents follow, or go over, and is none of them: links and seals."""
    every = [each for each in documents if hash_of(each)]
    here = {GENESIS, "", *map(link, every), *map(hash_of, every)}
    over = {seal for each in every for seal in gone_over(each)}
    return frozenset((over | set(map(follows, every))) - here)


def without_unread(
    findings: Iterable[Finding], contents: JournalContents, unread: Collection[str]
) -> tuple[Finding, ...]:
    """Findings without those of what is missing that may stand in files that cannot be read.

    Each of these is told of by itself. A document's place shows where the one before it belongs:
    into the month before, or that very one; an earlier revision into any month before.
    """
    torn = sorted(each[:_MONTH] for each in unread)
    read = {at[:_MONTH] for at, _ in contents.documents}

    def may_be_there(each: Finding) -> bool:
        month = each.place[:_MONTH]
        if each.fault is Fault.REVISION:
            return any(one <= month for one in torn)
        return (
            each.fault is Fault.MISSING
            and each.place.endswith(FIRST)
            and any(
                one <= month and not any(one < between < month for between in read) for one in torn
            )
        )

    return tuple(each for each in findings if not may_be_there(each))


def with_made_up(
    contents: JournalContents,
    missed: Callable[[Iterable[Document]], Sequence[Finding]],
    without: Callable[[], Collection[str]],
) -> JournalContents:
    """Contents that say of what was set aside whether anything is missing of it.

    `missed` finds what was saved last and is not among documents, `without` tells what nobody
    misses any longer; neither is asked where nothing was set aside.
    """
    aside = tuple(each for each in contents.unread if is_aside(each.rpartition("/")[2]))
    documents = [each for _, each in contents.documents]
    if not aside or missed(documents) or lost_in(documents) - {*without()}:
        return contents
    return replace(contents, made_up=aside)


def _file(month: Month) -> str:
    """What the file of a month is called; empty where nothing is known of it."""
    place = month.documents[0][0] if month.documents else month.unread.rpartition("/")[2]
    return place.partition("#")[0]
