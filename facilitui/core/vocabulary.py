"""The field's own words, as closed lists: who speaks, which silence, which kind of block."""

from __future__ import annotations

from facilitui.core.words import Word


class Mode(Word):
    """How a session meets."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    HYBRID = "hybrid"
    ASYNCHRONOUS = "asynchronous"
    """Over days, each in their own time: an opening, and dates to check in."""

    @property
    def adjective(self) -> str:
        """As it stands before "sessions"."""
        return self.value.replace("_", "-")

    @property
    def has_room(self) -> bool:
        """Whether some people meet in one place."""
        return self in {Mode.IN_PERSON, Mode.HYBRID}

    @property
    def at_once(self) -> bool:
        """Whether people take part at the same time."""
        return self is not Mode.ASYNCHRONOUS

    @property
    def has_link(self) -> bool:
        """Whether some people join from elsewhere."""
        return self is not Mode.IN_PERSON


class Who(Word):
    """Who speaks or works in a step (facts §2)."""

    FACILITATOR = "facilitator"
    PRESENTER = "presenter"
    GROUP = "group"
    EACH_IN_TURN = "each_in_turn"
    AS_MOVED = "as_moved", "Anyone, as moved"
    PAIRS = "pairs"
    TRIOS = "trios"
    QUADS = "quads", "Fours"
    SMALL_GROUPS = "small_groups"
    INDIVIDUALS = "individuals", "Everyone, alone"
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
    ALL = "all", "Everyone silent"
    PRESENTER = "presenter", "Presenter listens"
    GROUP = "group", "Group listens"
    TURN = "turn", "One voice at a time"


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
    NOBODY_SPOKE = "nobody_spoke_moved_on", "Nobody spoke, moved on"


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

    @property
    def counted(self) -> str:
        """What each repetition is called by its number: presenter 2 of 4."""
        return "presenter" if self is Per.PARTICIPANT else self.label.lower()


class TurnsFor(Word):
    """Who has a turn in a step made of equal turns."""

    FIXED = "fixed"
    """As many turns as the usual minutes hold, however many people there are."""
    EACH = "each"
    """Everybody in the sub-group."""
    OTHERS = "others"
    """Everybody in the sub-group but the one whose cycle it is."""


class Provenance(Word):
    """How well a protocol's steps and minutes are known (facts §1.1)."""

    STORED = "S", "minutes as in the source"
    MIXED = "SM", "steps from a source, minutes suggested"
    GENERAL = "G", "well known, minutes suggested"
    OWN = "O", "our own design, minutes suggested"

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
        """Openings, norms, breaks and process debriefs serve the session itself."""
        return self in _FOR_GOALS


_FOR_GOALS = frozenset(
    {BlockKind.PROTOCOL, BlockKind.ACTIVITY, BlockKind.BREAKOUT, BlockKind.CLOSING}
)


class EvidenceKind(Word):
    """How a goal's effect will be seen (facts §0: a plan's kinds, not a pathway's)."""

    EXIT_TICKET = "exit_ticket"
    WORK_PRODUCT = "work_product"
    OBSERVED_PRACTICE = "observed_practice"
    THEN_AND_NOW = "then_and_now"
    LEARNER_DATA = "learner_data"
    COMMITMENT_FOLLOWED_UP = "commitment_followed_up"


class Role(Word):
    """The part a person has in a session or in its planning (requirements §0b, C-01)."""

    FACILITATOR = "facilitator"
    CO_FACILITATOR = "co_facilitator", "Co-facilitator"
    APPRENTICE = "apprentice"
    STAFF = "staff"
    MENTOR = "mentor"
    PEER = "peer"
    OBSERVER = "observer"
    PRESENTER = "presenter"
    TIMEKEEPER = "timekeeper"
    SCRIBE = "scribe"
    PARTICIPANT = "participant"
    COACH = "coach"
    CONSULTANT = "consultant"
    COORDINATOR = "coordinator"
    TEACHER_LEAD = "teacher_lead"
    SELF = "self"
    OTHER = "other"


class Visibility(Word):
    """Who may see the body of an event, from the host alone to everybody in the room."""

    HOST = "host"
    COFACILITATOR = "cofacilitator"
    OBSERVER = "observer"
    ROOM = "room"
