"""Events: one thing that happened in a session, at one moment, sealed into a chain.

`Event.document` is the envelope exactly as it was written, so that fields which this version
does not know are kept and the hash is never taken of a re-serialised model.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated, Any

from pydantic import Field, ValidationError

from facilitui.core.base import Instant, Record
from facilitui.core.bodies import KINDS, Body
from facilitui.core.sealing import GENESIS, Seal, canonical, check, seal
from facilitui.core.sessions.clock import LONGEST_SECONDS
from facilitui.core.vocabulary import Visibility

VERSION = 1
"""The envelope's version, `v`."""
MOMENT_PLACES = 3
"""Elapsed is kept to the millisecond, as decimal places."""


class TooLate(ValueError):
    """An event is later than any session lasts."""

    def __init__(self) -> None:
        days = round(LONGEST_SECONDS / 86_400)
        super().__init__(f"is more than {days} days after the session began")


class Envelope(Record):
    """The fields of an event around its body."""

    v: int = Field(ge=1)
    seq: int = Field(ge=1)
    term: int = Field(ge=1)
    """Grows when another machine takes the session over."""
    at: Instant
    elapsed: Annotated[float, Field(ge=0, le=LONGEST_SECONDS)]
    """Seconds since the session began."""
    kind: str = Field(min_length=1, max_length=64)
    visibility: Visibility
    essential: bool
    body: str
    salt: str
    body_hash: str
    prev: str
    hash: str


@dataclass(frozen=True, slots=True)
class UnknownBody:
    """A body of a kind, or of a shape, that this version does not know: kept and shown."""

    text: str


@dataclass(frozen=True, slots=True)
class Event:
    """One event as read or as made."""

    envelope: Envelope
    body: Body | UnknownBody
    document: Mapping[str, Any] = field(repr=False)

    @property
    def seq(self) -> int:
        """Its place in the session, counted from 1."""
        return self.envelope.seq

    @property
    def elapsed(self) -> float:
        """Seconds since the session began."""
        return self.envelope.elapsed

    @property
    def line(self) -> str:
        """The event as it stands in a log, without the newline."""
        return canonical(self.document)

    @property
    def unreadable(self) -> bool:
        """Whether a reader that ignores it could get the session's state wrong."""
        return isinstance(self.body, UnknownBody) and self.envelope.essential


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a log, which the next event follows."""

    seq: int = 0
    term: int = 1
    hash: str = GENESIS


def make_event(body: Body, *, head: Head, at: datetime, elapsed: float, salt: str) -> Event:
    """The event that follows `head`. `at` is aware; `elapsed` in seconds; `salt` 32 hex digits."""
    text = canonical(body.model_dump(mode="json", exclude_none=True))
    document = seal(
        {
            "v": VERSION,
            "seq": head.seq + 1,
            "term": head.term,
            "at": at.isoformat(),
            "elapsed": round(elapsed, MOMENT_PLACES),
            "kind": body.kind,
            "visibility": body.visibility.value,
            "essential": body.essential,
            "prev": head.hash,
        },
        text,
        salt,
    )
    return Event(Envelope.model_validate(document), body, document)


def head_of(event: Event) -> Head:
    """What the event after this one follows."""
    return Head(event.seq, event.envelope.term, event.envelope.hash)


def read_event(line: str) -> Event:
    """The event that a line of a log says.

    Raises ValueError if it is not an event at all, and TooLate, one of these, if it is later than
    any session lasts.
    """
    try:
        document = json.loads(line)
    except RecursionError as error:
        raise ValueError("an event is not nested so deeply") from error
    if not isinstance(document, dict):
        raise ValueError("an event is a JSON object")
    elapsed = document.get("elapsed")
    if isinstance(elapsed, int | float) and elapsed > LONGEST_SECONDS:
        raise TooLate
    envelope = Envelope.model_validate(document)
    return Event(envelope, _read_body(envelope), document)


def _read_body(envelope: Envelope) -> Body | UnknownBody:
    model = KINDS.get(envelope.kind)
    if model is None:
        return UnknownBody(envelope.body)
    if not envelope.body:
        return model()
    try:
        return model.model_validate(json.loads(envelope.body))
    except (ValidationError, ValueError, RecursionError):
        return UnknownBody(envelope.body)


def without_body(event: Event) -> Event:
    """The event with its body left out, as a purge leaves it; the chain still verifies."""
    blank = {"body": "", "salt": ""}
    envelope = event.envelope.model_copy(update=blank)
    return Event(envelope, _read_body(envelope), {**event.document, **blank})


def follows(event: Event, head: Head) -> bool:
    """Whether an event is whole and is the one that comes after `head`."""
    return (
        check(event.document) in {Seal.WHOLE, Seal.BLANKED}
        and event.envelope.prev == head.hash
        and event.seq == head.seq + 1
        and event.envelope.term >= head.term
    )
