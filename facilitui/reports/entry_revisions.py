"""An entry with the revisions before it, as one Markdown document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import tzinfo

from facilitui.core.base import Record
from facilitui.core.journals.journal import Document as Entry
from facilitui.core.journals.unread_months import revision_told
from facilitui.reports.entry_markdown import entry_markdown

_HEADING = re.compile(r"^(#{1,4} )", re.MULTILINE)
_TITLE = re.compile(r"\A# .*\n+")


def revision_markdown(
    entry: Entry, record: Record | None, zone: tzinfo, named: Mapping[str, str], *, earlier: bool
) -> str:
    """One revision of an entry; an earlier one as a part of the document of the newest.

    Ends with a newline. `zone` is where its session was held; `named` is what things are called
    that it names by their ids.
    """
    written = entry_markdown(entry, record, zone, named)
    if not earlier:
        return written
    saved = str(entry["made_at"])[:10]
    head = f"## Before: {revision_told(entry['rev'], entry['made_at'])}, saved {saved}"
    below = _HEADING.sub(r"##\1", _TITLE.sub("", written))
    return f"{head}\n\n{below}"
