"""What the screens work with, as they ask for it; the wiring makes it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from facilitui.core.overview import Overview
    from facilitui.core.paper_lines import PaperLine
    from facilitui.core.pathways.pathway import Pathway
    from facilitui.core.plans.planning_ports import Favourites
    from facilitui.core.sessions.live_settings import LiveSettings
    from facilitui.services.backups.joining import Joining
    from facilitui.services.backups.safekeeping import Safekeeping
    from facilitui.services.debriefs.observing import Observing
    from facilitui.services.debriefs.reflecting import Reflecting
    from facilitui.services.debriefs.scoring import Scoring
    from facilitui.services.journals.attaching import Attaching
    from facilitui.services.journals.reviewing import Reviewing
    from facilitui.services.journals.rivalling import Rivalling
    from facilitui.services.journals.taking_along import TakingAlong
    from facilitui.services.journals.withdrawing import Withdrawing
    from facilitui.services.library.authoring import Authoring
    from facilitui.services.overseeing import Overseeing
    from facilitui.services.pathways.desk import PathwayDesk
    from facilitui.services.pathways.documents import PathwayDocuments
    from facilitui.services.pathways.enrolment_changes import EnrolmentChanges
    from facilitui.services.pathways.last_deed import LastDeeds
    from facilitui.services.pathways.log_keeping import LogKeeping
    from facilitui.services.pathways.progressing import Progressing
    from facilitui.services.plans.gathering import Gathering
    from facilitui.services.plans.handing_over import HandingOver
    from facilitui.services.plans.planning import Planning
    from facilitui.services.plans.rehearsing import Rehearsing
    from facilitui.services.plans.remembering import Remembering
    from facilitui.services.plans.series import Series
    from facilitui.services.plans.taking_in import TakingIn
    from facilitui.services.privacy.purging import Purging
    from facilitui.services.reports.reporting import Reporting
    from facilitui.services.responses.hearing import Hearing
    from facilitui.services.reviews.file_review import FileReview
    from facilitui.services.reviews.forgetting import Forgetting
    from facilitui.services.reviews.mentoring import Mentoring
    from facilitui.services.sessions.briefing import Briefing
    from facilitui.services.sessions.following import Following
    from facilitui.services.sessions.gap_deciding import GapDeciding
    from facilitui.services.sessions.hosting import Hosting
    from facilitui.services.sessions.releasing import Releasing
    from facilitui.services.sessions.replaying import Replaying
    from facilitui.services.trends.trending import Trending
    from facilitui.services.unopened import UnopenedDrafts


class Services(Protocol):
    """What the screens work with; the wiring makes each of them when it is first asked for."""

    @property
    def planning(self) -> Planning:
        """Planning sessions."""

    @property
    def authoring(self) -> Authoring:
        """Writing protocols."""

    @property
    def favourites(self) -> Favourites:
        """What of the library somebody likes best."""

    @property
    def series(self) -> Series:
        """Groups that meet again."""

    @property
    def gathering(self) -> Gathering:
        """Groups, opened to be edited."""

    @property
    def hosting(self) -> Hosting:
        """Running sessions."""

    @property
    def rehearsing(self) -> Rehearsing:
        """Running plans with nothing kept."""

    @property
    def following(self) -> Following:
        """Following sessions that another process hosts."""

    @property
    def briefing(self) -> Briefing:
        """Briefing whoever takes a session over."""

    @property
    def reflecting(self) -> Reflecting:
        """Debriefing sessions."""

    @property
    def hearing(self) -> Hearing:
        """What participants said."""

    @property
    def scoring(self) -> Scoring:
        """Scoring oneself on sessions."""

    @property
    def releasing(self) -> Releasing:
        """Releasing captures as quotes."""

    @property
    def gap_deciding(self) -> GapDeciding:
        """Deciding which gaps of a session count."""

    @property
    def remembering(self) -> Remembering:
        """How protocols went so far."""

    @property
    def replaying(self) -> Replaying:
        """Sessions as they went."""

    @property
    def overseeing(self) -> Overseeing:
        """Home."""

    @property
    def reviewing(self) -> Reviewing:
        """Reading the journal."""

    @property
    def taking_along(self) -> TakingAlong:
        """What the journal shows, as a file."""

    @property
    def safekeeping(self) -> Safekeeping:
        """The journal as a whole."""

    @property
    def joining(self) -> Joining:
        """Other people's and other machines' journals, taken in."""

    @property
    def rivalling(self) -> Rivalling:
        """Conflicting revisions, settled."""

    @property
    def mentoring(self) -> Mentoring:
        """One's own journal, to be reviewed with a mentor."""

    async def file_review(self, file: str, whose: str = "") -> FileReview:
        """Another person's journal in a file; `whose` is the name that a mentor gives.

        Raises NotFound, InputProblems or WhoseUnknown.
        """

    async def reviewed_file(self, folder: str) -> str:
        """The file that was opened last of a journal that was answered. Raises NotFound."""

    @property
    def forgetting(self) -> Forgetting:
        """Purges of what is kept of other people's journals."""

    @property
    def reporting(self) -> Reporting:
        """Reports of sessions for others."""

    @property
    def trending(self) -> Trending:
        """What sessions show over time."""

    @property
    def withdrawing(self) -> Withdrawing:
        """Entries that are to count no more."""

    @property
    def purging(self) -> Purging:
        """What is to say nothing any more."""

    @property
    def observing(self) -> Observing:
        """What others saw of sessions."""

    @property
    def attaching(self) -> Attaching:
        """Files beside sessions."""

    @property
    def progressing(self) -> Progressing:
        """Where enrolments in pathways stand."""

    @property
    def last_deeds(self) -> LastDeeds:
        """What was done last for an enrolment, and taking it back."""

    @property
    def pathway_desk(self) -> PathwayDesk:
        """Enrolling, and the forms of all that is said of an enrolment."""

    @property
    def pathway_changes(self) -> EnrolmentChanges:
        """Changes of an enrolment that no form is needed for."""

    @property
    def pathway_log(self) -> LogKeeping:
        """What is logged for enrolments."""

    @property
    def pathway_documents(self) -> PathwayDocuments:
        """Documents of enrolments."""

    @property
    def unopened(self) -> UnopenedDrafts:
        """What was typed into forms that cannot be opened any more."""

    def pathway_page(self, pathway: Pathway, width: int) -> tuple[PaperLine, ...]:
        """All that a pathway says below its name, in lines of at most so many cells."""

    @property
    def handing_over(self) -> HandingOver:
        """Documents of plans for others."""

    @property
    def taking_in(self) -> TakingIn:
        """Agendas from files of other kinds."""

    def now(self) -> datetime:
        """The moment, in this machine's zone."""

    def chosen_theme(self) -> str:
        """The theme that was chosen, empty where none was."""

    def keep_theme(self, theme: str) -> None:
        """Keep the choice of a theme. Blocks: for a thread."""

    def live_settings(self) -> LiveSettings:
        """What was set for running sessions. Blocks: for a thread."""

    def hush_prompt(self, prompt: str) -> None:
        """Never show a prompt of Live again. Blocks: for a thread. Raises NotSaved."""

    def kept_overview(self) -> Overview | None:
        """What Home showed last, if it was kept."""

    def read_overview(self) -> Overview:
        """What Home shows now. Blocks: for a thread."""
