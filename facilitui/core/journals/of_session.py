"""Which entries may be about a session, told of thousands without reading what they say."""

from __future__ import annotations

import json
from collections.abc import Iterable

from facilitui.core.journals.journal import Document
from facilitui.core.sealing import canonical


def may_tell_of(documents: Iterable[Document], session: str) -> list[Document]:
    """Those in which a session is named at all, whatever else they are about; all for none.

    A program may have written the name with escapes for what is not ASCII, or without.
    """
    if not session:
        return list(documents)
    escaped, plain = canonical(session)[1:-1], json.dumps(session, ensure_ascii=False)[1:-1]
    return [each for each in documents if escaped in each["body"] or plain in each["body"]]
