"""The desk of enrolments: enrolling, and each form in which something is said of one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from facilitui.core.base import LONGEST_LINE
from facilitui.core.errors import FacilituiError, NotFound
from facilitui.core.pathways.enrolling import begun
from facilitui.core.pathways.enrolment import KIND, Enrolment
from facilitui.core.pathways.form_drafts import FormDraft, FormOf
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.progress import PathwayProgress
from facilitui.core.pathways.requirements import ScoreGate
from facilitui.core.pathways.words import Holder, Standing
from facilitui.core.plans.planning_ports import GroupStore
from facilitui.core.ports import Chance, Library
from facilitui.core.reviews.mentoring_ports import OwnName
from facilitui.core.safe_text import quoted
from facilitui.services.forms.enrolment import Around, nothing_lacks
from facilitui.services.forms.enrolment_areas import Scored, areas_form, rubrics_of
from facilitui.services.forms.enrolment_asked import Asked
from facilitui.services.forms.enrolment_behind import kept_behind
from facilitui.services.forms.enrolment_moves import aside_form, closing_form
from facilitui.services.forms.enrolment_phase import phase_form
from facilitui.services.forms.enrolment_rule import rubric_in_use, rule_form
from facilitui.services.journals.journal_entries import JournalEntries
from facilitui.services.pathways.enrolment_around import (
    Ask,
    Offer,
    about_terms,
    asking_terms,
    begun_last,
    behind_by,
    held_by_schools,
    is_in,
    lacking_by,
    offers_of,
    requirement_of,
    second_told,
)
from facilitui.services.pathways.enrolment_form import EnrolmentForm, Terms
from facilitui.services.pathways.enrolment_store import EnrolmentStore
from facilitui.services.pathways.progressing import Progressing

ID_BYTES = 4
NO_PATHWAY = "there is no pathway {}; bring its file back, or enrol in another one"
NO_SCORES = "only what asks for scores has a rule of its own"


class PathwayDesk:
    """Enrolments while they are written. All may raise FacilituiError."""

    def __init__(
        self,
        progressing: Progressing,
        store: EnrolmentStore,
        entries: JournalEntries,
        library: Library,
        groups: GroupStore,
        names: OwnName,
        chance: Chance,
    ) -> None:
        self._progressing, self._store, self._entries = progressing, store, entries
        self._library, self._groups, self._names = library, groups, names
        self._chance = chance

    async def offers(self) -> tuple[Offer, ...]:
        """The pathways that there are by name, with those whose files cannot be read."""
        shelf = await self._library.shelf()
        found = (await self._progressing.found()).enrolments.values()
        offers = offers_of(shelf, found)
        return tuple(sorted(offers, key=lambda each: (each.name.casefold(), each.id)))

    async def enrol(self, pathway_id: str, *, anew: bool = False) -> EnrolmentForm:
        """A new enrolment in a pathway, or the one that was begun and not saved.

        `anew` leaves that one alone, for whoever does not see what was typed into it.
        """
        entry = self._entry() if anew else await self._begun(pathway_id)
        return await self._new(pathway_id, entry)

    async def details(self, id: str, draft: str = "") -> EnrolmentForm:
        """Whose way it is, since when, with whom and where; `draft` where it has another one."""
        saved = await self._store.open(id)
        return await self._of(id, about_terms(await self._around(id, saved)), draft or id)

    async def areas(self, id: str) -> EnrolmentForm:
        """Which areas have priority, who said so and since when."""
        progress, today = await self._progress(id), self._today
        pathway = progress.pathway
        rubrics = await self._rubrics(pathway)

        def ask(enrolment: Enrolment) -> Asked:
            return areas_form(enrolment, rubrics(enrolment), pathway, today)

        return await self._stating(progress, FormOf.AREAS, ask)

    async def rule(self, id: str, requirement: str) -> EnrolmentForm:
        """The rule of a score gate as the programme stated it to this enrolment."""
        progress, today = await self._progress(id), self._today
        gate, pathway = requirement_of(progress, requirement), progress.pathway
        if not isinstance(gate, ScoreGate):
            raise FacilituiError(NO_SCORES)
        rubrics = await self._rubrics(pathway)
        observed = (await self._progressing.found()).case.observed
        phase = next((each.name for each in pathway.phases if gate in each.requirements), "")

        def ask(enrolment: Enrolment) -> Asked:
            rubric = rubric_in_use(enrolment, rubrics(enrolment), pathway, observed)
            return rule_form(enrolment, gate, rubric, today, phase)

        return await self._stating(progress, FormOf.RULE, ask, gate.id)

    async def phase(self, id: str, phase: str) -> EnrolmentForm:
        """Entering a phase, with the reason where something before it is not met; or saying one
        otherwise that was entered, by the name of its stay (`facilitui.core.pathways.stays`)."""
        progress, today = await self._progress(id), self._today
        case = (await self._progressing.found()).case

        def ask(enrolment: Enrolment) -> Asked:
            now = replace(progress, enrolment=enrolment)
            return phase_form(enrolment, now, phase, case, today)

        return await self._asking(FormDraft(id, FormOf.PHASE, phase), ask, stands=True)

    async def aside(self, id: str, requirement: str) -> EnrolmentForm:
        """Whether a requirement is asked, waits for an opportunity or is set aside."""
        progress, today = await self._progress(id), self._today
        asked, stands = requirement_of(progress, requirement), progress.of(requirement)
        is_met = stands is not None and stands.standing is Standing.MET

        def ask(enrolment: Enrolment) -> Asked:
            return aside_form(enrolment, asked, today, is_met=is_met)

        return await self._stating(progress, FormOf.ASIDE, ask, requirement)

    async def closing(self, id: str) -> EnrolmentForm:
        """That it is over, since when, with a note."""
        today = self._today
        which = FormDraft(id, FormOf.CLOSING)
        return await self._asking(which, lambda each: closing_form(each, today), stands=True)

    async def form(self, which: FormDraft) -> EnrolmentForm:
        """The form that a draft is of, whichever it is."""
        entry, about = which.entry, which.about
        match which.form:
            case FormOf.NEW:
                is_saved = await self._entries.newest_of(entry) is not None
                return await (
                    self.details(entry, which.name) if is_saved else self._new(about, entry)
                )
            case FormOf.AREAS:
                return await self.areas(entry)
            case FormOf.RULE:
                return await self.rule(entry, about)
            case FormOf.PHASE:
                return await self.phase(entry, about)
            case FormOf.ASIDE:
                return await self.aside(entry, about)
            case FormOf.CLOSING:
                return await self.closing(entry)
            case FormOf.DETAILS:
                return await self.details(entry)

    # How a form is made

    @property
    def _today(self) -> date:
        return self._progressing.today

    async def _new(self, pathway_id: str, entry: str) -> EnrolmentForm:
        pathway = (await self._library.shelf()).pathways.get(pathway_id)
        if pathway is None:
            raise NotFound(NO_PATHWAY.format(quoted(pathway_id)))
        own = await self._names.name() if pathway.holder is Holder.PERSON else ""
        shown = begun(pathway, " ".join(own.split())[:LONGEST_LINE], self._today)
        around = await self._around(entry, shown)

        async def first() -> None:
            await self._store.keep_pathway(pathway)

        terms = about_terms(around, shown, first)
        draft = FormDraft(entry, FormOf.NEW, pathway.id).name
        made = EnrolmentForm(entry, None, self._store, self._entries, terms, draft)
        await made.find(None)
        return made

    async def _begun(self, pathway_id: str) -> str:
        """The enrolment in a pathway that was begun last and not saved, else a new one."""
        left, saved = await self._entries.left(KIND), await self._entries.newest(KIND)
        return begun_last(left, saved.keys(), pathway_id) or self._entry()

    def _entry(self) -> str:
        return f"{KIND}-{self._chance(ID_BYTES)}"

    async def _stating(
        self, progress: PathwayProgress, form: FormOf, ask: Ask, about: str = ""
    ) -> EnrolmentForm:
        """The form of a statement, which leaves later phases entered by what was met before."""
        behind = behind_by(progress, (await self._progressing.found()).case, self._today)

        def kept(enrolment: Enrolment) -> Asked:
            return kept_behind(ask(enrolment), enrolment, behind)

        which, stands = FormDraft(progress.id, form, about), form is FormOf.AREAS
        return await self._asking(which, kept, stands=stands)

    async def _asking(self, which: FormDraft, ask: Ask, *, stands: bool) -> EnrolmentForm:
        return await self._of(which.entry, asking_terms(ask, stands=stands), which.name)

    async def _of(self, id: str, terms: Terms, draft: str) -> EnrolmentForm:
        """The form of an enrolment that is saved, with what was typed last."""
        saved = await self._store.saved(id)
        made = EnrolmentForm(id, saved, self._store, self._entries, terms, draft)
        await made.find(saved.document)
        return made

    async def _progress(self, id: str) -> PathwayProgress:
        """Where it stands. Raises NotFound where that cannot be told, or it is not open."""
        await self._store.open(id)
        return (await self._progressing.of(id)).told

    async def _rubrics(self, pathway: Pathway) -> Callable[[Enrolment], tuple[Scored, ...]]:
        """The rubrics that there are for an enrolment in a pathway, whatever it says."""
        shelf = (await self._library.shelf()).rubrics.values()
        observed = (await self._progressing.found()).case.observed
        return lambda enrolment: rubrics_of(shelf, observed, pathway, enrolment)

    async def _around(self, id: str, shown: Enrolment) -> Around:
        """What the form of an enrolment has to know."""
        found = await self._progressing.found()
        groups = (await self._groups.groups())[0] if shown.holder is Holder.GROUP else ()
        others = [e for key, e in found.enrolments.items() if key != id and is_in(e, shown.pathway)]
        told = "" if id in found.enrolments else second_told(others)
        held = held_by_schools(found.case, id)
        known = (await self._progressing.of(id)).progress if id in found.enrolments else None
        lacks = lacking_by(known, found.case, self._today) if known else nothing_lacks
        return Around(self._today, groups, held, told, lacks)
