"""Links in a text from which a name is taken out: half of a link leads nowhere."""

from __future__ import annotations

import re

from facilitui.core.reports.report_words import Hide

LINK = re.compile(r"(?:\w+://|www\.)\S+")
LEFT_OUT = "(a link is left out, as a name is in it)"


def without_links(text: str, hide: Hide) -> str:
    """A text in which links that `hide` would change are left out whole."""
    return LINK.sub(lambda found: found[0] if hide(found[0]) == found[0] else LEFT_OUT, text)
