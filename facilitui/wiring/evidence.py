"""Joining what belongs to a session's debrief with the stores it needs."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from facilitui.storage.chance import token_hex
from facilitui.wiring.review_stores import ReviewStores

if TYPE_CHECKING:
    from facilitui.services.debriefs.observing import Observing
    from facilitui.services.debriefs.scoring import Scoring
    from facilitui.services.journals.attaching import Attaching
    from facilitui.services.journals.withdrawing import Withdrawing
    from facilitui.services.responses.hearing import Hearing
    from facilitui.services.trends.trending import Trending


class EvidenceWiring(ReviewStores):
    """Observations, attachments and participants' feedback, each made when it is first used."""

    @cached_property
    def observing(self) -> Observing:
        """What others saw of sessions."""
        from facilitui.services.debriefs.observing import Observing

        return Observing(
            self.sessions, self.journal, self.drafts, self.attachments, self.clock, token_hex
        )

    @cached_property
    def attaching(self) -> Attaching:
        """Files beside sessions."""
        from facilitui.services.journals.attaching import Attaching

        return Attaching(
            self.attachments, self.sessions, self.journal, self.drafts, self.clock, token_hex
        )

    @cached_property
    def hearing(self) -> Hearing:
        """What participants said."""
        from facilitui.services.responses.hearing import Hearing
        from facilitui.storage.form_files import read_form_file

        return Hearing(
            self.outside,
            read_form_file,
            self.forms,
            self.journal,
            self.drafts,
            self.sessions,
            self.clock,
            token_hex,
        )

    @cached_property
    def trending(self) -> Trending:
        """What sessions show over time."""
        from facilitui.services.trends.trending import Trending

        return Trending(self.journal, self.digests, self.clock)

    @cached_property
    def withdrawing(self) -> Withdrawing:
        """Entries that are to count no more."""
        from facilitui.services.journals.withdrawing import Withdrawing

        return Withdrawing(self.journal, self.drafts, self.clock, token_hex)

    @cached_property
    def scoring(self) -> Scoring:
        """Scoring oneself on sessions."""
        from facilitui.services.debriefs.scoring import Scoring

        return Scoring(
            self.sessions, self.journal, self.drafts, self.library, self.clock, token_hex
        )
