"""What kinds of entries a journal holds, and what a list tells of each without making it a model.

An entry may be of any shape: another version or another program may have written it. One of a kind
that is not known here is listed all the same, and what it says stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import starmap

from facilitui.core.any_shape import Body, list_in, text_in
from facilitui.core.debriefs.debrief import FIRST_QUESTION, KIND
from facilitui.core.pathways import entry_rows
from facilitui.core.responses.feedback import are_few
from facilitui.core.told import capital, in_quotes, plural, size

SEEN, HEARD, SCORED, ATTACHED = "observation", "feedback", "scores", "attachment"
QUESTION, ANSWER, GROWTH = "question", "answer", "growth"
ENROLLED, LOGGED, ROSTER, PATHWAY = "enrolment", "log_entry", "roster", "pathway"
OF_PATHWAY = (ENROLLED, LOGGED, ROSTER, PATHWAY)
WITHDRAWN, PURGED = "withdrawal", "purge"
"""What the kinds besides the debrief are called in the journal; their models are not needed yet.
The last two say of other entries that they count no more, or that their text is gone."""
FOR_MENTOR = "marked for the mentor"
"""What a mark says, in which nothing is typed."""
_SAID = ("learned", "frame_name", "feedback", "name", "giver", "credit", "note", "text")
_BESIDE = ("with_whom", "place", "lens", "file_name", "source", "passage", "question", "why")
_NAMES = {"frame_name", "name", "giver", "credit", "with_whom", "lens", "file_name", "source"}
_ASKED = ("prompts", "answers", "judgements", "marks", "commitments", "earlier")
_OWN_DAYS = ("asked_on", "answered_on", "set_on", "started_on", "on")
_DAYS = ("held_at", "observed_on", "collected_on", *_OWN_DAYS)
_LISTS = (*_ASKED, "scores", "withdrawn", "quotes", "steps", "planned_with")
_IN_LISTS = ("text", "evidence", "happened", "name", "note", "reason", "person")


@dataclass(frozen=True, slots=True)
class EntryKind:
    """A kind of entry: what one and several are called, and its line in a list."""

    one: str
    many: str
    line: Callable[[Body], str]


def _first_said(body: Body) -> str:
    return next((text for text in texts(body) if text.strip()), "")


def _scores(body: Body) -> str:
    scores, rubric = list_in(body, "scores"), body.get("rubric")
    changed = sum(bool(list_in(each, "changes")) for each in scores if isinstance(each, dict))
    parts = (
        f"{plural(len(scores), 'criterion', 'criteria')} scored",
        f"{changed} changed" if changed else "",
        text_in(rubric, "name") if isinstance(rubric, dict) else "",
    )
    return " · ".join(part for part in parts if part)


def _observation(body: Body) -> str:
    by, said = text_in(body, "giver"), text_in(body, "feedback") or text_in(body, "text")
    return ": ".join(part for part in (f"by {by}" if by else "", said) if part)


def _feedback(body: Body) -> str:
    count, came = len(list_in(body, "responses")), body.get("attendance")
    return f"{count} of {came} answered" if isinstance(came, int) and came else f"{count} answered"


def _attachment(body: Body) -> str:
    count = body.get("size")
    parts = (
        text_in(body, "name"),
        text_in(body, "what").replace("_", " "),
        size(count) if isinstance(count, int) else "",
    )
    return " · ".join(part for part in parts if part)


def _question(body: Body) -> str:
    passage = " ".join(text_in(body, "passage").split())
    return text_in(body, "text") or (in_quotes(passage) if passage else FOR_MENTOR)


def _answer(body: Body) -> str:
    by, asked = text_in(body, "giver"), text_in(body, "question")
    told = f"{by}: {text_in(body, 'text')}" if by else text_in(body, "text")
    return f"{told} (to: {asked})" if asked else told


def _growth(body: Body) -> str:
    sort, state = text_in(body, "sort"), text_in(body, "state").replace("_", " ")
    now = "" if state == "open" else state
    parts = (capital(sort), now, text_in(body, "why"), text_in(body, "because"))
    return " · ".join(part for part in parts if part)


def _withdrawal(body: Body) -> str:
    return " ".join(text_in(body, "reason").split())


def _purge(body: Body) -> str:
    counts = ("documents", "revision"), ("events", "event"), ("files", "file")
    return ", ".join(
        plural(count, what)
        for count, what in ((body.get(name), what) for name, what in counts)
        if isinstance(count, int) and count
    )


KINDS: Mapping[str, EntryKind] = {
    KIND: EntryKind("debrief", "debriefs", _first_said),
    SEEN: EntryKind("observation", "observations", _observation),
    HEARD: EntryKind("feedback", "feedback", _feedback),
    SCORED: EntryKind("self-scores", "self-scores", _scores),
    ATTACHED: EntryKind("attachment", "attachments", _attachment),
    QUESTION: EntryKind("question", "questions and marks", _question),
    ANSWER: EntryKind("answer", "answers", _answer),
    GROWTH: EntryKind("growth goal", "growth goals", _growth),
    ENROLLED: EntryKind("enrolment", "enrolments", entry_rows.enrolment_line),
    LOGGED: EntryKind("log entry", "log entries", entry_rows.log_line),
    ROSTER: EntryKind("roster", "rosters", entry_rows.roster_line),
    PATHWAY: EntryKind("pathway", "pathways", entry_rows.snapshot_line),
    WITHDRAWN: EntryKind("withdrawal", "withdrawn", _withdrawal),
    PURGED: EntryKind("purge", "purges", _purge),
}
"""By what a kind is called in the journal, in the order in which they are gone through."""
_FLAGS = {
    **{ATTACHED: ("removed", ", let go"), HEARD: ("withdrawn", ", taken out")},
    **{LOGGED: ("planned", ", planned")},
}
"""What is told behind some kinds where a field of the entry says so."""
OTHER = "other"
"""What entries of kinds that are not known here are counted under."""


def group_of(kind: str) -> str:
    """What an entry of a kind is counted under."""
    return kind if kind in KINDS else OTHER


def many(group: str) -> str:
    """What several entries of a group are called; all of them for none."""
    return KINDS[group].many if group in KINDS else group or "all"


def label(kind: str, body: Body) -> str:
    """What an entry is called in a list: "debrief, Ana's", "attachment, let go"."""
    if kind not in KINDS:
        return kind
    if kind == WITHDRAWN:
        return f"withdrawn {text_in(body, 'label') or text_in(body, 'was')}".rstrip()
    one = "door debrief" if kind == KIND and body.get("door") is True else KINDS[kind].one
    lens = text_in(body, "lens") if kind == KIND else ""
    if kind == QUESTION:
        state = text_in(body, "state").replace("_", " ")
        one = one if text_in(body, "text") else "mark"
        return one if state in ("", "open") else f"{one}, {state}"
    flag, told = _FLAGS.get(kind, ("", ""))
    return f"{one}, {lens}'s" if lens else one + (told if body.get(flag) is True else "")


def purged_label(kind: str, entry: str = "") -> str:
    """What an entry is called of which only its envelope is left: "purged debrief".

    Of one that was withdrawn before only its id still says what it was.
    """
    was = entry.partition("-")[0] if kind == WITHDRAWN else kind
    return f"purged {KINDS[was].one if was in KINDS else 'entry'}"


def title(entry_id: str, body: Body) -> str:
    """What the session of an entry is called, else what the entry is known by."""
    names = (text_in(body, name) for name in ("title", "name", "text", "giver"))
    unnamed = entry_rows.roster_title(body) if "members" in body else entry_id
    return next(filter(str.strip, names), unnamed)


def day(body: Body, made_at: str) -> str:
    """When the session was held or the entry is dated, else when it was made."""
    return next(filter(None, (text_in(body, name) for name in _DAYS)), made_at)


def line(kind: str, body: Body) -> str:
    """What an entry says, in a line."""
    known = KINDS.get(kind)
    return known.line(body) if known is not None else _first_said(body)


@dataclass(frozen=True, slots=True)
class Piece:
    """One of the things that an entry says."""

    text: str
    ask: str = ""
    """The question that it answers, which the program asked."""
    is_name: bool = False
    """Whether it only names somebody or something."""


def texts(body: Body) -> Iterator[str]:
    """What people wrote in an entry, first things first; questions only with their answers."""
    for piece in pieces(body):
        yield piece.text
        if piece.text and piece.ask:
            yield piece.ask


def pieces(body: Body) -> Iterator[Piece]:
    """What people wrote in an entry, first things first; some may be empty.

    What participants answered, and the example of it, is among it from where it is quoted on.
    """
    for name in (*_SAID, *_BESIDE, "because"):
        if text := text_in(body, name):
            asked = FIRST_QUESTION if name == "learned" else ""
            yield Piece(text, asked, is_name=name in _NAMES)
    if body.get("was"):
        yield Piece(_withdrawal(body))
    yield from starmap(Piece, entry_rows.said_there(body))
    for name in _LISTS:
        for each in list_in(body, name):
            if isinstance(each, dict):
                yield from _listed(each)
            elif isinstance(each, str):
                yield Piece(each)
    if isinstance(commitment := body.get("commitment"), dict):
        yield Piece(text_in(commitment, "text"))
    if isinstance(rubric := body.get("rubric"), dict):
        yield Piece(text_in(rubric, "name"), is_name=True)
    responses = list_in(body, "responses")
    if are_few(len(responses)) or body.get("withdrawn") is True:
        return
    yield Piece(text_in(body, "example"))
    for response in responses:
        words = response.get("words") if isinstance(response, dict) else None
        yield from map(Piece, map(str, words.values()) if isinstance(words, dict) else ())


def _listed(each: Body) -> Iterator[Piece]:
    for key in _IN_LISTS:
        if text := text_in(each, key):
            asked = text_in(each, "ask") if key == "text" else ""
            yield Piece(text, asked, is_name=key in ("name", "person"))
    for change in list_in(each, "changes"):
        if isinstance(change, dict):
            yield Piece(text_in(change, "reason"))
