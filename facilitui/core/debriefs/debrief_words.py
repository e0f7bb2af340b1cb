"""The closed lists of words that debriefs, observations and what is attached to them use."""

from __future__ import annotations

from facilitui.core.words import Word


class Partner(Word):
    """With whom somebody debriefs (facts §6; staff is counted for A-31, peers for A-38)."""

    SELF = "self", "By myself"
    CO_FACILITATOR = "co_facilitator", "Co-facilitator"
    STAFF = "staff", "Staff of my programme"
    MENTOR = "mentor"
    PEERS = "peers"
    PARTICIPANTS = "participants", "Participants"

    @property
    def beside(self) -> str:
        """As it stands behind "with": staff, a mentor, peers."""
        return _BESIDE.get(self, self.label.lower())


_BESIDE = {
    Partner.SELF: "oneself",
    Partner.CO_FACILITATOR: "a co-facilitator",
    Partner.STAFF: "staff",
    Partner.MENTOR: "a mentor",
}


class Stance(Word):
    """How somebody was with the group (requirements C-10)."""

    LEADER = "leader"
    GUIDE = "guide"
    CO_LEARNER = "co_learner", "Co-learner"


class Support(Word):
    """How much help somebody needed to plan and facilitate a session (requirements A-37)."""

    NONE = "0", "None"
    LITTLE = "1", "A little"
    SOME = "2", "Some"
    MUCH = "3", "A great deal"


class Verdict(Word):
    """Whether a goal was reached, judged by whoever facilitated."""

    MET = "met"
    PARTLY = "partly"
    NOT_YET = "not_yet", "Not yet"


class CaptureSort(Word):
    """What a capture is, told afterwards (design §2)."""

    EVIDENCE = "evidence"
    """Evidence for a goal, which is named beside it."""
    QUOTE = "quote", "Quote"
    """Wanted as one; it stays private until it is released with consent."""
    OBSERVATION = "observation"
    FROM_CHAT = "from_chat", "From chat"
    DECISION = "decision"


class ObservationMode(Word):
    """How an observer looked at a session (requirements A-33)."""

    LIVE = "live"
    RECORDED = "recorded"


class AttachedKind(Word):
    """What an attached file is (facts §10)."""

    ARTEFACT = "artefact", "Artefact"
    STUDENT_WORK = "student_work", "Student work"
    EXIT_TICKETS = "exit_tickets", "Exit tickets"
    RECORDING = "recording"
    PHOTOGRAPH = "photograph"
    NOTES = "notes"
    MESSAGES = "messages"
    OTHER = "other"
