"""What a revision of an entry says of itself: why it was made, and which one it takes back.

The rest of its body is what the entry says. Whoever compares what entries say leaves this out, and
whoever goes on from a revision begins without it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from facilitui.core.base import Record

R = TypeVar("R", bound=Record)
REASON = "reason"
"""The field of an entry that says why a revision was made."""
TAKES_BACK = "takes_back"
"""The field for the hash of the revision whose change one takes back, in kinds that have it. It is
this field that tells, and never how the reason begins: that is what anybody may write."""
_OF_REVISION = (REASON, TAKES_BACK)


def said_in(body: Mapping[str, Any]) -> dict[str, Any]:
    """What an entry says, by the body of one of its revisions."""
    return {name: value for name, value in body.items() if name not in _OF_REVISION}


def without_why(record: R) -> R:
    """An entry with nothing in it that is of the revision alone."""
    there = type(record).model_fields
    return record.model_copy(update={name: "" for name in _OF_REVISION if name in there})
