"""Links in a text from which a name is taken out: half of a link leads nowhere.

What is written right beside a link is none of it: a quote, a bracket that was opened before it, a
full stop, what a comma goes on with unless that reads as more of the link, another link; and of a
script without spaces whatever stands before it, or behind anything but what divides a link's parts.
"""

from __future__ import annotations

import re

from facilitui.core.reports.report_words import UNSPACED, Hide

_GLUED = rf"{UNSPACED}\uac00-\ud7a3"
"""Signs with which a sentence goes on right behind a link, and that links have in them as well."""
_BEGINS = r"(?:(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9+.-]{0,20}://|(?<![A-Za-z0-9.])www\.)"
_SIGN = rf"(?![\u2010-\u2e7f\u3000-\u303f\uff00-\uffef{_GLUED}])[^\s<>\"'`|\\^(){{}}\[\],;«»]"
"""What links are made of: no quotes, brackets, dashes or marks of other scripts."""
_MORE = r"[,;](?!\w+://|www\.)(?=-?\d|[\w.~%-]*[/=&#%@+])"
"""A comma with more of the link behind it, as in a list of numbers."""
_BRACKETS = r"(?<=[_/=-])\([^\s()]*\)"
LINK = re.compile(
    rf"{_BEGINS}(?:{_SIGN}|{_MORE}|{_BRACKETS}|(?<=[/=_#?&+-])[{_GLUED}]+)+"
    rf"(?<![.:!?*~])"
)
LEFT_OUT = "(a link is left out, as a name is in it)"


def without_links(text: str, hide: Hide) -> str:
    """A text in which links that `hide` would change are left out whole."""
    return LINK.sub(lambda found: found[0] if hide(found[0]) == found[0] else LEFT_OUT, text)
