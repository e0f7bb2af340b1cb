"""What facilitators type for what a protocol says in other words, or only shows by its figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitui.core.library.protocol import Protocol
from facilitui.core.library.shelf_filter import Facet, ShelfFilter
from facilitui.core.numbers import LENGTH, length_of
from facilitui.core.plans.grouping import Room, run_of
from facilitui.core.search import folded, words_of
from facilitui.core.vocabulary import Family, Mode, Purpose, Who

SHORT_RUN, SMALL_RUN = 15, 25
"""Minutes up to which a protocol is called short, and may be one that needs nothing prepared."""
LARGE, SMALL = 40, 16
"""From so many people on a group is called large; up to so many it is called small."""
MOST_ASKED = 1440

FAMILIES: dict[Family, str] = {
    Family.DILEMMA: "problem, problem of practice, case, stuck, advice, peer coaching, conflict",
    Family.WORK_REVIEW: "looking at student work, feedback on work, critique, peer review, "
    "lesson plan, lesson study, artefact, artifact, moderation, samples",
    Family.TEXT: "reading, article, book club, passage, quote, chapter, research, close reading",
    Family.DATA: "evidence, results, numbers, scores, survey, assessment results, analysis",
    Family.IDEA: "brainstorm, brainstorming, ideas, generate ideas, creative, innovation",
    Family.WHOLE_GROUP: "large group, big group, plenary, whole staff, dialogue, discussion",
    Family.COMMUNITY: "icebreaker, ice breaker, opener, energizer, energiser, warm-up, warm up, "
    "getting to know each other, team building, games, trust, check-in, welcome",
    Family.REFLECTION: "debrief, look back, looking back, retrospective, sense-making, closing, "
    "wrap-up, exit ticket",
    Family.IMPROVEMENT: "root cause, problem of practice, inquiry cycle, action research, change",
    Family.PROGRAMME: "course, cohort, micro-credential, submission",
}
"""What else a family is called."""
PURPOSES: dict[Purpose, str] = {
    Purpose.FOSTER_DIALOGUE: "discussion, conversation, talk, share, voices",
    Purpose.EXPLORE: "inquiry, curiosity, open up",
    Purpose.SURFACE_AND_CHALLENGE: "assumptions, critical, disagreement, tension",
    Purpose.BUILD_SHARED_KNOWLEDGE: "learn together, understanding, knowledge",
    Purpose.BUILD_COMMITMENT: "decide, decision making, action planning, next steps, "
    "agreement, commit",
}
"""What else a purpose is called."""
MODES: dict[Mode, str] = {
    Mode.IN_PERSON: "in person, face to face, on site",
    Mode.ONLINE: "online, virtual, remote, video call, zoom, teams",
    Mode.HYBRID: "hybrid, blended",
    Mode.ASYNCHRONOUS: "asynchronous, over days",
}
"""What else a way of meeting is called."""
SEATS: dict[Who, str] = {
    Who.PAIRS: "pairs, partners, in twos",
    Who.TRIOS: "trios, threes, triads",
    Who.QUADS: "fours, quads, foursomes",
    Who.SMALL_GROUPS: "small groups, breakout, table groups",
    Who.EACH_IN_TURN: "turns, round, equal voice, go-round",
}
"""What else those who work in a step are called."""
SAID: dict[str, str] = {
    "norms": "ground rules, agreements, difficult conversation, conflict",
    "ground rules": "norms, agreements, difficult conversation, conflict",
    "silent": "quiet, in silence, introverts",
    "silence": "quiet, silent, introverts",
    "feedback": "critique, peer review",
    "score": "vote, voting, prioritise, prioritize, rank",
    "star": "vote, voting, prioritise, prioritize",
    "fears": "worries, expectations, hopes, concerns",
    "worked": "success, strengths, appreciation, bright spots",
    "speed": "speed dating",
    "posted": "walk around, movement, stations",
    "station": "walk around, movement",
    "corner": "movement, styles",
    "partner": "pairs",
    "assumption": "bias, beliefs",
    "equity": "bias, fairness",
    "review": "revise",
    "celebrate": "celebration, closing, appreciation",
}
"""What is also meant where a protocol has these words, or the same in the plural or the past."""


def also_for(protocol: Protocol) -> Iterator[str]:
    """What else a protocol's purposes and families are called."""
    yield from (FAMILIES[each] for each in protocol.family)
    yield from (PURPOSES[each] for each in protocol.purposes)


def also_meant(said: str) -> Iterator[str]:
    """What is also meant by what is said."""
    words = dict.fromkeys(found[1] for found in _MEANT.finditer(folded(said)))
    return (SAID[each] for each in words)


_MEANT = re.compile(rf"\b({'|'.join(SAID)})(?:s|d|ed|es)?\b")


def also_fits(protocol: Protocol) -> Iterator[str]:
    """What a protocol is found by for how it meets, how it sits, and for its figures."""
    group, usual = protocol.group, run_of(protocol, Room()).usual
    yield from (MODES[each] for each in protocol.modes)
    yield from (SEATS[each] for each in {step.who for step in protocol.steps} if each in SEATS)
    if any(step.silent for step in protocol.steps):
        yield "silent, silence, quiet, introverts"
    if usual <= SHORT_RUN:
        yield "short, quick, fast, brief"
    if group.max >= LARGE:
        yield "large group, big group, many people, crowd, conference"
    if group.min <= SMALL // 4 and group.max <= SMALL:
        yield "small group, few people"
    if usual <= SMALL_RUN and not _BRINGING & set(protocol.family):
        yield "no prep, no preparation, no materials, unprepared"


_BRINGING = {
    *(Family.WORK_REVIEW, Family.TEXT, Family.DATA, Family.DILEMMA),
    *(Family.IMPROVEMENT, Family.PROGRAMME),
}
"""Families in which somebody has to bring something along."""

_PEOPLE = re.compile(
    r"\b(?:for )?(\d{1,4}) ?(?:people|persons?|participants?|teachers|adults)\b", re.IGNORECASE
)


def asked(query: str, wanted: ShelfFilter) -> tuple[tuple[str, ...], ShelfFilter]:
    """The words of a query, and the filter with the figures that were typed among them.

    "data 45 min" are data protocols in at most 45 minutes, "20 people" those for so many.
    """
    for facet, pattern in ((Facet.MINUTES, LENGTH), (Facet.PEOPLE, _PEOPLE)):
        found = pattern.search(query)
        number = _number(found, facet) if found else 0
        if found and 0 < number <= MOST_ASKED:
            wanted = wanted.having({facet: number})
            query = f"{query[: found.start()]} {query[found.end() :]}"
    return words_of(query), wanted


def _number(found: re.Match[str], facet: Facet) -> float:
    return length_of(found).minutes if facet is Facet.MINUTES else int(found[1])
