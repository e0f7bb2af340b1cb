"""What goes to nobody: who is on the roster, what sensitive sessions are called, private answers.

Names are hidden in what people typed and nowhere else: the programme's own words stay as they are,
whatever somebody on the roster is called. Which words of a sentence somebody typed is said by who
made it (`facilitui.core.pathways.whose_words`), and never looked for in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from facilitui.core.base import LONGEST_LINE
from facilitui.core.pathways.case import Logged, Source
from facilitui.core.pathways.log_entry import LogEntry
from facilitui.core.pathways.progress import SlotProgress
from facilitui.core.pathways.pulse_answers import in_a_line
from facilitui.core.pathways.requirements import Log, Requirement
from facilitui.core.pathways.standings.entries import fields_of
from facilitui.core.pathways.summary import Summary
from facilitui.core.pathways.whose_words import Said, Typed, told
from facilitui.core.privacy.links_out import LINK, without_links
from facilitui.core.reports.report_few import FEW_FIGURES, few_answers
from facilitui.core.reports.report_names import without_names
from facilitui.core.safe_text import line, quoted

NAMES = "the names of those who take part"
BUT_SCHOOLS = "(not in what a school is called)"
TITLES = "what sessions that are marked sensitive are called"
LINKS = "links and names of files with such a name in them"
SENSITIVE = "a session marked sensitive"
AN_ENTRY = "an entry"
ROSTER_PURGED = "The roster was purged, so names that were typed into entries are not hidden here."


class Hiding:
    """Takes it out of what is taken along of one enrolment."""

    def __init__(self, summary: Summary) -> None:
        self._hide = without_names(summary.names)
        self.sensitive = sensitive_of(summary)
        self._ids = dict(self._numbered(summary))
        self._longest_first = sorted(self._ids, key=len, reverse=True)
        self._logged = {each.source.entry for each in summary.logged}
        self._private = {e.source.entry for e in summary.logged if is_private(e, summary)}
        held = {each.told for each in _held(summary) if each.session in self.sensitive}
        self._titles = sorted(held - {""}, key=len, reverse=True)
        self._called = summary.called
        members = summary.case.members.get(summary.progress.id, ())
        self._members = {each.id: line(each.name) for each in members}

    def typed(self, text: str) -> str:
        """What somebody typed; a link with a name in it is left out whole: half of it is dead."""
        return self._hide(self.ids(without_links(text, self._hide)))

    def link(self, text: str) -> str:
        """A link, or the name of a file; empty where a name is in it."""
        return "" if self.names(text) else text

    def names(self, text: str) -> bool:
        """Whether a name is in a text."""
        return self._hide(text) != text

    def ids(self, text: str) -> str:
        """A text in which sessions whose ids are made of what goes to nobody go by numbers."""
        for each in self._longest_first:
            text = text.replace(each, self._ids[each])
        return text

    def told(self, said: Said) -> str:
        """What the program says: hidden is what somebody typed of it, which stands there uncut."""
        return line(told(said, self._typed))

    def notice(self, said: Said) -> str:
        """The same of the journal, where what is sensitive may be called by its title alone."""
        text = self.told(said)
        for each in self._titles:
            text = text.replace(each, SENSITIVE)
        return text

    def _typed(self, typed: Typed) -> str:
        """What stands for it here."""
        source = typed.source
        if typed.member:
            return self._member(typed.member, typed.text)
        if source is not None and source.entry in self._private:
            return AN_ENTRY
        is_logged = source is not None and source.entry in self._logged
        if source is not None and not is_logged and source.session in self.sensitive:
            return SENSITIVE
        text = self.typed(typed.text)
        return quoted(text, LONGEST_LINE) if typed.in_quotes else text

    def called(self, slot: SlotProgress) -> str:
        """What a slot is called; a member of the roster by a number alone."""
        return self.told(slot.called)

    def _member(self, id: str, text: str) -> str:
        """A member with what stands behind the name, which the roster may not have any more."""
        name = self._members.get(id, text)
        return self._called.get(id, f"Member {id}") + text.removeprefix(name)

    def _numbered(self, summary: Summary) -> Iterator[tuple[str, str]]:
        for session, number in self.sensitive.items():
            yield session, f"sensitive-{number}"
        others = dict.fromkeys(source.session for source in _held(summary))
        named = [each for each in others if each and self._hide(each) != each]
        for number, session in enumerate(named, 1):
            if session not in self.sensitive:
                yield session, f"session-{number}"


def sensitive_of(summary: Summary) -> dict[str, int]:
    """The sensitive sessions that serve the enrolment, by their ids, each with a number."""
    held = [each.source.session for each in summary.sessions if each.sensitive]
    return {session: number for number, session in enumerate(held, 1) if session}


def hidden_told(summary: Summary, hiding: Hiding) -> tuple[str, ...]:
    """What is left out by that, each in a few words."""
    asks = [ask for each in summary.logged for ask in private_asks(each, summary)]
    answers = (f"answers to {quoted(ask, LONGEST_LINE)}" for ask in dict.fromkeys(asks))
    links = (link for each in summary.logged for link in _links(each))
    return (
        *answers,
        *((FEW_FIGURES,) if any(few_told(each.said, summary) for each in summary.logged) else ()),
        *((LINKS,) if any(link and not hiding.link(link) for link in links) else ()),
        *((names_told(summary, hiding),) if summary.names else ()),
        *((TITLES,) if sensitive_of(summary) else ()),
    )


def names_told(summary: Summary, hiding: Hiding) -> str:
    """That names are left out; schools are nobody, and are called what they are called."""
    schools = (f"at {each.name}" for each in summary.progress.enrolment.schools)
    return f"{NAMES} {BUT_SCHOOLS}" if any(map(hiding.names, schools)) else NAMES


def _links(each: Logged) -> Iterator[str]:
    said = each.said
    yield from (said.link, said.file_name)
    for text in (said.note, *said.values.values()):
        yield from LINK.findall(text)


def private_asks(each: Logged, summary: Summary) -> tuple[str, ...]:
    """What of an entry was asked that goes into no paper, and was answered."""
    asked = private_fields(each.said.requirement, summary)
    said = each.said
    return tuple(said.asks.get(id, ask) for id, ask in asked.items() if said.values.get(id))


def private_fields(requirement: str, summary: Summary) -> dict[str, str]:
    """Fields that go into no paper, by their ids with what they ask.

    One that any kept version of the pathway calls private is: what was written under one is not
    let out by another.
    """
    kept = _ever_asked(requirement, summary)
    return {each.id: each.ask for one in kept for each in fields_of(one) if each.private}


def few_told(said: LogEntry, summary: Summary) -> dict[str, int]:
    """The answers of an entry of which no figures are told, and how many answered each.

    They are those that any kept version of the pathway asks on levels.
    """
    asked = [e for e in _ever_asked(said.requirement, summary) if isinstance(e, Log)]
    return few_answers(said, asked, (each.said for each in summary.logged))


def _ever_asked(requirement: str, summary: Summary) -> list[Requirement]:
    """A requirement as each kept version of the pathway has it."""
    kept = (summary.progress.pathway, *summary.earlier)
    return [one for each in kept if (one := each.requirement(requirement)) is not None]


def is_private(each: Logged, summary: Summary) -> bool:
    """Whether an entry is called by an answer that goes into no paper."""
    hidden = (*private_fields(each.said.requirement, summary), *few_told(each.said, summary))
    texts = (in_a_line(each.said.values.get(id, "")) for id in hidden)
    lines = (one.strip() for text in texts for one in text.splitlines())
    return each.source.told in filter(None, lines)


def _held(summary: Summary) -> Iterator[Source]:
    """All that tells what a session is called; what is logged says its own words."""
    yield from (each.source for each in summary.case.sessions)
    yield from (each.source for each in summary.case.observed)
    yield from (each.source for each in summary.case.heard)
