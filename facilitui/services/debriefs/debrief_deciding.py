"""What is decided in a debrief rather than written: how a wait ended, what a capture is."""

from __future__ import annotations

from facilitui.core.debriefs.debrief import CaptureSorted, Debrief
from facilitui.core.debriefs.debrief_answers import judging, settling
from facilitui.core.debriefs.debrief_words import Verdict
from facilitui.core.debriefs.sorting import with_capture, with_ending, with_fate
from facilitui.core.library.norms import Norm, NormFate
from facilitui.core.plans.plan_words import Outlook
from facilitui.core.sessions.facts import SessionFacts
from facilitui.core.vocabulary import WaitEnding


class Deciding:
    """A debrief while it is decided on; it stays the very same where nothing changes."""

    debrief: Debrief
    facts: SessionFacts

    def sort_wait(self, wait: int, ending: WaitEnding | None) -> None:
        """Say how a wait ended; None leaves it open."""
        self._take(with_ending(self.debrief, wait, ending))

    def sort_norm(self, norm: Norm, fate: NormFate | None) -> None:
        """Say what became of a norm; None leaves it open."""
        self._take(with_fate(self.debrief, norm, fate))

    def sort_capture(self, told: CaptureSorted) -> None:
        """Say what a capture is, and which goals it shows; nothing of both leaves it open."""
        self._take(with_capture(self.debrief, told))

    def judge(self, goal: str, verdict: Verdict | None) -> None:
        """Say whether a goal was reached; None leaves it open."""
        self._take(judging(self.debrief, self.facts, goal, verdict=verdict))

    def settle(self, place: int, outlook: Outlook) -> None:
        """Say what became of an earlier commitment, by its place among them."""
        self._take(settling(self.debrief, place, outlook))

    def _change(self, **fields: object) -> None:
        self._take(self.debrief.model_copy(update=fields))

    def _take(self, changed: Debrief) -> None:
        if changed != self.debrief:
            self.debrief = changed
