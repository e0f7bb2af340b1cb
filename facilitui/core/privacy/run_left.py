"""What there is besides of a session where one entry about it is purged alone."""

from __future__ import annotations

from dataclasses import dataclass

from facilitui.core.privacy.purge_files import all_listed
from facilitui.core.privacy.purge_intent import listed
from facilitui.core.safe_text import line as safe_line
from facilitui.core.safe_text import quoted
from facilitui.core.told import plural


@dataclass(frozen=True, slots=True)
class RunLeft:
    """What there is besides of the session of an entry that goes alone."""

    session: str = ""
    logs: tuple[str, ...] = ()
    """Those that still say something, by their paths in the home."""
    captures: int = 0
    parked: int = 0
    attached: tuple[str, ...] = ()
    """Attached files whose copies are here, by what they are called."""

    @property
    def told(self) -> str:
        """That it stays, and what takes it; empty where there is none."""
        noted = listed(
            [
                plural(count, one)
                for count, one in ((self.captures, "capture"), (self.parked, "parked line"))
                if count
            ]
        )
        log = f"the log of its run{' with ' if noted else ''}{noted}: {all_listed(self.logs)}"
        files = plural(len(self.attached), "attached file")
        copies = f"{files} of its session: {'; '.join(map(quoted, self.attached))}"
        left = "; ".join(filter(None, (log if self.logs else "", copies if self.attached else "")))
        whole = f"`facilitui journal purge {safe_line(self.session)}`"
        return f"{left}; purge the whole session to take that too ({whole})" if left else ""
