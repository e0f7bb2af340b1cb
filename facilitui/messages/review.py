"""What screens ask of the application about what goes between an apprentice and their mentor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitui.messages.asked import Asked
from facilitui.messages.going import Then

if TYPE_CHECKING:
    from facilitui.services.reviews.file_review import FileReview
    from facilitui.services.reviews.review_desk import ReviewDesk
    from facilitui.services.reviews.review_rows import ReviewRow


class ReviewRequested(Asked):
    """Somebody wants to review their own journal."""


class FileReviewRequested(Asked):
    """Somebody wants to review another person's journal."""

    file: str
    alone: bool = False
    """Whether the program was started for that: it ends where the review is left."""


class LeftReviewRequested(Asked):
    """Somebody wants to go on with what they left half written to another person's journal."""

    folder: str
    """Where that is kept."""


class MarkRequested(Asked):
    """Somebody wants to mark an entry for their mentor, or to take the mark back."""

    entry: str
    then: Then
    """Called once it is marked, or not any more."""


class QuestionRequested(Asked):
    """Somebody wants to ask their mentor about an entry, or to go on with a question."""

    about: str
    entry: str = ""
    """The question; empty for a new one."""


class ToldRequested(Asked):
    """Somebody wants to write down what their mentor told them."""

    to: str
    """The question, or the entry that it is about."""
    entry: str = ""
    """What was written down before; empty for a new one."""


class GrowthRequested(Asked):
    """Somebody wants to write a growth goal."""

    entry: str = ""
    """Empty for a new one."""


class GrowthShown(Asked):
    """Somebody says that an entry shows growth; towards which goal is still to be chosen."""

    entry: str


class FileTrendsRequested(Asked):
    """A mentor wants to see what the entries of the journal show over time."""

    review: FileReview
    then: Then
    """Called with the entry that shall be opened, if one shall."""


class HandOverRequested(Asked):
    """Somebody wants the file that goes to the other."""

    desk: ReviewDesk


class AnswerRequested(Asked):
    """A mentor wants to answer a question, or to write a note on an entry."""

    review: FileReview
    to: str
    entry: str = ""
    """What was begun or answered before; empty where that is to be found."""


class AnswerWithdrawn(Asked):
    """A mentor wants to withdraw what they answered, or to take that back."""

    review: FileReview
    row: ReviewRow
    then: Then | None = None
    """Called once it is done."""
