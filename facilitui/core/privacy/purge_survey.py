"""What a purge would do, told before anything is done."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from facilitui.core.privacy.purge_files import NAMED, all_listed, in_groups
from facilitui.core.privacy.purge_intent import Intent
from facilitui.core.privacy.purge_kinds import kinds_told, sessions_told
from facilitui.core.privacy.purge_names import NamedIn, kept_told, seals_of, typed_told
from facilitui.core.privacy.purge_places import changes_told, naming_still, still_told
from facilitui.core.privacy.purging import ENTRY, Belonging, word_for
from facilitui.core.privacy.run_left import RunLeft
from facilitui.core.safe_text import line as safe_line
from facilitui.core.told import plural

FOR_GOOD = "It goes for good: nothing brings it back."
REMAINS = "files to look into yourself, which have some of it or may have it"


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
    """Files of the journal that nobody can read: what they hold can only go as a whole, and stays
    unless somebody asks for that."""
    named: frozenset[str] = frozenset()
    """Those of them in which the id of something that goes stands."""
    only_there: Mapping[str, int] = field(default_factory=dict)
    """How many other entries can still be read in such a file, and say there alone what they do."""
    said_in: tuple[str, ...] = ()
    """Other entries that say some of it too."""
    remains: tuple[str, ...] = ()
    """Files that have some of the text, or may have, and are not touched."""
    names: Mapping[str, str] = field(default_factory=dict)
    """What entries are called, by their ids."""
    kinds: Mapping[str, str] = field(default_factory=dict)
    """Of which kind they are, likewise."""
    counted: int = 0
    """How many sessions count for an enrolment that goes; they stay."""
    named_in: tuple[NamedIn, ...] = ()
    """The entries that stay and name somebody whom a roster names that goes."""
    cleaned: tuple[NamedIn, ...] = ()
    """Those of them that names are taken out of."""
    session: str = ""
    """What the session is called."""
    word: str = ""
    run: RunLeft = field(default_factory=RunLeft)
    """What stays of the session where only an entry of it goes."""

    @property
    def of(self) -> str:
        """What is to be purged, in words, so that nobody takes it for another one."""
        if self.what == ENTRY:
            called = self.called(self.belonging.entries[:1])
            return f"the {called}" if called else "this entry"
        return self.session or f"the session {safe_line(next(iter(self.sessions), ''))}"

    def called(self, ids: Iterable[str]) -> str:
        """Entries, each by its name and once."""
        names = dict.fromkeys(self.names.get(each, each) for each in ids)
        return "; ".join(map(safe_line, names))  # a name has a comma of its own

    def left_told(self, also: Collection[str]) -> str:
        """That files which name what went were kept, once it is done; empty where none were.

        They may have been set aside under another name meanwhile.
        """
        left = len(self.named - {*also})
        kept = plural(left, "file of the journal that cannot be read", "files that cannot be read")
        return f"{kept} may still say it: `facilitui journal verify` names them." if left else ""

    @property
    def history_goes(self) -> bool:
        """Whether the plan's earlier states go unless somebody says otherwise."""
        return bool(self.history) and not self.others_used

    def cleaning(self, entries: Collection[str]) -> Survey:
        """The same where names are taken out of some entries, which needs another word."""
        cleaned = tuple(each for each in self.named_in if each.can_go and each.entry in entries)
        own = self.belonging
        word = word_for(own.entries, self.sessions, (*own.revisions, *seals_of(cleaned)))
        return replace(self, cleaned=cleaned, word=word)

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
            documents=self.belonging.documents + len(seals_of(self.cleaned)),
            events=self.events,
            revisions=(*self.belonging.revisions, *seals_of(self.cleaned)),
            cleaned=tuple(each.entry for each in self.cleaned),
        )

    def goes(self, *, brief: bool = False) -> tuple[str, ...]:
        """What will be blanked or deleted, a sentence each without its full stop."""
        own, entries = self.belonging, len(self.belonging.entries)
        files = in_groups if brief else all_listed
        drafts = [f"drafts/{each}" for each in self.drafts]
        told = (
            f"{plural(entries, 'entry', 'entries')} of the journal, "
            f"{plural(own.documents, 'revision')}{self._which(own.entries, brief=brief)}"
            if entries
            else "",
            self._others(
                "what {} said with names in it; “a participant” stands there then",
                [each.entry for each in self.cleaned],
                brief=brief,
            ),
            *changes_told(self.cleaned, self.called),
            f"what {plural(self.events, 'event')} of the log say" if self.events else "",
            f"{plural(len(own.copies), 'attached file')}, the copy here" if own.copies else "",
            f"what is half typed: {files(drafts)}" if drafts else "",
            files(self.beside) if self.beside else "",
            "cache/, which is worked out again",
        )
        return tuple(filter(None, told))

    def stays(self, *, brief: bool = False) -> tuple[str, ...]:
        """What will be left, likewise."""
        own, files = self.belonging, in_groups if brief else all_listed
        told = (
            self.run.told,
            "ids and names of files, days and times, numbers, hashes, and that it was purged",
            f"the plan plans/{self.plan}.toml itself" if self.plan else "",
            f"{plural(len(own.shared), 'copy', 'copies')} that another session has too"
            if own.shared
            else "",
            f"what another enrolment was made in too: {self.called(own.pathways)}"
            if own.pathways
            else "",
            sessions_told(self.counted),
            typed_told(own.entries, self.cleaned),
            self._others(
                kept_told(self.named_in), naming_still(self.named_in, self.cleaned), brief=brief
            ),
            *still_told(self.named_in, self.cleaned, self.called),
            self._others("what {} took over of it", own.quoted_in, brief=brief),
            self._others(
                "{}, about it before, about another session now",
                own.once_about,
                brief=brief,
            ),
            self._others("{} with the same words", self._same_words, brief=brief),
            f"{REMAINS}: {files(self.remains)}" if self.remains else "",
            "whatever was exported, backed up or sent to another place before",
        )
        return tuple(filter(None, told))

    @property
    def _same_words(self) -> tuple[str, ...]:
        named = {each.entry for each in self.named_in}
        return tuple(each for each in self.said_in if each not in named)

    def _others(self, told: str, ids: Sequence[str], *, brief: bool) -> str:
        """What there is to say of other entries; empty where there are none."""
        many = f"{len(ids)} other entries" if len(ids) > 1 else "another entry"
        return f"{told.format(many)}{self._which(ids, brief=brief)}" if ids else ""

    def _which(self, ids: Sequence[str], *, brief: bool) -> str:
        """Which entries they are; in brief of many only the kinds."""
        told = kinds_told(self.kinds, ids) if brief and len(ids) > NAMED else self.called(ids)
        return f": {told}" if told else ""


def survey_lines(
    survey: Survey, also: Sequence[str] | None = None, *, brief: bool = False
) -> tuple[str, ...]:
    """All of it in lines to be read before anything is done; in `brief` many are only counted.

    `also` are the files that were chosen to go too; None where that is still to be chosen.
    """
    chosen = () if also is None else tuple(also)
    asked = [f"only if you ask for it: {each}" for each in also_told(survey)]
    kept = [each for each in survey.set_aside if each not in chosen]
    held = [f"{safe_line(each)}, {_held(survey, each)}" for each in kept if each in survey.named]
    files = in_groups if brief else all_listed
    left = () if also is None else tuple(each for each in survey.history if each not in chosen)
    states = (f"{_states(survey)}: {files(left)}",) if left else ()
    with_all = "" if survey.what == ENTRY else ", with all there is of it"
    goes = (
        *survey.goes(brief=brief),
        *((files(chosen),) if chosen else ()),
        *(asked if also is None else ()),
    )
    stays = (*(held if also is not None else ()), *states, *survey.stays(brief=brief))
    return lines_before(f"{survey.of}{with_all}", goes, stays)


def lines_before(what: str, goes: Iterable[str], stays: Iterable[str]) -> tuple[str, ...]:
    """Lines to be read before anything is purged: of what, what goes and what stays."""
    return (
        f"Purge {what}? {FOR_GOOD}",
        "This will be purged",
        *(f"- {each}" for each in goes),
        "This will stay",
        *(f"- {each}" for each in stays),
    )


def also_told(survey: Survey) -> tuple[str, ...]:
    """What can be chosen to go too, a line for the plan's states and one for each other file.

    What is to be known of each stands behind a semicolon.
    """
    used = (
        "another session used that plan too" if survey.others_used else "no other session used it"
    )
    history = f"{_states(survey)}; {used}"
    aside = (f"{safe_line(each)}; {_held(survey, each)}" for each in survey.set_aside)
    return (*((history,) if survey.history else ()), *aside)


def _states(survey: Survey) -> str:
    return f"{plural(len(survey.history), 'earlier state')} of the plan {safe_line(survey.plan)}"


def _held(survey: Survey, file: str) -> str:
    """What is known of a file that nobody can read as a whole."""
    other = survey.only_there.get(file, 0)
    named = ", NAMES what goes" if file in survey.named else ""
    told = f"cannot be read as a whole{named}, may tell of other purges"
    entries = plural(other, "other entry is", "other entries are")
    return f"{told}, {entries} only there: import it first to save them" if other else told
