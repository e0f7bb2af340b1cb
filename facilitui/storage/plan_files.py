"""The text of a plan's file, in one canonical form that people can read and edit.

A plan always makes the same text, and the text reads back as the same plan. What has its default
is left out, so that a file says what somebody decided.
"""

from __future__ import annotations

from facilitui.core.plans.plan import Plan
from facilitui.storage.toml_writing import canonical_text

_ALWAYS = frozenset({"kind", "title", "purpose", "minutes"})
"""Written even where they have their default: whoever opens the file looks for them."""


def plan_text(plan: Plan) -> str:
    """The file of a plan: top-level keys, then a table for each larger part."""
    return canonical_text(plan, _ALWAYS)
