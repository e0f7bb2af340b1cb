"""The stores that reviewing a journal with a mentor needs."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from facilitui.wiring.stores import Stores

if TYPE_CHECKING:
    from facilitui.storage.looked_file import FileLooked
    from facilitui.storage.own_name import FileOwnName
    from facilitui.storage.review_places import FileReviews


class ReviewStores(Stores):
    """Up to where somebody looked, what they are called, and what they wrote to others."""

    @cached_property
    def looked(self) -> FileLooked:
        """The last look at the journal."""
        from facilitui.storage.looked_file import FileLooked

        return FileLooked(self.home, self.disk)

    @cached_property
    def own_name(self) -> FileOwnName:
        """What somebody is called."""
        from facilitui.storage.own_name import FileOwnName

        return FileOwnName(self.home, self.disk)

    @cached_property
    def reviews(self) -> FileReviews:
        """Answers to other people's journals."""
        from facilitui.storage.review_places import FileReviews

        return FileReviews(self.home, self.disk)

    def close(self) -> None:
        """Let every store finish what it was asked."""
        super().close()
        for name in ("looked", "own_name", "reviews"):
            if name in self.__dict__:
                self.__dict__[name].close()
