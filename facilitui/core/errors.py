"""What can go wrong, in one clear sentence that says what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one place of one file."""

    file: str
    """Where, as the person knows it."""
    line: int
    """Counted from 1; 0 where it is the file or the folder as a whole."""
    column: int
    """Likewise."""
    reason: str
    """What is wrong and, where it can be said, what would be right."""

    @classmethod
    def of_all(cls, file: str, reason: str) -> Self:
        """One with a file or a folder as a whole."""
        return cls(file, 0, 0, reason)

    @property
    def place(self) -> str:
        """The file, and where in it: plan.toml:3:1."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}"


class FacilituiError(Exception):
    """Something a person can do something about; its text is shown to them as it is."""


class Refused(FacilituiError):
    """What stands in a form is not taken, because of one of its fields."""

    def __init__(self, told: str, field: str) -> None:
        """`field` is the key of the one that has to be mended; empty where it is no single one."""
        super().__init__(told)
        self.field = field


class InputProblems(FacilituiError):
    """Files that cannot be used as they are."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class Faults(ValueError):
    """All that is wrong with a value as a whole; a sentence begins with the key it is about."""

    def __init__(self, sentences: tuple[str, ...]) -> None:
        super().__init__("; ".join(sentences))
        self.sentences = sentences


class NotSaved(FacilituiError):
    """The disk did not take it; what was typed is still where it was typed."""

    def __init__(self, told: str, why: str = "") -> None:
        super().__init__(told)
        self.why = why or told
        """The reason alone, where one is known."""


class ChangedOnDisk(FacilituiError):
    """Another program wrote the file since it was read here; it has been left alone."""


class SavedMeanwhile(ChangedOnDisk):
    """A revision of an entry was saved since it was read here; nothing was written over it."""

    def __init__(self, rev: int, newest: str, told: str = "") -> None:
        """`told` says what saving again does, where that is known better than here."""
        super().__init__(
            told
            or f"Revision {rev} was saved elsewhere meanwhile and stays in the journal; save again "
            "to save yours as the next one."
        )
        self.rev, self.newest = rev, newest
        """The hash of that revision, over which the next saving goes."""


class PurgedMeanwhile(NotSaved):
    """What this was written over was purged since it was read here; nothing of it comes back."""

    def __init__(self) -> None:
        super().__init__(
            "What this was written over was purged meanwhile, so it is not kept: what you typed "
            "stays on the screen; copy it from there, leave, and write it anew."
        )


class HostedElsewhere(FacilituiError):
    """Another copy of the program hosts this session; here it opens read only."""


class BegunElsewhere(FacilituiError):
    """Another copy of the program began this plan meanwhile; asked once more, a second begins."""


class ReadOnlySession(FacilituiError):
    """This session's log can be shown but not carried on."""


class NotFound(FacilituiError):
    """No plan, session or entry of that name."""


class NotKnown(FacilituiError):
    """Whether there is such an entry is not known: part of the journal cannot be read."""
