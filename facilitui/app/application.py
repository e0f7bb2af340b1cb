"""The application: its modes, its themes, and going from one screen to another."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import Any

from textual import on, work
from textual.app import SystemCommand
from textual.message import Message
from textual.screen import Screen
from textual.theme import Theme

from facilitui import themes
from facilitui.app.asked_once import asked_once
from facilitui.app.pathways import PathwaysApp
from facilitui.app.tidying import tidy_when_quiet
from facilitui.messages import going as m
from facilitui.opening.screens import AnyScreen, Opening
from facilitui.screens.coming import ComingScreen
from facilitui.widgets.paper_screen import PaperScreen


class FacilituiApp(PathwaysApp):
    """Home, Library and Journal are modes; a plan, a session and its debrief are pushed."""

    CSS_PATH = "app.tcss"
    TITLE = "facilitui"
    DEFAULT_MODE = "home"

    def __init__(
        self,
        opening: Opening,
        first: Message | None = None,
        only: Callable[[], AnyScreen] | None = None,
        coming: str = "",
    ) -> None:
        """`first` is what is asked for at once, such as a plan; `only` takes Home's place.

        `coming` is the title that is seen while `first` is on its way.
        """
        super().__init__(opening.unkept)
        self._first, self._coming = first, coming
        self._open_screen = opening
        themes.use_ours(
            self, os.environ.get("TEXTUAL_THEME", "") or opening.services.chosen_theme()
        )
        self.add_mode("home", only or opening.home)
        self.add_mode("library", opening.library)
        self.add_mode("journal", opening.journal)

    @work
    async def _keep_theme(self, theme: Theme) -> None:
        await self.tried(self._open_screen.keep_theme(theme.name))

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The house style's variables, which style sheets name before a theme is ours."""
        return themes.PAPER_DARK.variables

    def delay_update(self, delay: float = 0.01) -> None:
        """A change of mode is drawn at once; Textual would hold it back for 50 ms."""
        super().delay_update(delay)

    def on_mount(self) -> None:
        """Ask for what is to be shown first."""
        self.theme_changed_signal.subscribe(self, self._keep_theme)
        if self._first is not None:
            self.push_screen(ComingScreen(self._coming))
            self.post_message(self._first)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Of Textual's own those that mean something here."""
        return themes.palette_commands(self)

    def tidy_when_quiet(self) -> None:
        """From now on memory is tidied while nobody types."""
        tidy_when_quiet(self, lambda: self.input_order.number)

    def _fatal_error(self) -> None:
        """A crash is reported by the command line, with a log file instead of a traceback."""
        self._close_messages_no_wait()

    @property
    def crash(self) -> BaseException | None:
        """What ended the program, if it crashed."""
        return self._exception

    @on(m.ModeRequested)
    async def _change_mode(self, event: m.ModeRequested) -> None:
        await self.switch_mode(event.mode)

    @on(m.HelpRequested)
    def _show_help(self, event: m.HelpRequested) -> None:
        from facilitui.screens.help import HelpScreen

        self.push_screen(HelpScreen(event.title, event.about, event.sections))

    @on(m.PlanRequested)
    def _show_plan(self, event: m.PlanRequested) -> None:
        self.show(self._open_screen.plan(event.name))

    @on(m.ProtocolRequested)
    def _show_protocols(self, event: m.ProtocolRequested) -> None:
        library = self._open_screen.protocols(event.people, event.mode, event.minutes)
        self.push_screen(library, event.chosen)

    @on(m.ProtocolEditRequested)
    def _show_protocol(self, event: m.ProtocolEditRequested) -> None:
        self.show(self._open_screen.protocol(event.protocol, copy=event.copy), event.written)

    @on(m.NewPlanRequested)
    @asked_once
    async def _show_new_plan(self, event: m.NewPlanRequested) -> None:
        opening = self._open_screen
        if event.agenda is not None:
            self.show(opening.new_plan(event.agenda))
        else:
            choices = opening.agenda_choices()
            await self.open_one_of(choices, "Begin a plan with", opening.new_plan)

    @on(m.ImportRequested)
    @asked_once
    async def _import_agenda(self) -> None:
        plan = await self.push_screen_wait(self._open_screen.import_dialog())
        if plan is not None:
            self.show(self._open_screen.plan(plan))

    @on(m.AllPlansRequested)
    @asked_once
    async def _choose_plan(self) -> None:
        opening = self._open_screen
        nothing = "No plan is kept here yet: n begins one."
        await self.open_one_of(opening.plan_choices(), "Open which plan?", opening.plan, nothing)

    @on(m.GroupRequested)
    def _show_group(self, event: m.GroupRequested) -> None:
        self.show(self._open_screen.group(event.group))

    @on(m.GroupsRequested)
    @asked_once
    async def _choose_group(self) -> None:
        opening = self._open_screen
        await self.open_one_of(opening.group_choices(), "Open which group?", opening.group)

    @on(m.SeriesRequested)
    @asked_once
    async def _plan_next(self, event: m.SeriesRequested) -> None:
        from facilitui.screens.dialogs.asking import next_planned

        plan = await self.tried(next_planned(self, self._open_screen.services.series, event))
        if plan:
            self.show(self._open_screen.plan(plan))

    @on(m.CarryRequested)
    @asked_once
    async def _carry_over(self, event: m.CarryRequested) -> None:
        from facilitui.screens.dialogs.asking import carried_over

        await self.told_of(carried_over(self, self._open_screen.services.series, event))

    @on(m.ExportRequested)
    @asked_once
    async def _hand_over(self, event: m.ExportRequested) -> None:
        from facilitui.screens.dialogs.hand_over import hand_over

        await self.tried(hand_over(self, self._open_screen.services.handing_over, event.desk))

    @on(m.RunRequested)
    @asked_once
    async def _show_live(self, event: m.RunRequested) -> None:
        from facilitui.screens.dialogs.asking import session_to_run

        opening = self._open_screen
        lies_open = opening.open_session(event.name)
        session = await self.tried(session_to_run(self, lies_open, goes_on=event.goes_on))
        if session is not None:
            self.show(opening.resumed(session) if session else opening.live(event.name))

    @on(m.ResumeRequested)
    def _show_resumed(self, event: m.ResumeRequested) -> None:
        self.show(self._open_screen.resumed(event.session))

    @on(m.UnendedRequested)
    @asked_once
    async def _ask_about_unended(self, event: m.UnendedRequested) -> None:
        from facilitui.screens.dialogs.numbered import resume_or_end

        opening, session = self._open_screen, event.session
        hosting = opening.services.hosting
        going_on = await self.tried(hosting.going_on(session))
        if going_on is not None:
            dialog = resume_or_end(event.title, going_on, await hosting.half_kept(session))
            chosen = opening.unended(session, await self.push_screen_wait(dialog))
            if chosen is not None:
                self.show(chosen)

    @on(m.RehearseRequested)
    def _show_rehearsal(self, event: m.RehearseRequested) -> None:
        self.show(self._open_screen.rehearsal(event.plan, event.name))

    @on(m.CardsRequested)
    @asked_once
    async def _find_cards(self, event: m.CardsRequested) -> None:
        await self.handed_on(self._open_screen.cards(), event.found)

    @on(m.BriefRequested)
    @asked_once
    async def _hand_over_brief(self, event: m.BriefRequested) -> None:
        briefing = self._open_screen.services.briefing
        await self.handed_on(briefing.hand_over(event.hosted), event.handed)

    @on(m.QuotesRequested)
    def _show_quotes(self, event: m.QuotesRequested) -> None:
        self.show(self._open_screen.quotes(event.session), event.then)

    @on(m.GapsRequested)
    def _show_gaps(self, event: m.GapsRequested) -> None:
        self.show(self._open_screen.gaps(event.session), event.then)

    @on(m.PromptHushed)
    @asked_once
    async def _hush_prompt(self, event: m.PromptHushed) -> None:
        hushing = self._open_screen.hush_prompt(event.prompt)
        await self.handed_on(hushing, lambda _: event.done())

    @on(m.ReplayRequested)
    def _show_replay(self, event: m.ReplayRequested) -> None:
        self.show(self._open_screen.replay(event.session, event.at))

    @on(m.CopyRequested)
    def _show_copied(self, event: m.CopyRequested) -> None:
        self.show(self._open_screen.copied(event.session))

    @on(m.DebriefRequested)
    def _show_debrief(self, event: m.DebriefRequested) -> None:
        self.show(self._open_screen.debrief(event.session, event.lens, door=event.door), event.then)

    @on(m.EntryRequested)
    async def _show_entry(self, event: m.EntryRequested) -> None:
        from facilitui.screens.journal.screen import JournalScreen

        await self.switch_mode("journal")
        while isinstance(self.screen, PaperScreen) and self.screen.only_reads:
            await self.pop_screen()
        if isinstance(self.screen, JournalScreen):
            self.screen.open_for(event.entry, event.back)
