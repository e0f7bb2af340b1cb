"""Norms while a session runs: called on, asked about, added, and the one to watch."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from facilitui.core.norm_watch import asked_now
from facilitui.core.norms import Norm, NormAnswer, NormMoment
from facilitui.core.people_moves import check_norm, watch_norm
from facilitui.core.session import SessionState
from facilitui.core.starting import watching
from facilitui.screens.dialogs.choose import Choice
from facilitui.screens.dialogs.numbered import NumberedDialog
from facilitui.screens.live.presses import NO_STEP, Press, invoke

if TYPE_CHECKING:
    from facilitui.screens.live.screen import LiveScreen

ADD_NORM, WATCH_ANOTHER = "+", "*"
"""What stands for a new norm, and for another one to watch; no norm can be called that."""
ANSWERS = {f"?{answer}": answer for answer in NormAnswer}
"""The answers, by what stands for them in a choice."""
NONE_AGREED = "No norms were agreed on; o adds one once it has begun."


async def norms(screen: LiveScreen) -> None:
    """Answer for the norm to watch, call on one, add one; before the start, name the watched."""
    state = screen.hosted.state
    if screen.hosted.ready is not None:
        _choose_watched(screen)
    elif state.running:
        moment = asked_now(state, screen.hosted.now()[0])

        async def chosen(choice: str | None) -> None:
            await _obey(screen, choice, moment)

        screen.app.push_screen(norm_dialog(state, moment), chosen)
    else:
        screen.tell(NO_STEP)


async def _obey(screen: LiveScreen, choice: str | None, moment: NormMoment | None) -> None:
    if choice == ADD_NORM:
        screen.lines.ask("norm")
    elif choice == WATCH_ANOTHER:
        _choose_watched(screen)
    elif choice in ANSWERS and moment is not None:
        answer = ANSWERS[choice]
        await screen.press(Press(check_norm(moment, answer), f"norm {answer.label.lower()}"))
    elif choice:
        await screen.press(invoke(choice))


def norm_dialog(state: SessionState, moment: NormMoment | None) -> NumberedDialog:
    """The answers if they are asked for; then the norms, the watched one first, a new one last."""
    watched, own = state.watched_norm, state.own_norms
    norms = sorted(state.norms, key=lambda norm: norm.id != state.watched)
    choices = [_told(norm, "watched" if norm is watched else "", own) for norm in norms]
    if len(norms) > 1 or (norms and watched is None):
        choices.append(Choice(WATCH_ANOTHER, "Watch another norm"))
    choices.append(Choice(ADD_NORM, "Add one of our own"))
    if moment is None or watched is None:
        return NumberedDialog("Call on a norm", choices)
    answers = [Choice(key, answer.label) for key, answer in ANSWERS.items()]
    return NumberedDialog(f"How are we doing with: {watched.text}", [*answers, *choices])


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
            screen.refresh_view()
        elif norm is not None:
            await screen.press(Press(watch_norm(norm), "watched from now on"))

    screen.app.push_screen(NumberedDialog("Which norm shall we watch?", choices, watched), watch)
