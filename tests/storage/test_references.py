"""Files that name other files: what is not there is told with its place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitui.storage.disk import Disk
from facilitui.storage.library import FileLibrary
from facilitui.storage.library_files import shipped_folder
from facilitui.storage.paths import Home

HOSTILE = "[x] [Q1] [/b] [=] 👩🏽‍🏫 日本"

MODEL = """kind = "model"
id = "ours"
name = "{name}"
cycle = ["Ask", "Answer"]
sessions = "3"
fits = "us"
protocols = ["tuning", "{protocol}"]
credit = "ours"
"""

PLAN = """kind = "plan"
title = "{name}"

[[parked]]
id = "later"
title = "Later"
goals = ["G9"]
protocol = "{protocol}"

[learning_model]
id = "{model}"
fit = "{name}"
"""


@pytest.fixture
def library(home: Path) -> Iterator[FileLibrary]:
    """The shipped library, and a home of one's own."""
    made = FileLibrary(Home(home), Disk(), shipped_folder)
    yield made
    made.close()


def put(path: Path, text: str) -> Path:
    """Write a file, with the folders it lies in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


async def test_ones_own_model_is_on_the_shelf(library: FileLibrary, home: Path) -> None:
    """Beside the shipped ones, or in place of one; whatever it is called is only text."""
    put(home / "models/ours.toml", MODEL.format(name=HOSTILE, protocol="charrette"))
    mine = MODEL.format(name="Mine", protocol="charrette").replace('"ours"', '"plc"', 1)
    put(home / "models/deeper/plc.toml", mine)
    shelf = await library.shelf()
    assert shelf.problems == ()
    assert shelf.models["ours"].name == HOSTILE
    assert shelf.models["plc"].name == "Mine"
    assert len(shelf.models) == 13


def test_a_model_that_names_no_protocol_there_is(library: FileLibrary, home: Path) -> None:
    """It is told with its place and a guess, both for the whole library and for one file."""
    path = put(home / "models/ours.toml", MODEL.format(name=HOSTILE, protocol="charette"))
    _, of_all = library.check_all()
    count, of_one = library.check_paths([path])
    assert count == 1 and of_all == of_one
    (problem,) = of_one
    assert (problem.line, problem.column) == (7, 24)
    assert problem.reason == "there is no protocol “charette”; did you mean “charrette”?"


def test_what_a_plan_names_beside_its_agenda(library: FileLibrary, home: Path) -> None:
    """A model of professional learning and parked blocks are looked at as well."""
    plan = PLAN.format(name=HOSTILE, protocol="tunning", model="book_studies")
    put(home / "plans/mine.toml", plan)
    _, problems = library.check_all()
    assert [(problem.line, problem.reason.split(";")[0]) for problem in problems] == [
        (7, "there is no goal “G9”"),
        (8, "there is no protocol “tunning”"),
        (11, "there is no model “book_studies”"),
    ]
    good = PLAN.format(name=HOSTILE, protocol="tuning", model="book_study").replace("G9", "all")
    put(home / "plans/mine.toml", good)
    assert library.check_all()[1] == ()


def test_a_bad_model_is_named_and_stops_nothing(library: FileLibrary, home: Path) -> None:
    """A misspelt key is told with its line."""
    text = MODEL.format(name="x", protocol="tuning").replace("fits", "fit")
    put(home / "models/ours.toml", text)
    _, problems = library.check_all()
    assert {problem.line for problem in problems} <= {1, 6}
    assert any("“fit”" in problem.reason for problem in problems)


PATHWAY = """kind = "pathway"
id = "ours"
name = "{name}"
programme = "ours"
source = "us"

[rubric]
id = "{rubric}"
priority = ["questions_and_wait", "{area}"]

[[phases]]
id = "first"
name = "{name}"

[[phases.requirements]]
kind = "scores"
id = "scored"
text = "{name}"
at_least = 3
one_at_least = {level}
areas = ["{area}"]
"""


def test_what_a_pathway_names(library: FileLibrary, home: Path) -> None:
    """Its rubric, areas and levels of it; told for the whole library and for one file alike."""
    path = home / "pathways/ours.toml"
    put(path, PATHWAY.format(name=HOSTILE, rubric="facilitui_neutal", area="x", level=9))
    within = "in the rubric “facilitui_neutral”"
    scored = "phases[1] requirements[1] (scored)"
    levels = "“1”, “2”, “3” or “4”"
    assert [(each.line, each.column, each.reason) for each in library.check_all()[1]] == [
        (
            8,
            6,
            "rubric.id: there is no rubric “facilitui_neutal” among the shipped ones and in your "
            "folder rubrics; did you mean “facilitui_neutral”?",
        ),
        (9, 35, f"rubric.priority[2]: there is no criterion “x” {within}"),
        (20, 16, f"{scored} one_at_least: there is no level “9” {within}; it must be {levels}"),
        (21, 10, f"{scored} areas[1]: there is no criterion “x” {within}"),
    ]
    put(path, PATHWAY.format(name=HOSTILE, rubric="of_theirs", area="x", level=9))
    found = [each.reason.partition(": ")[2] for each in library.check_all()[1]]
    assert [each.split(" in any rubric that is here")[0] for each in found[1:]] == [
        "there is no criterion “x”",
        "there is no level “9”",
        "there is no criterion “x”",
    ]

    text = PATHWAY.format(name="x", rubric="facilitui_neutral", area="question_and_wait", level=5)
    _, of_all = library.check_all() if put(path, text) else (0, ())
    assert of_all == library.check_paths([path])[1]
    meant = (
        f"there is no criterion “question_and_wait” {within}; did you mean “questions_and_wait”?"
    )
    assert [(each.line, each.column, each.reason) for each in of_all] == [
        (9, 35, f"rubric.priority[2]: {meant}"),
        (20, 16, f"{scored} one_at_least: there is no level “5” {within}; it must be {levels}"),
        (21, 10, f"{scored} areas[1]: {meant}"),
    ]
    good = text.replace("question_and", "questions_and").replace("= 5", "= 4")
    put(path, good.replace('["questions_and_wait", ', "["))
    assert library.check_all()[1] == ()
    assert library.check_paths([path]) == (1, ())


KEYS = (
    "“kind”, “id”, “name”, “programme”, “holder”, “source”, “checked_on”, “version”, “note”, "
    "“reader”, “rubric”, “roles”, “cycles”, “phases”, “domains”, “checklists”, “documents”, “cards”"
)
BROKEN_PATHWAY = """id = "other"
name = "{name}"
programme = "Ours"
source = "Ourselves"
colour = "red"

[rubric]
id = "facilitui_neutral"
priority = ["asking_wel"]

[[phases]]
id = "one"
name = "One"

[[phases.requirements]]
kind = "scores"
id = "scored"
text = "Reach it"
at_least = "3"

[phases.gate]
text = "We decide"
needs = ["scord"]
"""


def test_all_that_is_wrong_with_a_pathway_is_told_at_once(library: FileLibrary, home: Path) -> None:
    """Its shape, what it names within itself and elsewhere, and an id that is not its name."""
    path = put(home / "pathways/ours.toml", BROKEN_PATHWAY.format(name=HOSTILE))
    _, of_all = library.check_all()
    _, of_one = library.check_paths([path])
    assert of_all == of_one
    assert [(each.line, each.reason) for each in of_one] == [
        (1, "kind is missing; it must be “pathway”"),
        (1, "id is “other”, but must be “ours” like the file's name"),
        (5, f"unknown key “colour”; the keys there are {KEYS}"),
        (
            9,
            "rubric.priority[1]: there is no criterion “asking_wel” in the rubric "
            "“facilitui_neutral”",
        ),
        (
            19,
            "phases[1] requirements[1] (scored) at_least must be a number, without quotes, not “3”",
        ),
        (
            23,
            "phases[1] gate.needs[1] names scord, which is no requirement of this phase; "
            "did you mean “scored”?",
        ),
    ]
