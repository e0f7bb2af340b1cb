"""A protocol's file: what was changed is new in it, and every comment is where it belongs."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from facilitui.core.errors import NotSaved
from facilitui.core.library import protocol_editing as editing
from facilitui.core.library.protocol import Protocol
from facilitui.core.vocabulary import Question, Silence
from facilitui.storage.protocol_files import HEAD, checked_protocol, lost_comments
from facilitui.storage.toml_files import parse_model
from facilitui.storage.toml_writing import storable_model
from tests.core.protocols import protocol, protocols, step

PATH = Path("own.toml")
FILE = """\
# Ours since 2019.

kind = "protocol"  # never another
id = "own"
name = "Own"
family = ["dilemma"]
purposes = ["explore"]
# Ask Kim before this is changed.
purpose = "Look closely."
origin = "Our own"
provenance = "O"
pitfalls = [
    "Haste.",  # the usual one
    "Praise.",
]
# What follows is about people.

[group]  # as in the staff room
min = 3
max = 12
ideal = 6
default = 6

[[cycles]]
id = "A"
times = 3  # or four
per = "participant"

# Beginning with a breath.
[[steps]]
id = "begin"
name = "Begin"
min = 1
ideal = 2
max = 3
who = "facilitator"

# The heart of it,
# never cut.
[[steps]]  # long
# a first thing in a step
id = "middle"
name = 'Middle'   # not the end
min = 5
ideal = 10   # as we do it
max = 15
who = "group"
cycle = "A"
say = "Go on."
# What comes after the middle.

[[steps]]
id = "end"
name = "End"
min = 1
ideal = 2
max = 3
who = "whole_group"
# The last word of the last step.

# Nothing comes after this.
"""
OWN = parse_model(FILE, Protocol, PATH)


def over(made: Protocol, before: str = FILE) -> str:
    """The file after a change."""
    return checked_protocol(made, before, PATH)[1]


def comments(text: str) -> list[str]:
    """All comments of the file above, in order."""
    return ["#" + line.split("#", 1)[1] for line in text.splitlines() if "#" in line]


@given(protocols(), protocols())
def test_any_protocol_reads_back_over_any_file(before: Protocol, after: Protocol) -> None:
    """Whatever differs, the file says the new one, but for broken halves of characters.

    A comment that is about neither a step nor a cycle stays.
    """
    first = checked_protocol(before, "", PATH)[1].replace(
        "\n[group]\n", "\n# here\n[group]\n# in it\n"
    )
    stored, text = checked_protocol(after, first, PATH)
    assert stored == storable_model(after) == parse_model(text, Protocol, PATH)
    assert text.encode("utf-8").decode("utf-8") == text
    assert "\n# here\n[group]\n# in it\nmin" in text


@given(protocols())
def test_what_is_not_changed_is_not_written_anew(made: Protocol) -> None:
    """The same protocol over its own file is the same file, and so is one changed and back."""
    stored, text = checked_protocol(made, "", PATH)
    assert checked_protocol(stored, text, PATH)[1] == text
    other = editing.changed(stored, name="Another name")
    assert checked_protocol(stored, checked_protocol(other, text, PATH)[1], PATH)[1] == text


@given(protocols())
def test_steps_can_be_reordered_without_losing_a_comment(made: Protocol) -> None:
    """Each step's comment is above its heading, before and after a move."""
    stored, text = checked_protocol(made, "", PATH)
    for each in stored.steps:
        text = text.replace(
            f'[[steps]]\nid = "{each.id}"', f'# {each.id}!\n[[steps]]\nid = "{each.id}"'
        )
    moved = editing.with_moved_step(stored, stored.steps[0].id, len(stored.steps))
    after = checked_protocol(moved, text, PATH)[1]
    assert not lost_comments(text, after)
    for each in moved.steps:
        assert f'# {each.id}!\n[[steps]]\nid = "{each.id}"' in after


def test_nothing_changed_leaves_the_file_as_it_is() -> None:
    """Not a byte differs, quotes and spaces included."""
    assert over(OWN) == FILE


def test_a_change_touches_its_own_line_only() -> None:
    """One value in one step; its comment stays beside it."""
    middle = OWN.steps[1].model_copy(update={"ideal": 12})
    changed = over(editing.with_changed_step(OWN, middle))
    assert changed == FILE.replace("ideal = 10   # as we do it", "ideal = 12   # as we do it")


def test_all_comments_survive_changes_of_everything_else() -> None:
    """Head, above keys, beside keys, between steps, at the end."""
    made = editing.changed(OWN, purpose="Look again.", name="Another", terms="Ask.", note="A\nB")
    made = editing.changed(made, group=made.group.model_copy(update={"ideal": 7, "sub": 3}))
    for each in made.steps:
        made = editing.with_changed_step(made, each.model_copy(update={"watch": "Look."}))
    text = over(made)
    assert comments(text) == comments(FILE)
    assert "# Ask Kim before this is changed.\npurpose" in text
    assert '"""\nA\nB"""' in text


def test_a_new_key_is_put_where_the_others_are_looked_for() -> None:
    """Behind the key that comes before it in every shipped file."""
    begin = OWN.steps[0].model_copy(update={"silence": Silence.ALL, "say": "Breathe."})
    assert 'who = "facilitator"\nsilence = "all"\nsay = "Breathe."\n\n' in over(
        editing.with_changed_step(OWN, begin)
    )


def test_a_key_that_is_taken_back_goes() -> None:
    """It comes and goes without a trace; one with a comment beside it stays, empty."""
    middle = OWN.steps[1].model_copy(update={"question": Question.OPEN_OPINION})
    asked = over(editing.with_changed_step(OWN, middle))
    assert 'say = "Go on."\nquestion = "open_opinion"\n' in asked
    assert over(OWN, asked) == FILE
    told = FILE.replace('cycle = "A"\n', 'cycle = "A"  # a turn each\n')
    assert 'cycle = ""  # a turn each\n' in over(editing.without_cycle(OWN, "A"), told)


def test_comments_go_with_their_step() -> None:
    """What stands above a step's heading moves with it; what stands below its keys does too."""
    moved = over(editing.with_moved_step(OWN, "middle", 1))
    assert moved.index("# Beginning") < moved.index('"end"') < moved.index("# The heart of it,")
    assert moved.index('"middle"') < moved.index("# What comes after the middle.")
    assert moved.rstrip().endswith("# Nothing comes after this.")
    assert sorted(comments(moved)) == sorted(comments(FILE))


def test_a_step_that_is_put_in_takes_no_comment_of_others() -> None:
    """It has none, and the next one keeps its own."""
    made = over(editing.with_step(OWN, step("look"), "begin"))
    assert comments(made) == comments(FILE)
    assert made.index('"look"') < made.index("# The heart of it,")
    assert 'max = 3\nwho = "facilitator"\n\n[[steps]]\nid = "look"\n' in made


def test_a_step_that_is_taken_out_takes_its_own_comments_with_it() -> None:
    """And no others; that they are lost can be told."""
    made = over(editing.without_step(OWN, "middle"))
    gone = ["# The heart of it,", "# never cut.", "# long", "# a first thing in a step"]
    gone += ["# not the end", "# as we do it", "# What comes after the middle."]
    assert comments(made) == [each for each in comments(FILE) if each not in gone]
    assert lost_comments(FILE, made)
    assert not lost_comments(made, FILE)


def test_a_first_cycle_is_put_before_the_steps() -> None:
    """Where every shipped file has it."""
    bare = editing.without_cycle(OWN, "A")
    text = over(bare)
    again = over(
        editing.with_changed_step(bare, bare.steps[0].model_copy(update={"cycle": "A"})), text
    )
    assert "default = 6\n\n[[cycles]]\n" in again
    assert again.index("[[cycles]]") < again.index("[[steps]]")


def test_a_new_file_says_what_it_is() -> None:
    """A short head, and what people look for even where it is empty."""
    text = over(protocol(step("one")), "")
    assert text.startswith(HEAD)
    assert 'silence = "none"\nsay = ""\nshow = ""\nwatch = ""\n' in text


def test_a_protocol_that_would_not_open_again_is_not_written() -> None:
    """Rather no file than one that cannot be read."""
    broken = OWN.model_copy(update={"steps": ()})
    with pytest.raises(NotSaved, match="would not open again"):
        over(broken)
    backwards = OWN.steps[0].model_copy(update={"min": 9})
    with pytest.raises(NotSaved, match="would not open again"):
        over(OWN.model_copy(update={"steps": (backwards,)}), "")
