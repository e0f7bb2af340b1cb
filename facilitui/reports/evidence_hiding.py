"""What goes to nobody: who is on the roster, what sensitive sessions are called, private answers.

Names are hidden in what people typed and nowhere else: the programme's own words stay as they are,
whatever somebody on the roster is called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitui.core.base import LONGEST_LINE
from facilitui.core.pathways.case import Logged, Source
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.progress import Progress, SlotProgress
from facilitui.core.pathways.standings.entries import fields_of
from facilitui.core.pathways.summary import Summary
from facilitui.core.pathways.words import Per
from facilitui.core.report_names import without_names
from facilitui.core.safe_text import line, quoted

NAMES = "the names of those who take part"
TITLES = "what sessions that are marked sensitive are called"
LINKS = "links and names of files with such a name in them"
SENSITIVE = "a session marked sensitive"
AN_ENTRY = "an entry"
ROSTER_PURGED = "The roster was purged, so names that were typed into entries are not hidden here."
_LINK = re.compile(r"(?:\w+://|www\.)\S+")
_LINK_LEFT_OUT = "(a link is left out, as a name is in it)"
_IN_QUOTES = re.compile("“([^“”]*)”")


class Hiding:
    """Takes it out of what is taken along of one enrolment."""

    def __init__(self, summary: Summary) -> None:
        self._hide = without_names(summary.names)
        self.sensitive = sensitive_of(summary)
        self._ids = dict(self._numbered(summary))
        self._longest_first = sorted(self._ids, key=len, reverse=True)
        self._programme = tuple(_phrases(summary.progress.pathway))
        self._quotes = dict(self._quoted(summary))
        self._crossing = [each for each in self._quotes if {"“", "”"} & {*each[1:-1]}]
        held = {each.told for each in _held(summary) if each.session in self.sensitive}
        self._titles = sorted(held - {""}, key=len, reverse=True)
        self._called = summary.called
        members = summary.case.members.get(summary.progress.id, ())
        self._members = {each.id: line(each.name) for each in members}

    def typed(self, text: str) -> str:
        """What somebody typed; a link with a name in it is left out whole: half of it is dead."""
        whole = _LINK.sub(lambda found: self.link(found[0]) or _LINK_LEFT_OUT, text)
        return self._hide(self.ids(whole))

    def link(self, text: str) -> str:
        """A link, or the name of a file; empty where a name is in it."""
        return text if self._hide(text) == text else ""

    def ids(self, text: str) -> str:
        """A text in which sessions whose ids are made of what goes to nobody go by numbers."""
        for each in self._longest_first:
            text = text.replace(each, self._ids[each])
        return text

    def told(self, text: str) -> str:
        """What the program says, in which it repeats what somebody typed in quotes; uncut."""
        for each in self._crossing:
            text = text.replace(each, self._quotes[each])
        return self.ids(_IN_QUOTES.sub(self._in_quotes, text))

    def notice(self, text: str) -> str:
        """What the program says of the journal, which may name entries without quotes."""
        for each in self._titles:
            text = text.replace(each, SENSITIVE)
        return self._hide(self.told(text))

    def told_of(self, text: str, each: Progress) -> str:
        """The same of where something stands: it may repeat a reason, or whom it is asked of."""
        if reason := line(each.reason.strip()):
            text = text.replace(reason, self.typed(reason))
        if each.requirement.per is not Per.MEMBER:
            return self.told(text)
        for slot in each.slots:
            text = text.replace(slot.name, self.called(slot)) if slot.slot.member else text
        return self._hide(self.told(text))

    def called(self, slot: SlotProgress) -> str:
        """What a slot is called; a member of the roster by a number alone."""
        id = slot.slot.member
        if not id:
            return slot.name
        name = self._members.get(id, slot.name)
        return self._called.get(id, f"Member {id}") + slot.name.removeprefix(name)

    def _in_quotes(self, found: re.Match[str]) -> str:
        if found[0] in self._quotes:
            return self._quotes[found[0]]
        begins = found[1].removesuffix("…")
        is_programme = any(phrase.startswith(begins) for phrase in self._programme)
        return found[0] if is_programme else f"“{self._hide(found[1])}”"

    def _quoted(self, summary: Summary) -> Iterator[tuple[str, str]]:
        """What the program repeats, as it does, with what stands for it here."""
        for each in summary.logged:
            told = each.source.told
            yield quoted(told), AN_ENTRY if is_private(each, summary) else self._whole(told)
        for source in _held(summary):
            is_hidden = source.session in self.sensitive
            yield quoted(source.told), SENSITIVE if is_hidden else self._whole(source.told)
        for each_asked in summary.progress.pathway.requirements:
            yield quoted(each_asked.text), quoted(each_asked.text, LONGEST_LINE)

    def _whole(self, told: str) -> str:
        return quoted(self.typed(told), LONGEST_LINE)

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
        *((LINKS,) if any(link and not hiding.link(link) for link in links) else ()),
        *((NAMES,) if summary.names else ()),
        *((TITLES,) if sensitive_of(summary) else ()),
    )


def _links(each: Logged) -> Iterator[str]:
    said = each.said
    yield from (said.link, said.file_name)
    for text in (said.note, *said.values.values()):
        yield from _LINK.findall(text)


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
    kept = (summary.progress.pathway, *summary.earlier)
    found = [one for each in kept if (one := each.requirement(requirement)) is not None]
    return {each.id: each.ask for one in found for each in fields_of(one) if each.private}


def is_private(each: Logged, summary: Summary) -> bool:
    """Whether an entry is called by an answer that goes into no paper."""
    private = private_fields(each.said.requirement, summary)
    lines = (one.strip() for id in private for one in each.said.values.get(id, "").splitlines())
    return each.source.told in filter(None, lines)


def _held(summary: Summary) -> Iterator[Source]:
    """All that tells what a session is called; what is logged says its own words."""
    yield from (each.source for each in summary.case.sessions)
    yield from (each.source for each in summary.case.observed)
    yield from (each.source for each in summary.case.heard)


def _phrases(pathway: Pathway) -> Iterator[str]:
    """What the programme itself may be quoted with."""
    for each in pathway.requirements:
        yield each.text
        for field in fields_of(each):
            yield from (field.ask, *field.choices)
    for phase in pathway.phases:
        yield phase.name
    for form in pathway.documents:
        yield from (form.name, *(part.name for part in form.parts))
    for checklist in pathway.checklists:
        yield from (checklist.name, *(item.text for item in checklist.items))
    if pathway.cycles is not None:
        yield from (pathway.cycles.name, *(part.name for part in pathway.cycles.parts))
