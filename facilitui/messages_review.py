"""What screens ask of the application about what goes between an apprentice and their mentor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from facilitui.messages import Then

if TYPE_CHECKING:
    from facilitui.services.file_review import FileReview
    from facilitui.services.review_desk import ReviewDesk
    from facilitui.services.review_rows import ReviewRow


@dataclass
class ReviewRequested(Message):
    """Somebody wants to review their own journal."""


@dataclass
class FileReviewRequested(Message):
    """Somebody wants to review another person's journal."""

    file: str


@dataclass
class MarkRequested(Message):
    """Somebody wants to mark an entry for their mentor, or to take the mark back."""

    entry: str
    then: Then
    """Called once it is marked, or not any more."""


@dataclass
class QuestionRequested(Message):
    """Somebody wants to ask their mentor about an entry, or to go on with a question."""

    about: str
    entry: str = ""
    """The question; empty for a new one."""


@dataclass
class ToldRequested(Message):
    """Somebody wants to write down what their mentor told them."""

    to: str
    """The question, or the entry that it is about."""
    entry: str = ""
    """What was written down before; empty for a new one."""


@dataclass
class GrowthRequested(Message):
    """Somebody wants to write a growth goal."""

    entry: str = ""
    """Empty for a new one."""


@dataclass
class GrowthShown(Message):
    """Somebody says that an entry shows growth; towards which goal is still to be chosen."""

    entry: str


@dataclass
class FileTrendsRequested(Message):
    """A mentor wants to see what the entries of the journal show over time."""

    review: FileReview
    then: Then
    """Called with the entry that shall be opened, if one shall."""


@dataclass
class HandOverRequested(Message):
    """Somebody wants the file that goes to the other."""

    desk: ReviewDesk


@dataclass
class AnswerRequested(Message):
    """A mentor wants to answer a question, or to write a note on an entry."""

    review: FileReview
    to: str
    entry: str = ""
    """What was begun or answered before; empty where that is to be found."""


@dataclass
class AnswerWithdrawn(Message):
    """A mentor wants to withdraw what they answered."""

    review: FileReview
    row: ReviewRow
