"""Doing something a while after it was asked for: soon, in quiet, once drawn, or in its turn."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from textual.message_pump import MessagePump
from textual.timer import Timer

Call = Callable[[], Awaitable[None] | None]
REST_SECONDS = 0.08
"""Most people need longer from one letter to the next only where they stop to read."""


class Soon:
    """Calls something at most so many seconds after it was first asked for.

    For keeping what is typed: somebody who never stops typing is kept up with all the same.
    """

    def __init__(self, owner: MessagePump, seconds: float, call: Call) -> None:
        self._owner, self._seconds, self._call = owner, seconds, call
        self._timer: Timer | None = None

    def ask(self) -> None:
        """Ask for the call."""
        if self._timer is None:
            self._timer = self._owner.set_timer(self._seconds, self._due)

    @property
    def asked(self) -> bool:
        """Whether it was asked for and is still to come."""
        return self._timer is not None

    def stop(self) -> None:
        """Forget that it was asked for."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _due(self) -> Awaitable[None] | None:
        self._timer = None
        return self._call()


class Quiet(Soon):
    """Calls something so many seconds after it was last asked for."""

    def ask(self) -> None:
        """Ask for the call; one that was asked for before begins to wait anew."""
        self.stop()
        super().ask()


class OnceDrawn:
    """Calls something once what is shown by now is drawn, however often it was asked for.

    An owner that is being taken away is left alone: it runs no more once the widgets on it go.
    """

    def __init__(self, owner: MessagePump, call: Call) -> None:
        self._owner, self._call = owner, call
        self._asked = False

    def ask(self) -> None:
        """Ask for the call."""
        if not self._asked:
            self._asked = True
            self._owner.call_after_refresh(self._due)

    def _due(self) -> Awaitable[None] | None:
        self._asked = False
        return self._call() if self._owner.is_running else None


class AtRest(OnceDrawn):
    """Calls something once what is shown is drawn; while somebody types, once that rests.

    For what nobody looks at between two letters, and the next letter would have to wait for.
    """

    def __init__(self, owner: MessagePump, call: Call) -> None:
        super().__init__(owner, call)
        self._rest = Quiet(owner, REST_SECONDS, self._due)

    def ask(self, *, typing: bool = False) -> None:
        """Ask for the call; what was asked for while somebody typed is asked for anew."""
        self._rest.stop()
        if typing:
            self._rest.ask()
        else:
            super().ask()

    def stop(self) -> None:
        """Forget that it is to come once typing rests."""
        self._rest.stop()


class InTurn:
    """Begins something at once; asked for while that goes on, it is begun once more afterwards.

    For what is read in a thread: what was asked for meanwhile may not be in it any more.
    """

    def __init__(self, begin: Callable[[], object]) -> None:
        self._begin = begin
        self.going_on = self._again = False

    def ask(self) -> None:
        """Ask for it."""
        self._again = self.going_on
        if not self.going_on:
            self.going_on = True
            self._begin()

    def done(self) -> None:
        """It is done, well or not."""
        self.going_on = False
        if self._again:
            self.ask()
