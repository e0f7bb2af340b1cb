"""The application: its modes, its themes, and going from one screen to another."""

from __future__ import annotations

import os
from itertools import chain

from textual import on, work
from textual.app import App
from textual.events import Event, Key, Paste
from textual.message import Message
from textual.theme import Theme
from textual.worker import Worker

from facilitui import messages as m
from facilitui import themes
from facilitui.asked_once import asked_once
from facilitui.core.errors import FacilituiError
from facilitui.ending import end_cleanly
from facilitui.input_order import InputOrder, PassedOn
from facilitui.opening import EMPTY, Opened, Opening
from facilitui.screens.dialogs.choose import BEGIN, RESUME, ChooseDialog, resume_or_begin
from facilitui.widgets.paper_screen import PaperScreen


class FacilituiApp(App[None]):
    """Home, Library and Journal are modes; a plan, a session and its debrief are pushed."""

    CSS_PATH = "app.tcss"
    TITLE = "facilitui"
    DEFAULT_MODE = "home"

    def __init__(self, opening: Opening, first: Message | None = None) -> None:
        """`first` is what is asked for at once, such as a plan."""
        super().__init__()
        self._first = first
        self._open_screen = opening
        self._pushing: Worker[None] | None = None
        self._input = InputOrder(self, super().on_event)
        self._use_our_themes()
        self.add_mode("home", opening.home)
        self.add_mode("library", opening.library)
        self.add_mode("journal", opening.journal)

    def _use_our_themes(self) -> None:
        """Ours, and those that use the terminal's own colours; no others have our variables."""
        for theme in themes.THEMES:
            self.register_theme(theme)
        wanted = os.environ.get("TEXTUAL_THEME", "") or self._open_screen.chosen_theme()
        if self.no_color and wanted in themes.TERMINAL:
            wanted = ""  # without colours the terminal's own would all be one
        self.theme = wanted if wanted in themes.OFFERED else themes.DEFAULT
        for name in self.available_themes:
            if name not in themes.OFFERED:
                self.unregister_theme(name)

    @work(thread=True, exit_on_error=False)
    def _keep_theme(self, theme: Theme) -> None:
        self._open_screen.keep_theme(theme.name)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The house style's variables, which style sheets name before a theme is ours."""
        return themes.PAPER_DARK.variables

    def delay_update(self, delay: float = 0.01) -> None:
        """A change of mode is drawn at once; Textual would hold it back for 50 ms."""
        super().delay_update(delay)

    def on_mount(self) -> None:
        """Leave the terminal as it was found, however the program is ended."""
        end_cleanly(self, lambda code: self.exit(return_code=code))
        self.theme_changed_signal.subscribe(self, self._keep_theme)
        if self._first is not None:
            self.post_message(self._first)

    async def on_event(self, event: Event) -> None:
        """Keys and pasted text wait for those before them."""
        if isinstance(event, Key | Paste) and not event.is_forwarded and self.screen_stack:
            await self._input.take(event)
        else:
            await super().on_event(event)

    @on(PassedOn)
    async def _pass_on_the_next_key(self, event: PassedOn) -> None:
        await self._input.dealt_with(event.number)

    async def action_quit(self) -> None:
        """Quit; what could not be kept holds it up once, whichever mode it lies in."""
        for screen in chain.from_iterable(self._screen_stacks.values()):
            if isinstance(screen, PaperScreen) and not await screen.may_leave():
                return
        self.exit()

    def _fatal_error(self) -> None:
        """A crash is reported by the command line, with a log file instead of a traceback."""
        self._close_messages_no_wait()

    @property
    def crash(self) -> BaseException | None:
        """What ended the program, if it crashed."""
        return self._exception

    def _show(self, opening: Opened, then: m.Then | None = None) -> None:
        """Push what is being opened; asked for meanwhile it is a key that was pressed twice."""
        if self._pushing is not None and not self._pushing.is_finished:
            return opening.close()
        self._pushing = self.run_worker(self._push(opening, then))
        return None

    async def _push(self, opening: Opened, then: m.Then | None) -> None:
        """Push a screen, or say why it cannot be; `then` is called with its result."""
        try:
            await self.push_screen(await opening, then)
        except FacilituiError as error:
            self.say(str(error))

    def say(self, told: str, *, problem: bool = True) -> None:
        """Tell a problem, or what was done, where the person is looking."""
        screen = self.screen
        if isinstance(screen, PaperScreen):
            screen.tell(told, problem=problem)
        else:
            self.notify(told, severity="error" if problem else "information", markup=False)

    @on(m.ModeRequested)
    async def _change_mode(self, event: m.ModeRequested) -> None:
        await self.switch_mode(event.mode)

    @on(m.HelpRequested)
    def _show_help(self, event: m.HelpRequested) -> None:
        from facilitui.screens.help import HelpScreen

        self.push_screen(HelpScreen(event.title, event.about, event.sections))

    @on(m.PlanRequested)
    def _show_plan(self, event: m.PlanRequested) -> None:
        self._show(self._open_screen.plan(event.name))

    @on(m.ProtocolRequested)
    def _show_protocols(self, event: m.ProtocolRequested) -> None:
        library = self._open_screen.protocols(event.people, event.mode, event.minutes)
        self.push_screen(library, event.chosen)

    @on(m.ProtocolEditRequested)
    def _show_protocol(self, event: m.ProtocolEditRequested) -> None:
        self._show(self._open_screen.protocol(event.protocol, copy=event.copy), event.written)

    @on(m.NewPlanRequested)
    @asked_once
    async def _show_new_plan(self, event: m.NewPlanRequested) -> None:
        agenda = event.agenda
        if agenda is None:
            choices = await self._open_screen.agenda_choices()
            agenda = await self.push_screen_wait(ChooseDialog("Begin a plan with", choices))
        if agenda is not None:
            self._show(self._open_screen.new_plan("" if agenda == EMPTY else agenda))

    @on(m.ImportRequested)
    @asked_once
    async def _import_agenda(self) -> None:
        plan = await self.push_screen_wait(self._open_screen.import_dialog())
        if plan is not None:
            self._show(self._open_screen.plan(plan))

    @on(m.AllPlansRequested)
    @asked_once
    async def _choose_plan(self) -> None:
        choices = await self._open_screen.plan_choices()
        plan = await self.push_screen_wait(ChooseDialog("Open which plan?", choices))
        if plan is not None:
            self._show(self._open_screen.plan(plan))

    @on(m.GroupRequested)
    def _show_group(self, event: m.GroupRequested) -> None:
        self._show(self._open_screen.group(event.group))

    @on(m.GroupsRequested)
    @asked_once
    async def _choose_group(self) -> None:
        choices = await self._open_screen.group_choices()
        group = await self.push_screen_wait(ChooseDialog("Open which group?", choices))
        if group is not None:
            self._show(self._open_screen.group(group))

    @on(m.SeriesRequested)
    @asked_once
    async def _plan_next(self, event: m.SeriesRequested) -> None:
        from facilitui.screens.dialogs.asking import Asking
        from facilitui.services.carrying import plan_next

        asking, series = Asking(self), self._open_screen.series
        try:
            plan = await plan_next(series, asking, event.plan, event.group, event.joined)
        except FacilituiError as error:
            return self.say(str(error))
        if plan:
            self._show(self._open_screen.plan(plan))

    @on(m.CarryRequested)
    @asked_once
    async def _carry_over(self, event: m.CarryRequested) -> None:
        from facilitui.screens.dialogs.asking import Asking
        from facilitui.services.carrying import carry_over

        try:
            told = await carry_over(self._open_screen.series, event.desk, Asking(self))
        except FacilituiError as error:
            return self.say(str(error))
        if told:
            self.say(told, problem=False)
        event.done()

    @on(m.ExportRequested)
    @asked_once
    async def _hand_over(self, event: m.ExportRequested) -> None:
        from facilitui.screens.dialogs.hand_over import hand_over

        try:
            await hand_over(self, self._open_screen.handing_over, event.desk)
        except FacilituiError as error:
            self.say(str(error))

    @on(m.RunRequested)
    @asked_once
    async def _show_live(self, event: m.RunRequested) -> None:
        try:
            session = await self._open_screen.open_session(event.name)
        except FacilituiError as error:
            return self.say(str(error))
        choice = await self.push_screen_wait(resume_or_begin()) if session else BEGIN
        if choice == BEGIN:
            self._show(self._open_screen.live(event.name))
        elif choice == RESUME:
            self._show(self._open_screen.resumed(session))

    @on(m.ResumeRequested)
    def _show_resumed(self, event: m.ResumeRequested) -> None:
        self._show(self._open_screen.resumed(event.session))

    @on(m.CopyRequested)
    def _show_copied(self, event: m.CopyRequested) -> None:
        self._show(self._open_screen.copied(event.session))

    @on(m.DebriefRequested)
    def _show_debrief(self, event: m.DebriefRequested) -> None:
        self._show(self._open_screen.debrief(event.session, door=event.door))

    @on(m.EntryRequested)
    async def _show_entry(self, event: m.EntryRequested) -> None:
        await self.switch_mode("journal")
        self.screen.post_message(m.EntryShown(event.entry))
