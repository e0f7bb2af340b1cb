"""What a purge would do, told before anything is done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facilitui.core.purge_intent import Intent, listed
from facilitui.core.purging import ENTRY, Belonging
from facilitui.core.safe_text import line as safe_line
from facilitui.core.told import plural


@dataclass(frozen=True, slots=True)
class Survey:
    """What a purge would do, before anything is done."""

    what: str
    belonging: Belonging
    sessions: tuple[str, ...] = ()
    events: int = 0
    drafts: tuple[str, ...] = ()
    history: tuple[str, ...] = ()
    """Earlier states of the plan, by their paths in the home."""
    plan: str = ""
    """The plan that they are of."""
    others_used: bool = False
    """Whether another session was begun from that plan too: then its states are its own as well."""
    beside: tuple[str, ...] = ()
    """Whole files about the session, which go with it."""
    set_aside: tuple[str, ...] = ()
    """Files of the journal that nobody can read: what they hold can only go as a whole."""
    named: frozenset[str] = frozenset()
    """Those of them in which the id of something that goes stands."""
    said_in: tuple[str, ...] = ()
    """Other entries that say some of it too."""
    remains: tuple[str, ...] = ()
    """Files that have some of the text, or may have, and are not touched."""
    word: str = ""

    @property
    def aside_goes(self) -> tuple[str, ...]:
        """The files set aside that go unless somebody says otherwise: they name what goes."""
        return tuple(each for each in self.set_aside if each in self.named)

    @property
    def history_goes(self) -> bool:
        """Whether the plan's earlier states go unless somebody says otherwise."""
        return bool(self.history) and not self.others_used

    def intent(self, record: str, begun_at: str, also: Iterable[str]) -> Intent:
        """That it is to be done; `also` are the files that were chosen to go too."""
        return Intent(
            record=record,
            what=self.what,
            begun_at=begun_at,
            entries=self.belonging.entries,
            sessions=self.sessions,
            drafts=self.drafts,
            copies=self.belonging.copies,
            files=(*self.beside, *also),
            documents=self.belonging.documents,
            events=self.events,
            revisions=self.belonging.revisions,
        )

    @property
    def goes(self) -> tuple[str, ...]:
        """What will be blanked or deleted, a sentence each without its full stop."""
        own, entries = self.belonging, len(self.belonging.entries)
        told = (
            f"{plural(entries, 'entry', 'entries')} of the journal, "
            f"{plural(own.documents, 'revision')}: {named(own.labels)}"
            if entries
            else "",
            f"what {plural(self.events, 'event')} of the log say" if self.events else "",
            f"{plural(len(own.copies), 'attached file')}, the copy here" if own.copies else "",
            f"what is half typed: {named(self.drafts)}" if self.drafts else "",
            f"{named(self.beside)}" if self.beside else "",
            "cache/, which is worked out again",
        )
        return tuple(filter(None, told))

    @property
    def stays(self) -> tuple[str, ...]:
        """What will be left, likewise."""
        own = self.belonging
        plan = f"the plan plans/{self.plan}.toml itself" if self.plan else ""
        told = (
            "ids and names of files, days and times, numbers, hashes, and that it was purged",
            plan,
            f"{plural(len(own.shared), 'copy', 'copies')} that another session has too"
            if own.shared
            else "",
            f"what other entries took over of it: {named(own.quoted_in)}" if own.quoted_in else "",
            "entries that were about it before, and are about another session now: "
            f"{named(own.once_about)}"
            if own.once_about
            else "",
            f"other entries with the same words in them: {named(self.said_in)}"
            if self.said_in
            else "",
            f"in files that are not touched: {named(self.remains)}" if self.remains else "",
            "whatever was exported, backed up or sent to another place before",
        )
        return tuple(filter(None, told))


def survey_lines(survey: Survey, also: Sequence[str] | None = None) -> tuple[str, ...]:
    """All of it in lines to be read before anything is done.

    `also` are the files that were chosen to go too; None where that is still to be chosen.
    """
    what = "This entry" if survey.what == ENTRY else "This session with all there is of it"
    asked = [f"also, if you want: {each}" for each in also_told(survey)]
    told = asked if also is None else [named(tuple(also))] if also else []
    return (
        f"{what} would be purged for good. Nothing brings it back.",
        "Purged will be:",
        *(f"- {each}" for each in survey.goes),
        *(f"- {each}" for each in told),
        "Left will be:",
        *(f"- {each}" for each in survey.stays),
    )


def also_told(survey: Survey) -> tuple[str, ...]:
    """What can be chosen to go too, a line for the plan's states and one for each other file."""
    used = "another session used that plan too" if survey.others_used else "nobody else used it"
    states = plural(len(survey.history), "earlier state")
    history = f"{states} of the plan {safe_line(survey.plan)}; {used}"
    aside = (f"{safe_line(each)}: {_held(survey, each)}" for each in survey.set_aside)
    return (*((history,) if survey.history else ()), *aside)


def _held(survey: Survey, file: str) -> str:
    is_named = file in survey.named
    return f"nobody can read it as a whole{', and it NAMES what goes' if is_named else ''}"


def named(names: Sequence[str]) -> str:
    """All of some names: before a purge none of them is left out."""
    return listed(names, len(names))
