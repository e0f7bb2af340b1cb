"""The shipped rubric: neutral, whole, and in the words of the facts."""

from __future__ import annotations

import tomllib
from pathlib import Path

from facilitui.core.library.rubric import Rubric

FOLDER = Path(__file__).resolve().parents[2] / "facilitui" / "data" / "rubrics"
CRITERIA = [
    "design_for_learning",
    "opening_and_purpose",
    "shared_agreements",
    "questions_and_wait",
    "equity_of_voice",
    "protocol_and_time",
    "challenge_and_dialogue",
    "evidence_use",
    "adaptation",
    "closing_and_transfer",
    "reflective_debrief",
    "partnership",
]


def test_one_rubric_is_shipped_and_it_is_nobodys() -> None:
    """Our own words on four levels; no programme's name, no priority areas, nobody certified."""
    assert [path.name for path in FOLDER.glob("*")] == ["facilitui_neutral.toml"]
    source = (FOLDER / "facilitui_neutral.toml").read_text(encoding="utf-8")
    rubric = Rubric.model_validate(tomllib.loads(source))
    assert source.startswith("# ") and next(iter(tomllib.loads(source))) == "kind"
    assert rubric.id == "facilitui_neutral" and rubric.priority == () and rubric.version == "1"
    assert [each.id for each in rubric.criteria] == CRITERIA
    assert list(rubric.scale.values()) == ["Beginning", "Emerging", "Proficient", "Exemplary"]
    assert all(each.rows and len(set(each.levels.values())) == 4 for each in rubric.criteria)
    for word in ("certif", "clee"):
        assert word not in source.lower(), word
    assert "seen or recorded" in rubric.rule and "reason" in rubric.rule
