"""What else the journal holds that belongs to an entry: by what each of them names.

Bodies may be of any shape. Only those in which a name that is looked for occurs at all are read,
so that going through ten thousand costs a search for text and no more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from facilitui.core.any_shape import Body, list_in, text_in
from facilitui.core.debriefs.debrief import KIND
from facilitui.core.debriefs.debrief_about import entry_id
from facilitui.core.journals.entries import ANSWER, GROWTH, LOGGED, QUESTION, ROSTER
from facilitui.core.journals.journal import Document, body_of, is_blanked
from facilitui.core.sealing import canonical

SESSION = "Of the same session"
PROMISED = "Promised in"
BECAME = "What became of its commitments"
ASKED = "Questions and answers about it"
SHOWS = "Growth goals that it shows"
ABOUT = "What it is about"
SHOWN_BY = "What shows it"
RUNS = "Other runs of the same plan"
LOG = "Logged for it"
FOR = "What it is for"
TAKE_PART = "Who takes part"
_NAMES_IT = {
    **{KIND: BECAME, QUESTION: ASKED, ANSWER: ASKED, GROWTH: SHOWS},
    **{LOGGED: LOG, ROSTER: TAKE_PART},
}
"""Why an entry of a kind belongs to one that it names."""
_NAMED_BY = {
    **{KIND: PROMISED, QUESTION: ABOUT, ANSWER: ABOUT, GROWTH: SHOWN_BY},
    **{LOGGED: FOR, ROSTER: FOR},
}
"""Why an entry belongs to one of a kind that names it."""
TOLD_BESIDE = frozenset({ASKED, SHOWS, SHOWN_BY})
"""What an entry's page tells in full elsewhere: these need no row of their own."""
ORDER = (*(SESSION, ABOUT, FOR, TAKE_PART, SHOWN_BY, PROMISED, BECAME, LOG, ASKED, SHOWS, RUNS),)


@dataclass(frozen=True, slots=True)
class Related:
    """Entries that belong to another one for the same reason."""

    why: str
    ids: tuple[str, ...]


def related(entry: Document, newest: Mapping[str, Document]) -> tuple[Related, ...]:
    """What belongs to an entry: first those of its session, itself among them.

    `newest` are the newest revisions of all entries by id; they are told in that order. Of an entry
    that was purged nothing says any more why another one names it.
    """
    if is_blanked(entry):
        return ()
    body = body_of(entry)
    own, named = str(entry["id"]), frozenset(_names(body))
    sought = _Sought(own, text_in(body, "session"), _plan(body, newest))
    found: dict[str, list[str]] = {SESSION: [own]} if sought.session else {}
    for name, document in newest.items():
        if name == own:
            continue
        why = _NAMED_BY.get(entry["kind"], "") if name in named else ""
        why = why or sought.why(document)
        if why:
            found.setdefault(why, []).append(name)
    return tuple(Related(why, tuple(found[why])) for why in ORDER if why in found)


class _Sought:
    """An entry, and how another one is seen to belong to it."""

    def __init__(self, own: str, session: str, plan: str) -> None:
        self.session = session
        self._own, self._plan = own, plan
        names = filter(None, (own, session, plan))
        spelt = {each for name in names for each in _spellings(name)}
        # A body with a longer one has every shorter one that is a part of it, too.
        self._spelt = tuple(
            each for each in spelt if not any(part in each for part in spelt - {each})
        )

    def why(self, document: Document) -> str:
        """Why a document belongs to it; empty where it does not."""
        raw = document.get("body") or ""
        if not any(each in raw for each in self._spelt):
            return ""
        body, kind = body_of(document), document["kind"]
        if self._own in _names(body) and kind in _NAMES_IT:
            return _NAMES_IT[kind]
        theirs = text_in(body, "session")
        if self.session and theirs == self.session:
            return SESSION
        ran = bool(self._plan) and kind == KIND and text_in(body, "plan") == self._plan
        return RUNS if ran and not body.get("lens") else ""


def _plan(body: Body, newest: Mapping[str, Document]) -> str:
    """The plan that an entry's session followed, told by itself or by the session's debrief."""
    debrief = newest.get(entry_id(text_in(body, "session")), {})
    return text_in(body, "plan") or text_in(body_of(debrief), "plan")


def _names(body: Body) -> Iterator[str]:
    """The entries that a body names."""
    yield from filter(None, (text_in(body, name) for name in ("about", "to", "enrolment", "upon")))
    for part in ("earlier", "steps"):
        for each in list_in(body, part):
            if isinstance(each, dict) and text_in(each, "entry"):
                yield text_in(each, "entry")


def _spellings(name: str) -> frozenset[str]:
    """How a name may stand in a body, whatever program wrote that."""
    return frozenset((name, canonical(name)[1:-1]))
