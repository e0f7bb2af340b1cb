"""Links that people type: what can be opened in a browser, and what is wrong with all else."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from facilitui.core.safe_text import quoted_typing

EXAMPLE = "https://video.example.org/film"
_PATH = re.compile(r"(~|\.{0,2}/|file:|[A-Za-z]:[\\/])", re.IGNORECASE)
_HOST = re.compile(r"(localhost|[^\s.]+(\.[^\s.]+)+|[0-9a-f:]+:[0-9a-f:]*)\.?", re.IGNORECASE)


def read_link(typed: str, files: str) -> str:
    """A link as it can be opened; empty for nothing. Raises ValueError.

    `files` says where the path of a file belongs instead.
    """
    link = typed.strip()
    if not link:
        return ""
    if _PATH.match(link):
        raise ValueError(f"{quoted_typing(link)} is the path of a file; {files}")
    is_web = link.lower().startswith(("http://", "https://"))
    if is_web and any(each.isspace() or not each.isprintable() for each in link):
        raise ValueError(f"a link has no spaces in it, such as {EXAMPLE}")
    try:
        parts = urlsplit(link)
        host, login = parts.hostname or "", parts.username or parts.password
        is_web = is_web and parts.port != 0
    except ValueError:
        host, login = "", None
    if not is_web or not _HOST.fullmatch(host):
        raise ValueError(f"{quoted_typing(link)} is no link; one is written {EXAMPLE}")
    if login:
        raise ValueError("a link is kept and told to others; leave out the password before its @")
    return link
