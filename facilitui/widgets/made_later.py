"""Screens that are drawn before all of them is there, and the news that it is."""

from __future__ import annotations

from collections.abc import Callable

from textual.message import Message


class Ready(Message):
    """Something that keys may have waited for is there, or will not come."""


class MadeLater:
    """A screen that is seen at once, while what takes its keys is still being made."""

    ready = False
    """Whether all that takes keys is there by now."""

    def tell_of_waiting(self) -> None:
        """A key came before that, and waits; most screens are there before this could be read."""


class ChoosesSoon:
    """A screen that finds what is typed a moment later; keys wait behind one that waits for it."""

    _then: Callable[[], None] | None = None
    """What a key asked for that was pressed before the list had been found."""
    found_all = True
    """Whether the list that is shown is whole; else more of it follows."""

    @property
    def choosing(self) -> bool:
        """Whether a key waits for the list."""
        return self._then is not None

    @property
    def is_found(self) -> bool:
        """Whether the list is that of what was typed last."""
        raise NotImplementedError

    def once_found(self, act: Callable[[], None] | None) -> None:
        """Do what is about the list, now or as soon as it is there; None: nothing any more."""
        self._then = act
        self.do_what_waits()

    def do_what_waits(self) -> None:
        """Do it if the list is there."""
        if self._then is not None and self.is_found:
            act, self._then = self._then, None
            act()


class DrawnFirst:
    """A screen that begins what takes long only once it was seen: that would hold up its frame.

    Textual's own call after a refresh comes before one where nothing is drawn yet, as at the start.
    """

    drawn = False
    """Whether it was."""

    def was_drawn(self) -> None:
        """It is seen by now."""
        if not self.drawn:
            self.drawn = True
            self.begin_drawn()

    def begin_drawn(self) -> None:
        """Begin what waited for that."""


class Seen(Ready):
    """Something was seen for the first time on which keys count only from now on."""


class CameToNothing(Ready):
    """What keys waited for failed: text is for where one is; all other keys were for elsewhere."""


class SeenFirst(MadeLater):
    """A screen whose keys do what nobody would want done unseen, such as beginning a session.

    It is ready once it was drawn with all that is on it; what was typed before is forgotten.
    """

    filled = False
    """Whether all is on it, to be drawn."""
