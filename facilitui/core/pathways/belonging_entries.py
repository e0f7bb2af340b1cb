"""What of a journal belongs to an enrolment: what was logged for it, its roster, its pathway.

Bodies may be of any shape; none of them is made a model.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from facilitui.core.any_shape import text_in
from facilitui.core.journals.entries import ENROLLED, LOGGED, PATHWAY, ROSTER
from facilitui.core.journals.journal import Document, body_of, is_blanked, latest
from facilitui.core.pathways.roster import enrolment_of


def of_enrolments(documents: Collection[Document], enrolments: Collection[str]) -> tuple[str, ...]:
    """The ids of all that goes with some enrolments, where it says something.

    A pathway as it was enrolled in is among it where none but these uses it.
    """
    own = _kept(documents, enrolments)
    free = own - used_by_others(documents, enrolments) if own else own
    return (*about_enrolments(documents, enrolments), *sorted(free))


def shared_pathways(
    documents: Collection[Document], enrolments: Collection[str]
) -> tuple[str, ...]:
    """The ids of the pathways that some enrolments and others were enrolled in: these stay."""
    own = _kept(documents, enrolments)
    return tuple(sorted(own & used_by_others(documents, enrolments))) if own else ()


def about_enrolments(documents: Iterable[Document], enrolments: Collection[str]) -> dict[str, str]:
    """Rosters and what was logged, each with the one of some enrolments that it is of.

    Their newest revisions that can be read say so: one that was withdrawn stays its enrolment's.
    """
    own = (each for each in documents if each["kind"] in (LOGGED, ROSTER) and not is_blanked(each))
    found = {str(name): _enrolment(each) for name, each in latest(own).items()}
    return {name: enrolment for name, enrolment in found.items() if enrolment in enrolments}


def used_by_others(
    documents: Collection[Document], enrolments: Collection[str] = ()
) -> frozenset[str]:
    """The ids of the kept pathways that any enrolment but these uses, in any revision."""
    others = {str(each["id"]) for each in documents if each["kind"] == ENROLLED} - {*enrolments}
    return _kept(documents, others)


def _enrolment(document: Document) -> str:
    named = text_in(body_of(document), "enrolment")
    return named or (enrolment_of(str(document["id"])) if document["kind"] == ROSTER else "")


def _kept(documents: Collection[Document], enrolments: Collection[str]) -> frozenset[str]:
    """The kept pathways that some enrolments were made in, or have moved from or to."""
    own = (each for each in documents if each["kind"] == ENROLLED and each["id"] in enrolments)
    digests = {text_in(body_of(each), "digest") for each in own} - {""}
    kept = (each for each in documents if each["kind"] == PATHWAY) if digests else ()
    return frozenset(str(e["id"]) for e in kept if text_in(body_of(e), "digest") in digests)
