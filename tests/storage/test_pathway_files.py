"""A pathway that is written by hand: each mistake is told by its line and column in a sentence."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from facilitui.core.pathways.pathway import Pathway
from facilitui.storage.library_files import shipped_folder
from facilitui.storage.toml_files import parse_model
from facilitui.storage.toml_index import Place, TomlIndex
from tests.storage.pathways import PATHWAY, changed, faults, told

TABLE = tomllib.loads(Path(__file__).with_name("pathway_mistakes.toml").read_text("utf-8"))
HEAD = PATHWAY.partition("[[phases]]")[0]
PHASE = f'{HEAD}[[phases]]\nid = "a"\nname = "A"\n'
TEXTS = [PATHWAY, *(each.read_text("utf-8") for each in shipped_folder("pathways").glob("*.toml"))]


def test_it_holds_what_may_be_there() -> None:
    """The file that the table changes is right, and so is each that is shipped."""
    for text in TEXTS:
        parse_model(text, Pathway, Path("ours.toml"))


@pytest.mark.parametrize(
    "mistake", TABLE["mistakes"], ids=lambda mistake: mistake["told"][0].partition(": ")[2][:50]
)
def test_a_mistake_is_told_where_it_is(mistake: dict[str, Any]) -> None:
    """By the limits, words and keys of its kind alone, as if there were no other."""
    expected = [words.format(**TABLE["lists"]) for words in mistake["told"]]
    assert told(changed(mistake["old"], mistake["new"])) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HEAD, "1:1: phases is missing"),
        (f"phases = []\n{HEAD}", "1:10: phases must have at least one entry"),
        (PHASE, "22:1: phases[1] requirements is missing"),
        (
            f"{PHASE}requirements = []\n",
            "25:16: phases[1] requirements must have at least one entry",
        ),
        (
            f'{PHASE}requirements = ["lead"]\n',
            "25:17: phases[1] requirements[1] must be a table, not “lead”",
        ),
        (
            f"{PHASE}[phases.requirements]\n",
            "25:1: phases[1] requirements must be a list in [ ], not a table; "
            "a heading of one of its entries stands in [[ ]]",
        ),
    ],
)
def test_what_is_not_there(text: str, expected: str) -> None:
    """No phases, a phase without requirements, and what is none."""
    assert told(text) == [expected]


def test_all_mistakes_are_told_at_once() -> None:
    """Nobody mends a file one fault at a time: not its fields, and not what it names."""
    text = changed('["facilitator"]', '["boss"]').replace("months = 12", 'months = "12"')
    assert [each.line for each in faults(text)] == [35, 131]
    text = changed('document = "paper"', 'document = "papr"').replace('upon = "pro', 'upon = "pra')
    assert [each.line for each in faults(text)] == [92, 124]


def test_what_cannot_be_read_hides_nothing_else() -> None:
    """What is named, doubled or contradicts itself is told beside a misspelt word or key."""
    text = changed('kind = "sessions"', 'kind = "sesions"').replace("months = 12", 'months = "12"')
    text = text.replace('"led", "seen"]', '"led", "sen"]').replace('id = "shown"', 'id = "scored"')
    text = text.replace('document = "paper"', 'document = "papr"\ncolour = "red"')
    assert [(each.line, each.reason.split(";")[0].split(",")[0]) for each in faults(text)] == [
        (28, "phases[1] gate.needs[2] names sen"),
        (31, "phases[1] requirements[1] (led) kind must be “sessions”"),
        (97, "phases[2] requirements[3] (scored) id is scored a second time"),
        (124, "phases[2] requirements[7] (written) document names papr"),
        (125, "unknown key “colour” in phases[2] requirements[7] (written)"),
        (132, "phases[2] requirements[8] (by_then) months must be a number"),
    ]


def test_a_misspelt_kind_hides_nothing_that_every_kind_says() -> None:
    """Its unknown keys, and words and values that none of the kinds with that key takes."""
    text = changed('kind = "sessions"', 'kind = "sesions"').replace("count = 2", 'conut = "x"')
    text = text.replace('["facilitator"]', '["boss"]').replace('["online"]', '"online"')
    text = text.replace('text = "Lead"', "at_least = true")
    assert [(each.line, each.reason.split(" “")[0].split(",")[0]) for each in faults(text)] == [
        (30, "phases[1] requirements[1] (led) text is missing"),
        (31, "phases[1] requirements[1] (led) kind must be"),
        (33, "phases[1] requirements[1] (led) at_least must be a number"),
        (34, "unknown key"),
        (35, "phases[1] requirements[1] (led) roles[1] must be"),
        (37, "phases[1] requirements[1] (led) modes must be a list in [ ]"),
    ]
    (unknown,) = (each.reason for each in faults(text) if each.line == 34)
    assert unknown.endswith("did you mean “count”?")
    # What one of the kinds takes may be meant so.
    for good in ('partners = ["self"]', 'shows = ["effect"]', 'modes = ["live"]', "count = 3"):
        one = changed('kind = "sessions"', 'kind = "x"')
        assert len(told(one.replace('modes = ["online"]', "").replace("count = 2", good))) == 1


def test_a_wrong_holder_hides_no_school() -> None:
    """By the holder that is meant; by none where it may be either."""
    per = "79:7: phases[2] requirements[1] (problem) per is school"
    assert told(changed('"group"', '"persn"'))[1:] == [
        f"{per}, but the pathway's holder is one person"
    ]
    for either in ('"team"', "5", '"grop"'):
        assert len(told(changed('"group"', either))) == 1


MUST_SAY = re.compile(r'\b(text|name|programme|source|ask) = "[^"\n]+"')
LISTED = ('["asked", "answered"]', '["digital", "in print"]', '["well", "badly"]')


@pytest.mark.parametrize("empty", ["", " ", "\u3000"])
@pytest.mark.parametrize("at", [each.start() for each in MUST_SAY.finditer(PATHWAY)])
def test_a_text_that_must_be_there_says_something(at: int, empty: str) -> None:
    """Of requirements, phases, gates, cards, questions and all else that has a name."""
    found = MUST_SAY.match(PATHWAY, at)
    assert found is not None
    text = f'{PATHWAY[:at]}{found[1]} = "{empty}"{PATHWAY[found.end() :]}'
    (problem,) = faults(text)
    assert problem.line == PATHWAY.count("\n", 0, at) + 1
    assert problem.reason.endswith(f"{found[1]} is empty; there must be words in it")


@pytest.mark.parametrize("words", LISTED)
def test_so_does_each_that_is_listed(words: str) -> None:
    """A choice, a part, a form; what need not be there may be empty."""
    (problem,) = faults(changed(words, f'["", {words[1:]}'))
    assert "[1] is empty" in problem.reason
    parse_model(changed('source = "us"', 'source = "us"\nnote = ""'), Pathway, Path("ours.toml"))


def test_a_file_says_what_it_is() -> None:
    """As every data file does; all else that is wrong is told beside it."""
    text = changed('kind = "pathway"\n', "").replace("months = 12", 'months = "12"')
    assert [each.split(";")[0] for each in told(text)] == [
        "1:1: kind is missing",
        "130:10: phases[2] requirements[8] (by_then) months must be a number, without quotes, "
        "not “12”",
    ]
    assert told(changed('kind = "pathway"', 'knd = "pathway"')) == [
        "1:1: unknown key “knd”; did you mean “kind”?"
    ]
    assert told(changed('kind = "pathway"', 'kind = "plan"')) == [
        "1:8: kind must be “pathway”, not “plan”"
    ]


@pytest.mark.parametrize(
    ("old", "new", "told_then"),
    [
        ("[phases.gate]", "[gate]", "“gate”; its heading is [phases.gate]"),
        ("[cycles]", "[[fields]]", "“fields”; its heading is [[phases.requirements.fields]]"),
        (
            "[cycles]",
            "[[parts]]",
            "“parts”; its heading is [[cycles.parts]] or [[documents.parts]]",
        ),
        ('holder = "group"', "priority = []", "“priority”; “priority” stands under [rubric]"),
        (
            "[rubric]",
            '[rubric]\ndesignated_by = "us"',
            "“designated_by” in rubric; the keys there are “id”, “priority”, “source”, “since”",
        ),
        (
            'ask = "What is it?"',
            'label = "What?"',
            "“label” in phases[2] requirements[1] (problem) fields[1]; the keys there are “id”, "
            "“ask”, “type”, “choices”, “optional”, “private”",
        ),
    ],
)
def test_an_unknown_key_leads_to_what_is_known(old: str, new: str, told_then: str) -> None:
    """To the heading that it belongs to, else to the keys that there are."""
    words = [each.partition("unknown key ")[2] for each in told(changed(old, new))]
    assert told_then in words


@pytest.mark.parametrize(
    ("old", "new", "told_then"),
    [
        ('id = "coach"', "id = “coach”", "13:6: the quotation mark “ is curly"),
        ('id = "coach"', 'id = "coach”', "13:13: text is not closed: the quotation mark ” is"),
        ('["facilitator"]', "[‘facilitator’]", "35:10: the quotation mark ‘ is curly"),
        ('id = "coach"', "“id” = 'coach'", "13:1: the quotation mark “ is curly"),
    ],
)
def test_curly_quotation_marks_are_told_as_what_they_are(
    old: str, new: str, told_then: str
) -> None:
    """They come with whatever is pasted; those within text are right."""
    (found,) = told(changed(old, new))
    assert found.startswith(told_then) and "straight" in found
    parse_model(changed('"Read this"', '"Read “this”"'), Pathway, Path("ours.toml"))


def test_what_cannot_be_read_may_be_what_is_named() -> None:
    """An id that is missing, a log of no known kind, a part under a misspelt heading: no fault."""
    no_id = changed('\nid = "led"\n', "\n")
    assert told(no_id) == ["30:1: phases[1] requirements[1] id is missing"]
    no_log = changed('kind = "log"\nid = "problem"', 'kind = "lock"\nid = "problem"')
    assert len(told(no_log)) == 1
    assert len(told(changed("[[documents]]", "[[documnets]]"))) == 1
    assert len(told(changed("[[phases.requirements]]", "[[phases.requirement]]"))) == 1


@pytest.mark.parametrize(
    "kind", ["0x" + "f" * 5000, '"\\u001b[2J\\n[@click=x]"', "{ a = 1 }", "inf"]
)
def test_a_hostile_kind_is_told_harmlessly(kind: str) -> None:
    """Whatever stands there, it is one printable sentence."""
    (found,) = faults(changed('kind = "sessions"', f"kind = {kind}"))
    assert (found.line, found.column) == (31, 8)
    assert found.reason.isprintable() and len(found.reason) < 400


def keys(value: Any, place: Place = ()) -> Iterator[Place]:
    """Every place of a table that has a key."""
    entries = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in entries if isinstance(value, dict | list) else ():
        if isinstance(key, str):
            yield (*place, key)
        if isinstance(inner, dict | list):
            yield from keys(inner, (*place, key))


def said_at(table: Any, place: Place) -> Any:
    """What a file says at a place."""
    for part in place:
        table = table[part]
    return table


OF_THE_WHOLE = re.compile(
    r" names |a second time$| circle| (count|per|instead_of) is | choices (must|are) | more than at"
)
"""What is told of a pathway whose every key could be read."""


@given(st.sampled_from(TEXTS), st.randoms(use_true_random=False))
def test_any_key_that_is_renamed_is_told(text: str, chance: random.Random) -> None:
    """A key that no kind knows is refused at a line of the file, whichever it was."""
    index, lines = TomlIndex(text), text.split("\n")
    place = chance.choice([each for each in keys(tomllib.loads(text)) if index.has(each)])
    line, column = index.position(place, of_key=True)
    name = str(place[-1])
    at = lines[line - 1].index(name, column - 1)
    lines[line - 1] = f"{lines[line - 1][:at]}zz{lines[line - 1][at:]}"
    for each in faults("\n".join(lines)):
        assert not re.search(OF_THE_WHOLE, each.reason), each
        assert 1 <= each.line <= len(lines)
        assert 1 <= each.column <= len(lines[each.line - 1]) + 1
        assert each.reason.isprintable()


VALUE = re.compile(r'"(?!"")(?:\\.|[^"\\\n])*"|[^"\s,\]}#]+')
"""A value that is no list and no table, on one line."""
OTHERS = ('"zz zz"', "5", "2.5", "true", "2026-11-25", "[]", "{}", "[{}]", "[[0]]", "inf")


@given(st.sampled_from(TEXTS), st.randoms(use_true_random=False), st.sampled_from(OTHERS))
def test_any_value_of_another_type_is_told(text: str, chance: random.Random, other: str) -> None:
    """It is refused at its own line alone, whatever kind of requirement it belongs to."""
    index, table, lines = TomlIndex(text), tomllib.loads(text), text.split("\n")
    places = [each for each in keys(table) if not isinstance(said_at(table, each), dict | list)]
    place = chance.choice(places)
    line, column = index.position(place)
    value = VALUE.match(lines[line - 1], column - 1)
    was, instead = said_at(table, place), tomllib.loads(f"a = {other}")["a"]
    assume(value is not None and type(was) is not type(instead))
    assert value is not None
    lines[line - 1] = f"{lines[line - 1][: column - 1]}{other}{lines[line - 1][value.end() :]}"
    found = faults("\n".join(lines))
    assert (line, column) in {(each.line, each.column) for each in found}
    assert {each.line for each in found} == {line}
    assert all(each.reason.isprintable() for each in found)
