"""What a Live screen shows of the session in its host's hands, and which keys it offers."""

from __future__ import annotations

from facilitui.commands import Command
from facilitui.commands.live import (
    LIVE,
    LIVE_DAMAGED,
    LIVE_ENDED,
    LIVE_LOOKED_AT,
    LIVE_OVER,
    LIVE_READY,
    while_paused,
)
from facilitui.core.live_settings import LiveSettings
from facilitui.core.timing import Pace, pace
from facilitui.services.hosted_session import HostedSession
from facilitui.widgets.live_view import LiveView


def view_of(
    hosted: HostedSession, settings: LiveSettings, width: int, *, notes_shown: bool, typing: bool
) -> LiveView:
    """All that is drawn, at this moment."""
    elapsed, now = hosted.now()
    return LiveView(
        state=hosted.state,
        elapsed=elapsed,
        now=now,
        ready=hosted.ready,
        read_only=hosted.read_only,
        behind=hosted.behind,
        notes_shown=notes_shown,
        typing=typing,
        width=width,
        late_minutes=settings.late_minutes,
        hushed=settings.hushed,
    )


def keys_of(hosted: HostedSession, *, narrow: bool) -> tuple[Command, ...]:
    """The keys that mean something now; on a narrow screen they are behind `?`."""
    if hosted.state.ended_at is not None:
        return LIVE_ENDED
    if hosted.damaged:
        return LIVE_DAMAGED
    if hosted.ready is not None:
        return LIVE_READY
    if narrow:
        return ()
    if hosted.read_only:
        return LIVE_LOOKED_AT
    run, (elapsed, _) = hosted.state.now, hosted.now()
    shown = LIVE_OVER if run is not None and pace(run, elapsed) is Pace.OVER else LIVE
    return while_paused(shown) if hosted.state.paused else shown
