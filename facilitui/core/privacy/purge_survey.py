"""What a purge would do, told before anything is done."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from facilitui.core.privacy.named_entries import NamedIn
from facilitui.core.privacy.purge_files import NAMED, all_listed, in_groups
from facilitui.core.privacy.purge_intent import Intent
from facilitui.core.privacy.purge_kinds import kinds_told, sessions_told
from facilitui.core.privacy.purge_places import (
    Word,
    changes_told,
    kept_told,
    naming_still,
    seals_of,
    still_told,
    typed_told,
    without,
)
from facilitui.core.privacy.purging import ENTRY, Belonging, word_for
from facilitui.core.privacy.run_left import RunLeft
from facilitui.core.safe_text import line as safe_line
from facilitui.core.told import plural

THE_TYPED = "the names that you typed, out of what entries say,"
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
    chosen: frozenset[Word] = frozenset()
    """The words of them that are to go."""
    typed: tuple[str, ...] = ()
    """Names that were typed anew, as the roster that had them was purged already."""
    session: str = ""
    """What the session is called."""
    word: str = ""
    run: RunLeft = field(default_factory=RunLeft)
    """What stays of the session where only an entry of it goes."""

    @property
    def of(self) -> str:
        """What is to be purged, in words, so that nobody takes it for another one."""
        if self.typed:
            return THE_TYPED
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

    def cleaning(self, words: Collection[Word]) -> Survey:
        """The same where words are taken out of other entries, which needs another word typed."""
        cleaned, own = without(self.named_in, words), self.belonging
        word = word_for(own.entries, self.sessions, (*own.revisions, *seals_of(cleaned)))
        return replace(self, cleaned=cleaned, chosen=frozenset(words), word=word)

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
            if entries and not self.typed
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
