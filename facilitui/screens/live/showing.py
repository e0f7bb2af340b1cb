"""What a Live screen shows of the session in its host's hands, and which keys it offers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitui.commands import Command
from facilitui.commands.live import (
    LIVE,
    LIVE_DAMAGED,
    LIVE_ENDED,
    LIVE_ENDED_DAMAGED,
    LIVE_LOOKED_AT,
    LIVE_READY,
    LIVE_UNHOSTED,
)
from facilitui.core.sessions import moves
from facilitui.core.sessions.session import Stage
from facilitui.core.vocabulary import BlockKind
from facilitui.screens.live.debriefing import ended_keys, goes_on, written_told
from facilitui.services.sessions.hosted_session import HostedSession
from facilitui.widgets.live_view import LiveView

if TYPE_CHECKING:
    from facilitui.screens.live.screen import LiveScreen


def view_of(screen: LiveScreen) -> LiveView:
    """All that is drawn, at this moment."""
    hosted, settings, written = screen.hosted, screen.settings, screen.written
    elapsed, now = hosted.now()
    return LiveView(
        state=hosted.state,
        elapsed=elapsed,
        now=now,
        ready=hosted.ready,
        read_only=bool(hosted.read_only),
        trouble=hosted.read_only if hosted.damaged else "",
        lost=hosted.lost,
        behind=hosted.behind,
        notes_shown=screen.notes_shown,
        typing=screen.lines.is_open,
        width=screen.app.size.width,
        late_minutes=settings.late_minutes,
        hushed=settings.hushed,
        written=written_told(written, now),
        afterwards=(("d", goes_on(written)), ("escape", "later")),
        ways=screen.ways,
    )


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of a session that is whole, by how far it is."""

    ready: tuple[Command, ...]
    running: tuple[Command, ...]
    ended: tuple[Command, ...]


LIVE_KEYS = Keys(LIVE_READY, LIVE, LIVE_ENDED)


def keys_of(screen: LiveScreen, view: LiveView, *, narrow: bool) -> tuple[Command, ...]:
    """The keys that mean something now; on a narrow screen they are behind `?`."""
    hosted, keys = screen.hosted, screen.keys
    if hosted.state.ended_at is not None:
        ended = LIVE_ENDED_DAMAGED if hosted.damaged else keys.ended
        return ended_keys(ended, screen.written)
    if hosted.damaged:
        return LIVE_DAMAGED
    if hosted.ready is not None:
        return _ready_keys(hosted, keys.ready)
    if hosted.unhosted:
        return LIVE_UNHOSTED
    if narrow:
        return ()
    return LIVE_LOOKED_AT if hosted.read_only else running_keys(view, keys.running)


def _ready_keys(hosted: HostedSession, commands: tuple[Command, ...]) -> tuple[Command, ...]:
    """Those of before the start; without taking back where nothing was done."""
    return tuple(each for each in commands if hosted.before or each.id != "live.as-before")


def running_keys(view: LiveView, commands: tuple[Command, ...]) -> tuple[Command, ...]:
    """Those of a session that runs, without what does nothing now, and in this moment's words."""
    words, useless, second = _moment(view)
    keys = (
        replace(each, word=words[each.id]) if each.id in words else each
        for each in commands
        if each.id not in useless
    )
    return tuple(sorted(keys, key=lambda each: (each.id != "live.next", each.id not in second)))


def _moment(view: LiveView) -> tuple[dict[str, str], set[str], set[str]]:
    """What keys are called now, which do nothing, and which stand right behind the first."""
    state, run, words = view.state, view.run, dict[str, str]()
    useless = set() if moves.back(state) else {"live.back"}
    useless |= set() if view.recovers else {"live.recover"}
    second = {"live.recover"} if view.is_late else set()
    if run is None:
        words["live.next"] = "go on" if state.ahead else "end"
        useless |= {"live.pause", "live.more", "live.wait"}
    elif run.stage is Stage.DIRECTIONS:
        words["live.next"] = "start"
        useless.add("live.pause")
    if state.paused:
        words["live.pause"] = "go on"
        useless.add("live.wait")
    elif state.wait is not None:
        words["live.wait"] = "end wait"
    if view.block_kind is BlockKind.NORMS:
        words["live.norm"] = "add a norm"
        second.add("live.norm")
    return words, useless, second
