"""That entries which count were changed outside the program: they count all the same."""

from __future__ import annotations

from collections.abc import Iterable

from facilitui.core.journals.entry_moments import Local
from facilitui.core.journals.entry_named import name_of
from facilitui.core.journals.journal import Document, is_altered

OUTSIDE = "Changed outside the program"


def altered_among(documents: Iterable[Document], local: Local) -> str:
    """Which of these is not as it was sealed any more, in a sentence or two; empty for none.

    A few microseconds for each: give only those that count.
    """
    altered = {each["id"]: each for each in documents if is_altered(each)}
    if not altered:
        return ""
    first, more = name_of(next(iter(altered.values())), local), len(altered) - 1
    also = f" and {more} more" if more else ""
    they = "They count as they stand" if more else "It counts as it stands"
    return f"{OUTSIDE}: {first}{also}. {they}; verify says more."
