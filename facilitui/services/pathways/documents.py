"""What is taken along of an enrolment: its evidence summary, cards, documents, check-ins."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from facilitui.core.errors import FacilituiError, NotFound, NotSaved
from facilitui.core.journals.entry_moments import local_by
from facilitui.core.journals.journal import body_of, hash_of
from facilitui.core.journals.said import some
from facilitui.core.naming import slug
from facilitui.core.pathways.document_offers import DocumentOffer, Sort, offers_of
from facilitui.core.pathways.enrolled import Enrolled
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.progress import PathwayProgress
from facilitui.core.pathways.requirements import Log
from facilitui.core.pathways.roster import roster_id
from facilitui.core.pathways.sensitivity_unknown import unmarked_told
from facilitui.core.pathways.summary import Summary
from facilitui.core.pathways.versions import Version, versions_of
from facilitui.core.plans.planning_ports import Exports
from facilitui.core.ports import Clock
from facilitui.core.privacy.purge_texts import names_of_members
from facilitui.core.reports.handout import Format, Written
from facilitui.core.reports.report_names import without_names
from facilitui.core.safe_text import quoted
from facilitui.core.suggesting import suggestion
from facilitui.services.journals.entry_documents import Documents, EntryDocuments
from facilitui.services.pathways.journal_read import PathwayJournal
from facilitui.services.pathways.progressing import Progressing

READ_FIRST = "Your own words stand in it as you wrote them: read it before you hand it over."
ROSTER_PURGED = (
    "The roster was purged, so names that were typed into entries are not hidden: read it before "
    "you hand it over."
)
NAME_LENGTH = 40
Write = Callable[[DocumentOffer, Format, Pathway, Summary | None, datetime], Written]
"""Makes the bytes of a document; without a summary an empty one. The reports know how."""


@dataclass(frozen=True, slots=True)
class MadeDocument:
    """A document that was made; nothing is kept yet."""

    data: bytes
    name: str
    """A name for its file."""
    left_out: tuple[str, ...]
    """What its readers do not get to see."""
    told: tuple[str, ...] = ()
    """What could not be read for it, or was changed, each a sentence."""
    warning: str = ""
    """That it has to be read before it is handed over, where there is reason for it."""


class PathwayDocuments:
    """The documents of enrolments, and the empty ones of pathways."""

    def __init__(
        self,
        progressing: Progressing,
        documents: EntryDocuments,
        exports: Exports,
        clock: Clock,
        write: Write,
    ) -> None:
        self._progressing, self._documents = progressing, documents
        self._exports, self._clock, self._write = exports, clock, write

    async def offers(self, id: str) -> tuple[DocumentOffer, ...]:
        """What there is of an enrolment. Raises NotFound."""
        progress = (await self._progressing.of(id)).told
        logged = (await self._progressing.found()).case.logged_for(progress.id)
        recorded = {cycle for each in logged if (cycle := each.said.slot.cycle) is not None}
        return offers_of(progress.pathway, enrolled=True, recorded=recorded)

    async def made(self, id: str, key: str, form: Format | None = None) -> MadeDocument:
        """A document of an enrolment, in its usual form where none is told.

        Raises NotFound or FacilituiError, where there is no such document or form of it.
        """
        enrolled = await self._progressing.of(id)
        progress = enrolled.told
        offer = offer_of(offers_of(progress.pathway, enrolled=True), key)
        summary = await self._summary(enrolled, progress)
        is_filled = offer.sort is not Sort.CARD or offer.cycle is not None
        stem = f"{_short(progress.enrolment.name, summary)}-{_kind(offer)}"
        made = await self._made(offer, form, progress.pathway, summary, stem)
        if not is_filled:
            return made
        own_words = "" if offer.sort is Sort.CHECK_INS else READ_FIRST
        warning = ROSTER_PURGED if summary.roster_purged else own_words
        titles = some(unmarked_told(summary)) if offer.sort is Sort.SUMMARY else ()
        return replace(made, told=(*titles, *progress.notices), warning=warning)

    async def empty(self, pathway: Pathway, key: str, form: Format | None = None) -> MadeDocument:
        """A document of a pathway, to be written on by hand; raises as `made` does."""
        offer = offer_of(offers_of(pathway, enrolled=False), key)
        return await self._made(offer, form, pathway, None, f"{pathway.id}-{_kind(offer)}")

    async def write(self, id: str, key: str, form: Format | None = None) -> str:
        """Write a document among the exports; what there is to say of it, a line each.

        Raises FacilituiError, with nothing written.
        """
        made = await self.made(id, key, form)
        try:
            where = await self._exports.write(made.name, made.data)
        except NotSaved as error:
            raise NotSaved(f"Nothing was written: {error}") from error
        left = f"Left out: {', '.join(made.left_out)}." if made.left_out else ""
        return "\n".join(some(f"Written to {where}.", made.warning, left, *made.told))

    async def _made(
        self,
        offer: DocumentOffer,
        form: Format | None,
        pathway: Pathway,
        summary: Summary | None,
        stem: str,
    ) -> MadeDocument:
        wanted = _form(offer, form)
        now = self._clock.read().at
        written = await asyncio.to_thread(self._write, offer, wanted, pathway, summary, now)
        return MadeDocument(written.data, f"{stem}.{wanted.value}", written.left_out)

    async def _summary(self, enrolled: Enrolled, progress: PathwayProgress) -> Summary:
        found, documents = await self._progressing.found(), await self._documents.all()
        hashes = {entry: hash_of(document) for entry, document in documents.newest.items()}
        return Summary(
            progress=progress,
            case=found.case,
            on=self._progressing.today,
            hashes=hashes,
            changed_to=enrolled.changed_to,
            earlier=_earlier(progress, found),
            versions=self._versions(progress, found, documents),
            once_members=_once_members(progress, documents),
            roster_purged=progress.id in found.purged_rosters,
        )

    def _versions(
        self, progress: PathwayProgress, found: PathwayJournal, documents: Documents
    ) -> Mapping[str, tuple[Version, ...]]:
        """Of each statement of which the newest stands all that its entry said."""
        local = local_by(self._clock.zone)
        asked = {e.id for e in progress.pathway.requirements if isinstance(e, Log) and e.current}
        own = (
            each for each in found.case.logged_for(progress.id) if each.said.requirement in asked
        )
        entries = (each.source.entry for each in own)
        return {entry: versions_of(documents.revisions[entry], local) for entry in entries}


def _earlier(progress: PathwayProgress, found: PathwayJournal) -> tuple[Pathway, ...]:
    """The same pathway as the journal keeps it of other days."""
    pathway, kept = progress.pathway, found.pathways.values()
    return tuple(each for each in kept if each.id == pathway.id and each is not pathway)


def _once_members(progress: PathwayProgress, documents: Documents) -> tuple[str, ...]:
    """Whom the roster named at any time: who left it is not named either."""
    revisions = documents.revisions.get(roster_id(progress.id), ())
    return tuple(dict.fromkeys(n for each in revisions for n in names_of_members(body_of(each))))


def offer_of(offers: Sequence[DocumentOffer], key: str) -> DocumentOffer:
    """The one that somebody names by its key, a beginning that no other has, or its name.

    Raises NotFound.
    """
    told = key.strip().casefold()
    exact = [each for each in offers if told in (each.key.casefold(), each.name.casefold())]
    found = exact or [each for each in offers if told and each.key.casefold().startswith(told)]
    if len(found) == 1:
        return found[0]
    keys = [each.key for each in offers]
    there = f"; there is {', '.join(keys)}" if keys else ", as the pathway has none"
    if not told:
        raise NotFound(f"which document is not told{there}")
    raise NotFound(f"there is no document {quoted(key)} here{suggestion(key, keys) or there}")


def _form(offer: DocumentOffer, form: Format | None) -> Format:
    if form is None:
        return offer.forms[0]
    if form not in offer.forms:
        there = " or ".join(each.value for each in offer.forms)
        raise FacilituiError(f"{quoted(offer.name)} is there as {there} only; ask for that")
    return form


def _short(name: str, summary: Summary) -> str:
    """What an enrolment's files are called by: its pathway where a name of the roster is in it."""
    pathway = summary.progress.pathway.id
    is_hidden = without_names(summary.names)(name) != name
    return slug(pathway if is_hidden else name, pathway)[:NAME_LENGTH].strip("-")


def _kind(offer: DocumentOffer) -> str:
    return "evidence-summary" if offer.sort is Sort.SUMMARY else offer.key
