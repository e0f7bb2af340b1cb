"""Joining the parts: the one place where services meet the stores and the clock they work with.

Everything is made when it is first asked for, so that a command pays only for what it uses and
Home can be on the screen before a library has been read.
"""

from __future__ import annotations

import asyncio
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from facilitui.storage.chance import token_hex
from facilitui.wiring.pathways import PathwayWiring

if TYPE_CHECKING:
    from facilitui.core.overview import Overview
    from facilitui.core.sessions.live_settings import LiveSettings
    from facilitui.services.backups.safekeeping import Safekeeping
    from facilitui.services.debriefs.reflecting import Reflecting
    from facilitui.services.library.authoring import Authoring
    from facilitui.services.overseeing import Overseeing
    from facilitui.services.plans.gathering import Gathering
    from facilitui.services.plans.handing_over import HandingOver
    from facilitui.services.plans.planning import Planning
    from facilitui.services.plans.rehearsing import Rehearsing
    from facilitui.services.plans.remembering import Remembering
    from facilitui.services.plans.series import Series
    from facilitui.services.plans.taking_in import TakingIn
    from facilitui.services.privacy.purging import Purging
    from facilitui.services.reports.reporting import Reporting
    from facilitui.services.sessions.briefing import Briefing
    from facilitui.services.sessions.following import Following
    from facilitui.services.sessions.gap_deciding import GapDeciding
    from facilitui.services.sessions.hosting import Hosting
    from facilitui.services.sessions.releasing import Releasing
    from facilitui.services.sessions.replaying import Replaying


class Wiring(PathwayWiring):
    """The services of one home, each made when it is first used."""

    @cached_property
    def authoring(self) -> Authoring:
        """Writing protocols."""
        from facilitui.services.library.authoring import Authoring

        return Authoring(self.protocols, self.drafts)

    @cached_property
    def planning(self) -> Planning:
        """Planning sessions."""
        from facilitui.services.plans.planning import Planning

        return Planning(self.plans, self.drafts, self.library, self.clock)

    @cached_property
    def series(self) -> Series:
        """Groups that meet again."""
        from facilitui.services.plans.series import Series

        return Series(
            self.groups, self.plans, self.sessions, self.journal, self.library, self.clock
        )

    @cached_property
    def gathering(self) -> Gathering:
        """Groups, opened to be edited."""
        from facilitui.services.plans.gathering import Gathering

        return Gathering(self.groups, self.drafts, self.series)

    @cached_property
    def taking_in(self) -> TakingIn:
        """Agendas that were written elsewhere."""
        from facilitui.services.plans.taking_in import TakingIn
        from facilitui.storage.agenda_files import read_agenda

        return TakingIn(self.outside, read_agenda, self.plans, self.library, self.clock)

    @cached_property
    def handing_over(self) -> HandingOver:
        """Plans as documents."""
        from facilitui.reports.handouts import written
        from facilitui.services.plans.handing_over import HandingOver

        return HandingOver(self.exports, written, self.clock, token_hex)

    @cached_property
    def safekeeping(self) -> Safekeeping:
        """All of it checked, backed up, brought back and handed over."""
        from facilitui.services.backups.safekeeping import Safekeeping

        copies = self.attaching.check
        return Safekeeping(self.journal, self.clock, self.session_logs, copies, self.backups)

    @cached_property
    def reporting(self) -> Reporting:
        """Sessions as reports."""
        from facilitui.reports.session_report import written_report
        from facilitui.services.reports.case_reading import CaseReading
        from facilitui.services.reports.name_reading import NameReading
        from facilitui.services.reports.reporting import Reporting

        naming = NameReading(self.plans, self.session_plans, self.groups)
        reading = CaseReading(self.journal, self.sessions, self.library, naming, self.clock)
        return Reporting(reading, naming, self.plans, self.exports, self.clock, written_report)

    @cached_property
    def hosting(self) -> Hosting:
        """Running sessions."""
        from facilitui.services.sessions.hosting import Hosting

        return Hosting(self.sessions, self.plans, self.drafts, self.library, self.clock, token_hex)

    @cached_property
    def purging(self) -> Purging:
        """What is to say nothing any more."""
        from facilitui.services.privacy.purging import Purging

        stores = (self.purge_files, self.journal, self.drafts, self.attachments)
        return Purging(*stores, self.clock, token_hex, self.hosting.half.forget)

    @cached_property
    def rehearsing(self) -> Rehearsing:
        """Running plans with nothing kept."""
        from facilitui.services.plans.rehearsing import Rehearsing

        return Rehearsing(self.library, self.clock, token_hex)

    @cached_property
    def following(self) -> Following:
        """Following sessions that another process hosts."""
        from facilitui.services.sessions.following import Following

        return Following(self.sessions, self.feed, self.clock)

    @cached_property
    def briefing(self) -> Briefing:
        """Briefing whoever takes a session over."""
        from facilitui.reports.brief import written_brief
        from facilitui.services.sessions.briefing import Briefing

        return Briefing(self.hosting, self.exports, written_brief)

    @cached_property
    def reflecting(self) -> Reflecting:
        """Debriefing sessions."""
        from facilitui.services.debriefs.reflecting import Reflecting

        stores = (self.sessions, self.session_plans, self.journal, self.drafts, self.hosting.half)
        beside = (self.library, self.clock, token_hex, self.series, self.purge_of)
        return Reflecting(*stores, *beside)

    @cached_property
    def releasing(self) -> Releasing:
        """Releasing captures as quotes."""
        from facilitui.services.sessions.releasing import Releasing

        return Releasing(self.hosting)

    @cached_property
    def gap_deciding(self) -> GapDeciding:
        """Deciding which gaps of a session count."""
        from facilitui.services.sessions.gap_deciding import GapDeciding

        return GapDeciding(self.hosting)

    @cached_property
    def remembering(self) -> Remembering:
        """How protocols went so far."""
        from facilitui.services.plans.remembering import Remembering

        return Remembering(self.digests)

    @cached_property
    def replaying(self) -> Replaying:
        """Sessions as they went."""
        from facilitui.services.sessions.replaying import Replaying

        return Replaying(self.sessions, self.clock, self.files_seen)

    @cached_property
    def overseeing(self) -> Overseeing:
        """Home."""
        from facilitui.services.overseeing import Overseeing

        parts = (self.planning, self.hosting, self.reviewing, self.clock, self.groups)
        return Overseeing(*parts, self.unfinished_purge, self.begun_reviews, self.pathway_steps)

    async def unfinished_purge(self) -> str:
        """What there is to say of a purge that was not finished; nothing is loaded for none."""
        return await self.purging.unfinished() if self.home.begun_purge.exists() else ""

    async def purge_of(self, session: str) -> str:
        """That the purge of a session was begun and not finished; empty where none was."""
        return await self.purging.of(session) if self.home.begun_purge.exists() else ""

    def now(self) -> datetime:
        """The moment, in this machine's zone."""
        return self.clock.read().at.astimezone(self.clock.zone(""))

    def kept_overview(self) -> Overview | None:
        """What Home showed last, if it was kept."""
        from facilitui.storage.overview_cache import read_overview

        return read_overview(self.disk, self.home)

    def read_overview(self) -> Overview:
        """What Home shows now, worked out from the files and kept. Blocks: for a thread."""
        from facilitui.storage.overview_cache import keep_overview

        overview = asyncio.run(self.overseeing.overview())
        keep_overview(self.disk, self.home, overview)
        return overview

    def chosen_theme(self) -> str:
        """The theme that was chosen, empty where none was."""
        if not (self.home.root / "config.toml").exists():
            return ""  # reading TOML takes time at every start
        from facilitui.storage.settings_file import read_theme

        return read_theme(self.disk, self.home)

    def live_settings(self) -> LiveSettings:
        """What was set for running sessions. Blocks: for a thread."""
        from facilitui.storage.settings_file import read_live_settings

        return read_live_settings(self.disk, self.home)

    def hush_prompt(self, prompt: str) -> None:
        """Never show a prompt of Live again. Blocks: for a thread. Raises NotSaved."""
        from facilitui.storage.settings_file import hush_prompt

        hush_prompt(self.disk, self.home, prompt)

    def keep_theme(self, theme: str) -> None:
        """Keep the choice of a theme. Blocks: for a thread. Raises NotSaved."""
        from facilitui.storage.settings_file import keep_theme

        keep_theme(self.disk, self.home, theme)
