"""Documents of a journal that no journal saved."""

from __future__ import annotations

from typing import Any

from facilitui.core.journals.journal import Document, make_document
from facilitui.core.sealing import GENESIS
from tests.core.making import START


def document(
    entry: str, kind: str = "debrief", last: Document | None = None, **body: Any
) -> Document:
    """A revision of an entry that says this; the next one after `last`."""
    return make_document(
        entry_id=entry,
        kind=kind,
        body=body,
        made_at=START,
        salt="ab" * 16,
        last=last,
        after=GENESIS,
    )
