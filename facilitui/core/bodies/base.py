"""What all bodies of events are."""

from __future__ import annotations

from typing import ClassVar

from facilitui.core.base import Record
from facilitui.core.vocabulary import Visibility


class Body(Record):
    """What one event says."""

    kind: ClassVar[str]
    visibility: ClassVar[Visibility] = Visibility.ROOM
    essential: ClassVar[bool] = True

    part_of: int | None = None
    """The seq of the first event the same key made; that first one leaves it out."""


class HostAnchor(Record):
    """Where a host's clock stood at an event, so that elapsed time goes on after a restart."""

    boot_id: str = ""
    boot_seconds: float = 0
    machine: str = ""
