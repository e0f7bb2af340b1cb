"""What is edited while other programs edit it too: each change a step, undone exactly."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.draft import Draft
from facilitui.core.edited import Edited

TEXTS = st.sampled_from(["", "a", "b", "[x] [Q1] [/b] 👩🏽‍🏫 日本", "\ud800\x1b"])
DONE = st.sampled_from(["change", "take", "record", "undo", "redo"])


class Watched(Edited[tuple[str, str]]):
    """A text, and beside it a fact; it counts what was contradicted."""

    contradictions = 0

    def contradicted(self) -> None:
        self.contradictions += 1


def texts(draft: Draft[tuple[str, str]]) -> list[str]:
    """All states, from the first to the one that can be done again last."""
    steps = [*draft.past, *draft.future]
    before = [step.state[0] for step in draft.past]
    after = [step.state[0] for step in draft.future]
    assert len(steps) == len(before) + len(after)
    return [*before, draft.state[0], *after]


@given(st.lists(st.tuples(DONE, TEXTS), max_size=20))
def test_what_was_taken_in_is_undone_exactly(done: list[tuple[str, str]]) -> None:
    """Step by step back to the beginning and forth again, whatever facts arrived meanwhile."""
    edited, known, at = Watched(("", "")), [""], 0
    for what, text in done:
        if what in ("change", "take") and text != known[at]:
            known, at = [*known[: at + 1], text], at + 1
        if what == "change":
            edited.change(lambda state, text=text: (text, state[1]), "typed")  # type: ignore[misc]
        elif what == "take":
            edited.take((text, edited.state[1]), "reload")
        elif what == "record":
            edited.record(lambda state, text=text: (state[0], text))  # type: ignore[misc]
        elif what == "undo":
            edited.undo()
            at = max(0, at - 1)
        else:
            edited.redo()
            at = min(len(known) - 1, at + 1)
        assert texts(edited.draft) == known and edited.state[0] == known[at]
    assert edited.contradictions == 0


@given(TEXTS, TEXTS, TEXTS)
def test_a_change_begun_before_contradicts_what_was_taken_in(
    typed: str, theirs: str, more: str
) -> None:
    """Unless it says what was there, which is no change, or nothing was taken in."""
    edited = Watched(("first", ""))
    begun = edited.draft
    edited.change(lambda state: (typed, state[1]), "typed", since=begun)
    edited.take((theirs, ""), "reload")
    edited.change(lambda state: (more, state[1]), "typed", since=begun)
    seen = theirs == typed or more == typed
    assert edited.contradictions == (0 if seen else 1)
    assert edited.state[0] == (theirs if more == typed and theirs != typed else more)
