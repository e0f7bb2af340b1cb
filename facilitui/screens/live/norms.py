"""Norms while a session runs: called on, asked about, added, and the one to watch."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from facilitui.core.library.norms import Norm, NormAnswer
from facilitui.core.sessions.norm_watch import asked_now, asked_when
from facilitui.core.sessions.people_moves import check_norm, watch_norm
from facilitui.core.sessions.session import SessionState
from facilitui.core.sessions.starting import watching
from facilitui.core.vocabulary import BlockKind
from facilitui.screens.dialogs.choose import Choice
from facilitui.screens.dialogs.numbered import NumberedDialog
from facilitui.screens.live.presses import NO_STEP, Press, invoke

if TYPE_CHECKING:
    from facilitui.screens.live.screen import LiveScreen

ADD_NORM, WATCH_ANOTHER = "+", "*"
"""What begins the key of a new norm, and stands for another one to watch; no norm's id can."""
NONE_AGREED = "No norms were agreed on; o adds one once it has begun."


async def norms(screen: LiveScreen) -> None:
    """Call on a norm, add one, watch another; before the start, name the watched.

    A norm that is typed into the list is added, as one that is typed into the line is.
    """

    async def chosen(choice: str | None) -> None:
        if choice == ADD_NORM:
            screen.lines.ask("norm")
        elif choice == WATCH_ANOTHER:
            _choose_watched(screen)
        elif choice and choice.startswith(ADD_NORM):
            await screen.lines.take("norm", choice.removeprefix(ADD_NORM))
        elif choice:
            await screen.press(invoke(choice))

    if screen.hosted.ready is not None:
        _choose_watched(screen)
    elif screen.hosted.state.running:
        screen.app.push_screen(norm_dialog(screen.hosted.state), chosen)
    else:
        screen.tell(NO_STEP)


async def answer_for_norm(screen: LiveScreen) -> None:
    """Say how the group is doing with the watched norm, where it is asked about."""
    state = screen.hosted.state
    elapsed, now = screen.hosted.now()
    moment, watched = asked_now(state, elapsed), state.watched_norm

    async def answered(choice: str | None) -> None:
        if choice is not None and moment is not None:
            answer = NormAnswer(choice)
            await screen.press(Press(check_norm(moment, answer), f"norm {answer.label.lower()}"))

    if moment is None or watched is None:
        screen.tell(asked_when(state, elapsed, now) if state.running else NO_STEP)
    else:
        answers = [Choice(answer, answer.label) for answer in NormAnswer]
        title = f"How are we doing with: {watched.text}"
        screen.app.push_screen(NumberedDialog(title, answers), answered)


def norm_dialog(state: SessionState) -> NumberedDialog:
    """The norms, each with its number whatever is watched or asked; then what else there is.

    While they are being agreed on, adding one stands first.
    """
    watched, own = state.watched_norm, state.own_norms
    choices = [_told(norm, "watched" if norm is watched else "", own) for norm in state.norms]
    add = [Choice(ADD_NORM, "Add one of our own")]
    others = []
    if len(choices) > 1 or (choices and watched is None):
        others.append(Choice(WATCH_ANOTHER, "Watch another norm"))
    block = state.block_of(state.now) if state.now is not None else None
    if block is not None and block.kind is BlockKind.NORMS:
        return NumberedDialog("Our norms", choices, ADD_NORM, others, ADD_NORM, add)
    mark = watched.id if watched is not None else ""
    return NumberedDialog("Call on a norm", choices, mark, [*others, *add], ADD_NORM)


def _told(norm: Norm, about: str, own: Iterable[str]) -> Choice:
    told = (about, "our own" if norm.id in own else "")
    return Choice(norm.id, norm.text, ", ".join(word for word in told if word))


def _choose_watched(screen: LiveScreen) -> None:
    ready, state = screen.hosted.ready, screen.hosted.state
    norms = ready.norms if ready is not None else state.norms
    watched = (ready.plan.norms.watch or "") if ready is not None else state.watched
    if not norms:
        screen.tell(NONE_AGREED)
        return
    own = {norm.id for norm in ready.plan.norms.own} if ready is not None else state.own_norms
    choices = [_told(norm, "", own) for norm in norms]

    async def watch(norm: str | None) -> None:
        if norm is not None and ready is not None:
            screen.hosted.expect(watching(ready, norm))
            screen.tell("watched from the start")
            screen.refresh_view()
        elif norm is not None:
            await screen.press(Press(watch_norm(norm), "watched from now on"))

    screen.app.push_screen(NumberedDialog("Which norm shall we watch?", choices, watched), watch)
