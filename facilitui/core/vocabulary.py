"""The field's own words, as closed lists: who speaks, which silence, which kind of block.

The values are what the data files say; `label` is what a screen shows.
"""

from __future__ import annotations

from enum import StrEnum


class Word(StrEnum):
    """One word of a closed list."""

    @property
    def label(self) -> str:
        """How a screen writes it: "presenter_and_group" is "Presenter and group"."""
        return _LABELS.get(f"{type(self).__name__}.{self.value}", _spoken(self.value))


def _spoken(value: str) -> str:
    return value.replace("_", " ").capitalize()


class Mode(Word):
    """How a session meets."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    HYBRID = "hybrid"


class Who(Word):
    """Who speaks or works in a step (facts §2)."""

    FACILITATOR = "facilitator"
    PRESENTER = "presenter"
    GROUP = "group"
    EACH_IN_TURN = "each_in_turn"
    AS_MOVED = "as_moved"
    PAIRS = "pairs"
    TRIOS = "trios"
    QUADS = "quads"
    SMALL_GROUPS = "small_groups"
    INDIVIDUALS = "individuals"
    WHOLE_GROUP = "whole_group"
    INNER_CIRCLE = "inner_circle"
    OUTER_CIRCLE = "outer_circle"
    PRESENTER_AND_GROUP = "presenter_and_group"

    @property
    def opens_on_cue(self) -> bool:
        """Whether people must move and hear directions before the clock may start (design §3)."""
        return self in _ON_CUE


_ON_CUE = frozenset({Who.PAIRS, Who.TRIOS, Who.QUADS, Who.SMALL_GROUPS, Who.INDIVIDUALS})


class Silence(Word):
    """Who keeps silent in a step (facts §2)."""

    NONE = "none"
    ALL = "all"
    PRESENTER = "presenter"
    GROUP = "group"
    TURN = "turn"


class Question(Word):
    """The kind of question a step asks, which sets its wait target (facts §4)."""

    RECALL_OR_LOGISTICS = "recall_or_logistics"
    OPEN_OPINION = "open_opinion"
    REASONING_OR_DILEMMA = "reasoning_or_dilemma"
    REFLECTION_OR_WRITING = "reflection_or_writing"
    AFTER_AN_ANSWER = "after_an_answer"


class WaitEnding(Word):
    """How a wait ended, asked in the debrief (facts §4)."""

    ANSWERED_AT_ONCE = "answered_at_once"
    WAITED_TO_TARGET = "waited_to_target"
    WAITED_PAST_TARGET = "waited_past_target"
    FILLED_IT_MYSELF = "filled_it_myself"
    RESTATED = "restated"
    NOBODY_SPOKE = "nobody_spoke_moved_on"


class Purpose(Word):
    """What a protocol is for, in the framework's five verbs (requirements C-13)."""

    FOSTER_DIALOGUE = "foster_dialogue"
    EXPLORE = "explore"
    SURFACE_AND_CHALLENGE = "surface_and_challenge"
    BUILD_SHARED_KNOWLEDGE = "build_shared_knowledge"
    BUILD_COMMITMENT = "build_commitment"


class Family(Word):
    """What a protocol works on (facts §2)."""

    DILEMMA = "dilemma"
    WORK_REVIEW = "work_review"
    TEXT = "text"
    DATA = "data"
    IDEA = "idea"
    WHOLE_GROUP = "whole_group"
    COMMUNITY = "community"
    REFLECTION = "reflection"
    IMPROVEMENT = "improvement"
    PROGRAMME = "programme"


class Per(Word):
    """What a cycle of steps repeats for (facts §2)."""

    PARTICIPANT = "participant"
    ROUND = "round"
    QUESTION = "question"
    STATION = "station"
    GROUP = "group"


class Provenance(Word):
    """How well a protocol's steps and minutes are known (facts §1.1)."""

    STORED = "S"
    MIXED = "SM"
    GENERAL = "G"
    OWN = "O"

    @property
    def minutes_word(self) -> str:
        """Only minutes read from a source are the source's; all others are suggestions."""
        return "usual" if self is Provenance.STORED else "suggested"


class GoalKind(Word):
    """Whether participants should know something afterwards, be able to do it, or both."""

    KNOW = "know"
    DO = "do"
    BOTH = "both"


class BlockKind(Word):
    """What part a block plays in a session."""

    OPENING = "opening"
    NORMS = "norms"
    PROTOCOL = "protocol"
    ACTIVITY = "activity"
    BREAK = "break"
    BREAKOUT = "breakout"
    CLOSING = "closing"
    PROCESS_DEBRIEF = "process_debrief"

    @property
    def needs_goal(self) -> bool:
        """Openings, norms, breaks, closings and process debriefs serve the session itself."""
        return self in {BlockKind.PROTOCOL, BlockKind.ACTIVITY, BlockKind.BREAKOUT}


class EvidenceKind(Word):
    """How a goal's effect will be seen (facts §0: a plan's kinds, not a pathway's)."""

    EXIT_TICKET = "exit_ticket"
    WORK_PRODUCT = "work_product"
    OBSERVED_PRACTICE = "observed_practice"
    THEN_AND_NOW = "then_and_now"
    LEARNER_DATA = "learner_data"
    COMMITMENT_FOLLOWED_UP = "commitment_followed_up"


class Role(Word):
    """The part a person has in a session or in its planning (requirements §0b)."""

    FACILITATOR = "facilitator"
    CO_FACILITATOR = "co_facilitator"
    APPRENTICE = "apprentice"
    STAFF = "staff"
    MENTOR = "mentor"
    PEER = "peer"
    OBSERVER = "observer"
    PRESENTER = "presenter"
    TIMEKEEPER = "timekeeper"
    SCRIBE = "scribe"
    PARTICIPANT = "participant"
    SELF = "self"
    OTHER = "other"


class Visibility(Word):
    """Who may see the body of an event, from the host alone to everybody in the room."""

    HOST = "host"
    COFACILITATOR = "cofacilitator"
    OBSERVER = "observer"
    ROOM = "room"


_LABELS = {
    "Mode.in_person": "In person",
    "Who.facilitator": "Facilitator",
    "Who.presenter": "Presenter",
    "Who.group": "Group",
    "Who.as_moved": "Anyone, as moved",
    "Who.quads": "Fours",
    "Who.individuals": "Everyone, alone",
    "Silence.all": "Everyone silent",
    "Silence.presenter": "Presenter listens",
    "Silence.group": "Group listens",
    "Silence.turn": "One voice at a time",
    "Question.recall_or_logistics": "Recall or logistics",
    "WaitEnding.nobody_spoke_moved_on": "Nobody spoke, moved on",
    "EvidenceKind.then_and_now": "Then and now",
    "EvidenceKind.commitment_followed_up": "Commitment followed up",
    "Provenance.S": "minutes as in the source",
    "Provenance.SM": "steps from a source, minutes suggested",
    "Provenance.G": "well known, minutes suggested",
    "Provenance.O": "our own design, minutes suggested",
    "Role.co_facilitator": "Co-facilitator",
}
