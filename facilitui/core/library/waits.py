"""Wait time: how long a silence is worth, by the kind of question and how people meet.

The figures are our own defaults, not research values (facts §4): school research, adapted.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from facilitui.core.base import Id, Line, Model
from facilitui.core.vocabulary import Mode, Question

Seconds = float


class WaitTarget(Model):
    """The target of one kind of question, in seconds by how the answer is given."""

    question: Question
    in_person: Seconds = Field(gt=0, le=600)
    online_voice: Seconds = Field(gt=0, le=600)
    chat: Seconds = Field(gt=0, le=600)

    def seconds(self, mode: Mode) -> Seconds:
        """Hybrid rooms wait for the slower half (facts §0)."""
        return {
            Mode.IN_PERSON: self.in_person,
            Mode.ONLINE: self.online_voice,
            Mode.HYBRID: max(self.in_person, self.online_voice),
            Mode.ASYNCHRONOUS: self.chat,
        }[mode]


class WaitTargets(Model):
    """A full set of targets."""

    kind: Literal["waits"] = "waits"
    id: Id
    name: Line
    credit: Line = ""
    targets: tuple[WaitTarget, ...] = Field(min_length=1)

    def for_mode(self, mode: Mode) -> dict[Question, Seconds]:
        """Every kind of question's target when people meet this way."""
        return {target.question: target.seconds(mode) for target in self.targets}
