"""What a revision comes to, by which two machines that say the same in two ways agree.

Of an enrolment, of who takes part and of what was logged it counts for nothing why a revision was
made; and of an enrolment in which order some of its lists were written, as they are gone by in
another one: what the same things were said in on two machines.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from facilitui.core.any_shape import Body, as_text
from facilitui.core.journals.revising import said_in
from facilitui.core.sealing import canonical

_IN_ANY_ORDER: Mapping[str, Mapping[str, str]] = {
    "enrolment": {"areas": "on", "aside": "requirement", "rules": "requirement", "serves": "key"},
    "roster": {},
    "log_entry": {},
}
"""By kind, the lists whose rows go by one of their fields; rows of which that is the same stay in
their order, which then means something. Kinds that are not here come to what they say."""


def comes_to(kind: object, body: object) -> object:
    """The body of a revision in the one form that those have which come to the same.

    It is the body itself for other kinds, and where that cannot be read.
    """
    lists = _IN_ANY_ORDER.get(as_text(kind))
    if lists is None or not as_text(body):
        return body
    try:
        read = json.loads(as_text(body))
        return canonical(_in_one_order(read, lists)) if isinstance(read, dict) else body
    except (ValueError, RecursionError):
        return body


def _in_one_order(body: Body, lists: Mapping[str, str]) -> Body:
    said = said_in(body)
    return {**said, **{name: _sorted(said[name], lists[name]) for name in lists if name in said}}


def _sorted(rows: Any, field: str) -> Any:
    """Rows by what one of their fields says, those without it first; what are no rows as it is."""
    if not isinstance(rows, list) or not all(isinstance(each, dict) for each in rows):
        return rows
    return sorted(rows, key=lambda each: as_text(each.get(field)))
