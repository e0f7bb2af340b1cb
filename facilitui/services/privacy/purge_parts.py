"""The parts of what a purge would do, each worked out of documents or logs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from facilitui.core.journals.entry_moments import Local
from facilitui.core.journals.entry_named import session_named
from facilitui.core.journals.journal import Document, hash_of, is_blanked
from facilitui.core.journals.said_again import SaidAgain
from facilitui.core.privacy import purging as p
from facilitui.core.privacy.purge_texts import written_in
from facilitui.core.privacy.purging_ports import LogFound


def said_in(
    documents: Iterable[Document],
    ids: Collection[str],
    texts: Iterable[str],
    people: Iterable[str] = (),
) -> tuple[str, ...]:
    """The ids of other entries in which one of some texts stands too, or somebody is named."""
    again = SaidAgain(texts, people)
    others = (each for each in documents if each["id"] not in ids and not is_blanked(each))
    found = (str(each["id"]) for each in others if again.stands_in(str(each["body"])))
    return tuple(dict.fromkeys(found))


def belonging(documents: Sequence[Document], entry: str, sessions: tuple[str, ...]) -> p.Belonging:
    ids = p.of_entry(documents, entry) if entry else p.of_sessions(documents, sessions)
    return p.belonging(documents, ids, sessions)


def only_in(
    held: Collection[Document], documents: Iterable[Document], gone: Collection[str]
) -> int:
    """How many entries in a file that cannot be read say there alone what they say.

    Those that go, or are about what goes, are not among them.
    """
    own = {*p.of_entries(held, gone), *p.of_sessions(held, gone)}
    known = {hash_of(each) for each in documents}
    others = (each for each in held if each["id"] not in own and not is_blanked(each))
    return len({each["id"] for each in others if hash_of(each) not in known})


def called(logs: Iterable[LogFound], local: Local) -> str:
    """What the session is called of which these are the logs; empty where none of them says it."""
    began = ((log, log.began_at.isoformat() if log.began_at else "") for log in logs)
    names = (session_named(log.title, local(at, log.zone)) for log, at in began)
    return next(filter(None, names), "")


def texts_of(logs: Iterable[LogFound], *, planned: bool) -> list[str]:
    """What people typed while sessions ran; with `planned` what their plans say too."""
    said = (body for log in logs for body in (*log.written, *(log.planned if planned else ())))
    return list(dict.fromkeys(written_in(said)))


def copies_of_plans(logs: Iterable[LogFound]) -> list[str]:
    return [f"sessions/{log.session}/plan.toml" for log in logs if log.has_plan]
