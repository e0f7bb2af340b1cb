"""What a look at a journal under review found, and the rows that tell of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from facilitui.core.journals.entries import ANSWER, GROWTH, WITHDRAWN
from facilitui.core.journals.journal import Document
from facilitui.core.reviews.mentoring import Asked, Mentoring
from facilitui.core.reviews.question import Standing, digest
from facilitui.services.reviews.between import about_in
from facilitui.services.reviews.review_rows import ReviewRow, Rows

Half = Mapping[str, Mapping[str, str]]
"""By id what was typed and is not saved yet, by field."""


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that a look found."""

    newest: Mapping[str, Document]
    picture: Mentoring
    came: Mapping[str, str]
    """By id what came since the last look, and how."""
    half: Half
    rows: Rows

    def asked(self, asked: Asked, heading: str = "") -> ReviewRow:
        """The row of a question or a mark, under a heading."""
        was = self.picture.stays.get(asked.id)
        was = was if isinstance(was, Standing) else None
        return self.rows.question(asked, is_half=self._is_half(asked), was=was, heading=heading)

    def _is_half(self, asked: Asked) -> bool:
        """Whether it, or what is said to it, was typed on and not saved."""
        known, to_it = {asked.id, *(each.id for each in asked.answers)}, f"-{digest(asked.id)}"
        return any(
            name in known or (name.startswith(f"{ANSWER}-") and name.endswith(to_it))
            for name in self.half
        )

    def begun(self, kind: str) -> Iterator[ReviewRow]:
        """What was begun of a kind, and was never saved or is withdrawn by now."""
        for name, typed in self.half.items():
            if name.startswith(f"{kind}-") and is_begun(name, self.newest):
                about = about_in(name, self.newest) if kind != GROWTH else ""
                yield self.rows.half(name, kind, about, typed.get("text", ""))

    def goals(self) -> Iterator[ReviewRow]:
        """The growth goals, what was begun before them."""
        yield from self.begun(GROWTH)
        for key, goal in self.picture.goals.items():
            yield self.rows.goal(key, goal, self.half)


def is_begun(name: str, newest: Mapping[str, Document]) -> bool:
    """Whether what is typed as that is saved nowhere, or only in what was withdrawn by now."""
    saved = newest.get(name)
    return saved is None or saved["kind"] == WITHDRAWN
