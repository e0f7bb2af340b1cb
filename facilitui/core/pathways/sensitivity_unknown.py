"""Sessions run elsewhere, of which nothing here says whether they are marked sensitive."""

from __future__ import annotations

from facilitui.core.pathways.summary import Summary
from facilitui.core.told import plural


def unmarked(summary: Summary) -> frozenset[str]:
    """Those that serve the enrolment, by their ids."""
    known = {each.source.session for each in summary.sessions if each.sensitive is not None}
    held = [each.source.session for each in summary.sessions]
    held += [each.source.session for each in summary.observed]
    held += [each.source.session for each in summary.heard]
    return frozenset(held) - known - {""}


def unmarked_told(summary: Summary) -> str:
    """That they are called by their titles all the same; empty where there is none of them."""
    if not (count := len(unmarked(summary))):
        return ""
    they = "it is called" if count == 1 else "they are called"
    return (
        f"Of {plural(count, 'session')} nothing here says whether it was marked sensitive, so what "
        f"{they} is not hidden: read it before you hand it over."
    )
