"""Files as people write them: each is taken apart so that no comment loses its place."""

from __future__ import annotations

import pytest

from facilitui.core.library import protocol_editing as editing
from facilitui.core.library.protocol import Protocol
from facilitui.storage.protocol_files import lost_comments, new_text
from facilitui.storage.toml_files import parse_model
from tests.core.protocols import protocol, step
from tests.storage.test_protocol_files import FILE, OWN, PATH, comments, over


@pytest.mark.parametrize(
    "group",
    [
        "group = { min = 3, max = 12, ideal = 6, default = 6 }  # small",
        "group.min = 3\ngroup.max = 12  # small\ngroup.ideal = 6\ngroup.default = 6",
    ],
)
def test_a_group_may_stand_among_the_other_keys(group: str) -> None:
    """Written in one line or with dots, it is changed in place."""
    heading = "[group]  # as in the staff room\nmin = 3\nmax = 12\nideal = 6\ndefault = 6\n"
    text = FILE.replace(heading, "").replace("pitfalls", f"{group}\npitfalls", 1)
    made = editing.changed(OWN, group=OWN.group.model_copy(update={"max": 11, "sub": 3}))
    after = over(made, text)
    assert comments(after) == comments(text)
    assert parse_model(after, Protocol, PATH) == made


@pytest.mark.parametrize("ending", ["", "\n\n\n", "\n# end", "\n   # end\n"])
def test_ends_of_files_are_no_trap(ending: str) -> None:
    """With a line feed at the end or without, with a comment or none."""
    text = FILE.rstrip("\n") + ending
    made = editing.with_step(OWN, step("more"))
    assert not lost_comments(text, over(made, text))
    assert parse_model(over(made, text), Protocol, PATH) == made


def test_an_unusual_file_is_written_anew_below_its_head() -> None:
    """Steps in one list cannot be taken apart; the head stays, and what is lost can be told."""
    plain = new_text(protocol(step("one")), "")
    keys, _, body = plain.partition("[[steps]]\n")
    pairs = ", ".join(body.strip().splitlines())
    before = f"# Head.\nsteps = [{{ {pairs} }}]  # odd\n{keys}"
    made = protocol(step("one", ideal=6))
    text = over(made, before)
    assert text.startswith("# Head.\nkind")
    assert parse_model(text, Protocol, PATH) == made
    assert lost_comments(before, text)


def test_a_line_of_a_text_that_looks_like_a_comment_is_none() -> None:
    """Text in three quotes may hold anything, also right before a heading."""
    note = 'note = """\n\n# not a comment\n\n# nor this"""\n'
    text = FILE.replace("# What follows is about people.\n", note)
    own = parse_model(text, Protocol, PATH)
    assert over(own, text) == text
    assert over(editing.with_moved_step(own, "begin", 2), text).count(note) == 1
