"""Which sessions have a debrief, told of thousands of entries without reading what they say."""

from __future__ import annotations

import re
from collections.abc import Iterable

from facilitui.core.debriefs.debrief import KIND
from facilitui.core.debriefs.debrief_about import entry_id
from facilitui.core.journals.journal import Document, body_of

_OF_SESSION = entry_id("")
_MAY_BE_DOOR = re.compile(r'"door"\s*:\s*true')


def doors(newest: Iterable[Document]) -> dict[str, bool]:
    """The sessions with a debrief of one's own, and whether it is only the two-minute form.

    Of the newest revision of each entry; what was purged, withdrawn or is another's counts for
    none.
    """
    own = (each for each in newest if each["kind"] == KIND and each["id"].startswith(_OF_SESSION))
    found = ((each["id"].removeprefix(_OF_SESSION), each) for each in own)
    return {session: _is_door(each) for session, each in found if _tells_of(each, session)}


def _tells_of(document: Document, session: str) -> bool:
    """Whether it is the first debrief of the session that it is called after."""
    if session not in document["body"]:
        return False
    return "--" not in session or body_of(document).get("session") == session


def _is_door(document: Document) -> bool:
    return bool(_MAY_BE_DOOR.search(document["body"])) and body_of(document).get("door") is True
