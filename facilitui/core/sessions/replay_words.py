"""What a key of a session did, told in plain words, and which key it was.

What was typed, and what a mark says, is told apart from the words, because it is private.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from facilitui.core import bodies as b
from facilitui.core.seconds_told import ran_of
from facilitui.core.sessions.events import Event, UnknownBody
from facilitui.core.sessions.key_words import KEY_WORDS
from facilitui.core.sessions.session import PartRun, SessionState, Stage
from facilitui.core.told import capital, figure, length, minutes, nearest, people


class Key(StrEnum):
    """A key of the host's, by its name among Live's commands; empty where there was none."""

    NONE = ""
    NEXT = "next"
    BACK = "back"
    JUMP = "jump"
    SKIP = "skip"
    PAUSE = "pause"
    MORE = "more"
    LESS = "less"
    WAIT = "wait"
    MARK = "mark"
    CAPTURE = "capture"
    PARK = "park"
    NORM = "norm"
    NORM_ANSWER = "norm-answer"
    VOICES = "voices"
    ATTENDANCE = "attendance"
    LEAD = "lead"
    RECOVER = "recover"
    HUSH = "hush"
    UNDO = "undo"
    END = "end"


@dataclass(frozen=True, slots=True)
class Said:
    """One key, in words."""

    words: str
    kept: str
    """What is private of it; empty where nothing is."""
    key: Key


@dataclass(frozen=True, slots=True)
class _Seen:
    """One event between the states before and after its key, as the record stands."""

    body: Any
    before: SessionState
    after: SessionState

    @property
    def run(self) -> PartRun | None:
        """The part that it names, as it was afterwards."""
        return next((run for run in self.after.runs if run.part.id == self.body.part), None)

    @property
    def title(self) -> str:
        """What that part is called."""
        return self.run.part.title if self.run is not None else "a step"


def said_of(group: Sequence[Event], before: SessionState, after: SessionState) -> Said:
    """What the events of one key say together."""
    phrases = [_phrase(event, before, after) for event in group]
    words = "; ".join(phrase for phrase in phrases if phrase) or _kind(group[0])
    kept = next((_typed(event.body) for event in group if _typed(event.body)), "")
    return Said(capital(words), kept, _key(group, before))


def _phrase(event: Event, before: SessionState, after: SessionState) -> str:
    if isinstance(event.body, UnknownBody):
        return f"something that this version cannot read: {event.envelope.kind}"
    tell = _WORDS.get(type(event.body))
    return tell(_Seen(event.body, before, after)) if tell is not None else _kind(event)


def _kind(event: Event) -> str:
    kind = event.envelope.kind
    return KEY_WORDS.get(kind, kind.replace("_", " "))


def _typed(body: object) -> str:
    if isinstance(body, b.Captured | b.Parked):
        return body.text
    return body.note if isinstance(body, b.Marked) else ""


def _key(group: Sequence[Event], before: SessionState) -> Key:
    bodies = [event.body for event in group]
    told = [body for body in bodies if not isinstance(body, b.WaitClosed)] or bodies
    first = told[0]
    if _jumped(told):
        return Key.JUMP
    if isinstance(first, b.MinutesChanged):
        known = next((run for run in before.runs if run.part.id == first.part), None)
        return Key.LESS if known is not None and first.minutes < known.minutes else Key.MORE
    return _KEYS.get(type(first), Key.NONE)


def _jumped(bodies: Sequence[object]) -> bool:
    """Whether more than one part was left at once, or a part left and another one reopened."""
    left = sum(isinstance(body, b.StepFinished | b.StepSkipped) for body in bodies)
    reopened = any(isinstance(body, b.StepReopened) for body in bodies)
    return left > 1 or (left == 1 and reopened)


def _finished(seen: _Seen) -> str:
    run = seen.run
    if run is None or run.stage is not Stage.DONE:
        return f"{seen.title} done"
    ran = run.seconds(seen.after.elapsed) + run.directions
    return f"{seen.title} done, {ran_of(ran / 60, run.minutes)}"


def _started(seen: _Seen) -> str:
    run = seen.run
    if run is not None and run.directions and seen.before.now is not None:
        seconds = figure(nearest(run.directions))
        return f"the clock of {seen.title} starts after {seconds} s of directions"
    return f"{seen.title} starts"


def _lead(seen: _Seen) -> str:
    block = next((each.title for each in seen.after.blocks if each.id == seen.body.block), "")
    return " ".join(word for word in (seen.body.lead or "nobody", "leads", block) if word)


def _wait_closed(seen: _Seen) -> str:
    if seen.body.dropped:
        return "wait dropped"
    wait = seen.after.waits[-1] if len(seen.after.waits) > len(seen.before.waits) else None
    if wait is None:  # the key was taken back, and the wait went on
        return "a wait ends"
    reached = ", which reached its target" if wait.reached else ""
    return f"a wait of {wait.lasted} s{reached}"


def _norm(words: str, seen: _Seen) -> str:
    text = next((norm.text for norm in seen.after.norms if norm.id == seen.body.norm), "")
    return f"{words}: {text}" if text else words


def _norm_checked(seen: _Seen) -> str:
    answer = seen.body.answer.label.lower() if seen.body.answer else "asked about"
    return _norm(f"norm {answer}", seen)


def _recovery(seen: _Seen) -> str:
    if seen.body.title:
        return f"recovery: {seen.body.title}"
    changed, skipped = len(seen.body.minutes), len(seen.body.skipped)
    counts = [f"{changed} changed"] * bool(changed) + [f"{skipped} left out"] * bool(skipped)
    return "recovery" + (f": {', '.join(counts)}" if counts else "")


def _attendance(seen: _Seen) -> str:
    told = seen.body.count > 0 or seen.body.part_of is None
    return people(max(0, seen.body.count), counted=not seen.body.expected) if told else ""


def _gap(seen: _Seen) -> str:
    return f"{length(seen.body.seconds)} without the program"


def _always(words: str) -> Callable[[_Seen], str]:
    return lambda seen: words


_WORDS: dict[type[b.Body], Callable[[_Seen], str]] = {
    b.SessionStarted: _always("the session begins"),
    b.HostNotes: _always(""),
    b.SessionEnded: _always("the session ends"),
    b.StepShown: lambda seen: f"directions for {seen.title}",
    b.StepStarted: _started,
    b.StepFinished: _finished,
    b.StepSkipped: lambda seen: f"{seen.title} left out",
    b.StepReopened: lambda seen: f"back to {seen.title}",
    b.Paused: _always("paused"),
    b.Resumed: _always("goes on"),
    b.MinutesChanged: lambda seen: f"{seen.title} takes {minutes(seen.body.minutes)} min",
    b.LeadChanged: _lead,
    b.RecoveryApplied: _recovery,
    b.RecoveryUndone: _always("recovery undone"),
    b.AttendanceTaken: _attendance,
    b.NormsAgreed: lambda seen: f"{len(seen.body.norms)} norms" if seen.body.norms else "",
    b.NormAdded: lambda seen: f"norm added: {seen.body.norm.text}" if seen.body.norm else "",
    b.NormInvoked: lambda seen: _norm("norm called on", seen),
    b.NormWatched: lambda seen: _norm("norm to watch", seen),
    b.NormChecked: _norm_checked,
    b.WaitOpened: _always("a wait begins"),
    b.WaitClosed: _wait_closed,
    b.Marked: _always("moment marked"),
    b.Captured: _always("line captured"),
    b.CaptureReleased: lambda seen: (
        "a release taken back" if seen.body.withdrawn else "a capture released"
    ),
    b.PromptDismissed: _always("a prompt dismissed"),
    b.Parked: _always("something parked"),
    b.VoiceHeard: _always("a voice counted"),
    b.KeyTakenBack: _always("the last key taken back"),
    b.GapNoticed: _gap,
    b.GapDecided: lambda seen: "a gap counts" if seen.body.counts else "a gap does not count",
    b.TakenOver: _always("goes on after a restart"),
}

_KEYS: dict[type, Key] = {
    b.SessionStarted: Key.NEXT,
    b.SessionEnded: Key.END,
    b.StepShown: Key.NEXT,
    b.StepStarted: Key.NEXT,
    b.StepFinished: Key.NEXT,
    b.StepSkipped: Key.SKIP,
    b.StepReopened: Key.BACK,
    b.Paused: Key.PAUSE,
    b.Resumed: Key.PAUSE,
    b.LeadChanged: Key.LEAD,
    b.RecoveryApplied: Key.RECOVER,
    b.RecoveryUndone: Key.RECOVER,
    b.AttendanceTaken: Key.ATTENDANCE,
    b.NormAdded: Key.NORM,
    b.NormInvoked: Key.NORM,
    b.NormWatched: Key.NORM,
    b.NormChecked: Key.NORM_ANSWER,
    b.WaitOpened: Key.WAIT,
    b.WaitClosed: Key.WAIT,
    b.Marked: Key.MARK,
    b.Captured: Key.CAPTURE,
    b.Parked: Key.PARK,
    b.VoiceHeard: Key.VOICES,
    b.PromptDismissed: Key.HUSH,
    b.KeyTakenBack: Key.UNDO,
}
