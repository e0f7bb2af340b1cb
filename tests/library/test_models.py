"""The shipped models of professional learning."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from facilitui.core.library.professional_learning import FIT_QUESTIONS, ProfessionalLearning

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "facilitui" / "data" / "models").glob("*.toml"))

PARTS = {
    "action_research": 5,
    "book_study": 4,
    "coaching_cycle": 5,
    "collaborative_inquiry": 5,
    "community_of_practice": 4,
    "critical_friendship_group": 4,
    "instructional_rounds": 5,
    "lesson_study": 5,
    "micro_credential_plc": 6,
    "plc": 5,
    "train_the_facilitator": 4,
    "workshop_with_follow_up": 4,
}
"""How many parts the facts give each model's round."""

every_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


def load(file: Path) -> ProfessionalLearning:
    return ProfessionalLearning.model_validate(tomllib.loads(file.read_text("utf-8")))


def test_the_models_are_there() -> None:
    """The twelve that the facts describe, each with all parts of its round."""
    assert {file.stem: len(load(file).cycle) for file in FILES} == PARTS


@every_file
def test_a_file_is_named_after_its_id_and_begins_with_its_kind(file: Path) -> None:
    """A file can be found by its id, and says first what it holds."""
    text = file.read_text("utf-8")
    assert text.startswith(f"# {load(file).name}: ")
    assert next(iter(tomllib.loads(text))) == "kind"
    assert load(file).id == file.stem


@every_file
def test_it_says_how_long_for_whom_and_whose_it_is(file: Path) -> None:
    """Whoever chooses sees the time it takes, what it is good for, and credit."""
    model = load(file)
    assert model.sessions and model.fits and model.note
    assert model.credit.endswith("the summary is ours")
    assert len(set(model.cycle)) == len(model.cycle)
    assert all(len(part) <= 40 for part in model.cycle)


@every_file
def test_its_protocols_are_in_the_library(file: Path) -> None:
    """What a model suggests can be opened."""
    suggested = load(file).protocols
    assert set(suggested) <= {path.stem for path in (ROOT / "protocols").glob("*.toml")}
    assert len(set(suggested)) == len(suggested)


@every_file
def test_it_bears_nobodys_mark(file: Path) -> None:
    """A registered mark may be cited in a note, and is never a model's name."""
    model = load(file)
    assert "critical friends group" not in f"{model.name} {model.fits} {model.sessions}".lower()


def test_six_questions_lead_to_a_fit() -> None:
    """They are open, and no two are the same."""
    assert len(set(FIT_QUESTIONS)) == 6
    assert all(question.endswith("?") for question in FIT_QUESTIONS)
    assert all(question.split()[0] in {"What", "How", "Who", "Which"} for question in FIT_QUESTIONS)
