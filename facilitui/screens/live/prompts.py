"""Prompts that are not wanted: away for this session with one key, for good with the same again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitui.core.bodies import PromptDismissed
from facilitui.core.sessions.live_prompts import prompt_now
from facilitui.core.sessions.live_settings import HUSHED
from facilitui.core.sessions.people_moves import dismiss_prompt
from facilitui.messages.going import PromptHushed
from facilitui.screens.live.presses import Press

if TYPE_CHECKING:
    from facilitui.screens.live.screen import LiveScreen

NOT_TODAY = "Not again in this session."
FOR_GOOD = "X once more: never again."
NOTHING = "There is no prompt to put away."


async def hush(screen: LiveScreen) -> None:
    """Put the prompt that stands away; if one was just put away, do so for good."""
    hosted = screen.hosted
    elapsed, hushed = hosted.now()[0], screen.settings.hushed
    prompt = prompt_now(hosted.state, elapsed, hushed)
    if prompt is not None:
        another = prompt_now(hosted.state, elapsed, hushed | {prompt.id})
        told = NOT_TODAY if another else f"{NOT_TODAY} {FOR_GOOD}"
        await screen.press(Press(dismiss_prompt(prompt.id), told))
    elif last := _just_dismissed(screen):
        screen.post_message(PromptHushed(last, lambda: _hushed(screen, last)))
    else:
        screen.tell(NOTHING)


def _hushed(screen: LiveScreen, prompt: str) -> None:
    hushed = screen.settings.hushed | {prompt}
    screen.settings = replace(screen.settings, hushed=hushed)
    screen.tell(f"Never again; to have it back take “{prompt}” out of {HUSHED} in config.toml.")


def _just_dismissed(screen: LiveScreen) -> str:
    """The prompt that the last key put away; empty if it did something else."""
    keys, events = screen.hosted.state.keys, screen.hosted.events
    last = next((each.body for each in events if keys and each.seq == keys[-1]), None)
    prompt = last.prompt if isinstance(last, PromptDismissed) else ""
    return "" if prompt in screen.settings.hushed else prompt
