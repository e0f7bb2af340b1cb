"""The questions of a debrief under one another; asking others leaves every answer as it is."""

from __future__ import annotations

from asyncio import Lock
from collections.abc import Callable, Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import TextArea

from facilitui.commands.debrief import SORT
from facilitui.core.debriefs.debrief import Answer
from facilitui.core.debriefs.debrief_answers import EARLIER
from facilitui.core.debriefs.debrief_questions import Group
from facilitui.widgets.question_editor import QuestionEditor


class Questions(VerticalScroll, can_focus=False):
    """What is asked, each with the place to answer it."""

    def __init__(self, groups: Sequence[Group], hint: Callable[[str], str]) -> None:
        super().__init__(id="questions")
        self._hint = hint
        self._asking = Lock()
        self.editors = [self._made(*each) for each in _asked(groups)]
        """In their order; known also while the screen is being taken away."""

    def compose(self) -> ComposeResult:
        """One after the other."""
        yield from self.editors

    def _made(self, answer: Answer, number: int, heading: str) -> QuestionEditor:
        hint = self._hint(answer.id)
        return QuestionEditor(
            answer.id,
            str(number),
            answer.ask,
            answer.text,
            hint=hint,
            heading=heading,
            keys=_keys(answer),
            figure=answer.figure,
        )

    def on_resize(self) -> None:
        """What is being answered stays in sight, once its lines have found their new width."""
        self.call_after_refresh(self.call_after_refresh, self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        if (here := self._focused) is not None:
            self.scroll_to_widget(here, animate=False, immediate=True)

    @property
    def at(self) -> str:
        """The question that the keys go to; empty where they go elsewhere."""
        editor = self._focused
        return editor.question if editor is not None else ""

    @property
    def _focused(self) -> QuestionEditor | None:
        focused = self.screen.focused
        lies_in = focused.ancestors if focused is not None else ()
        return next((each for each in self.editors if each in lies_in), None)

    async def ask(self, groups: Sequence[Group]) -> None:
        """Ask these from now on.

        What is still asked keeps its editor, and with it its cursor and what undo knows. Where
        the keys went to a question that is gone, they go to the one in its place.
        """
        async with self._asking:
            wanted, there = list(_asked(groups)), {each.question: each for each in self.editors}
            here, before = self._focused, self.editors
            ids = {answer.id for answer, *_ in wanted}
            gone = [each for each in before if each.question not in ids]
            self.editors = [self._again(there, *each) for each in wanted]
            with self.app.batch_update():
                await self.remove_children(gone)
                await self._put_in_order()
            if here in gone:
                to = self.editors[min(before.index(here), len(self.editors) - 1)]
                self.screen.set_focus(to.query_one(TextArea))

    def _again(
        self, there: dict[str, QuestionEditor], answer: Answer, number: int, heading: str
    ) -> QuestionEditor:
        """The editor of a question, which is the same one where it was asked before."""
        editor = there.get(answer.id)
        if editor is None:
            return self._made(answer, number, heading)
        editor.ask_as(str(number), answer.ask, heading, answer.figure)
        return editor

    async def _put_in_order(self) -> None:
        for place, editor in enumerate(self.editors):
            if not editor.is_attached:
                await self.mount(editor, before=place if place < len(self.children) else None)
            elif self.children[place] is not editor:
                self.move_child(editor, before=place)


def _keys(answer: Answer) -> str:
    """What a key does with answers of a kind, where only that tells it; stands at their heading."""
    return f"{SORT.keys} says if it was kept" if answer.id.startswith(EARLIER) else ""


def _asked(groups: Sequence[Group]) -> Iterator[tuple[Answer, int, str]]:
    """Every question with its number, and the heading above it where a group begins."""
    number = 0
    for group in groups:
        for place, answer in enumerate(group.answers):
            number += 1
            yield answer, number, "" if place else group.heading
