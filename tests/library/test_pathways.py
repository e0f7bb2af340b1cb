"""The shipped pathways of CLEE and CORE: the numbers that they print, and none besides."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.requirements import (
    Attestation,
    Debriefs,
    EvidenceOf,
    Log,
    Observations,
    ParticipantFeedback,
    ScoreGate,
    Sessions,
)
from facilitui.core.pathways.words import FieldType, Holder, Per, Shows
from facilitui.core.vocabulary import Role
from facilitui.storage.disk import Disk
from facilitui.storage.library import FileLibrary
from facilitui.storage.paths import Home
from facilitui.storage.toml_files import parse_model
from facilitui.storage.toml_writing import canonical_text
from tests.library.pathways import FOLDER, asked, counts, named, rows

FILES = sorted(FOLDER.glob("*.toml"))
PART = {
    "clee_part_time_facilitator": "A",
    "codeorg_facilitator_development": "B",
    "core_community_of_practice": "D",
    "nea_micro_credential_plc": "E",
    "professional_learning_framework": "C",
}
"""The part of the fact sheet that each is made from."""
LAST_ROW = {"A": 48, "B": 36, "C": 35, "D": 36, "E": 105}

every_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


@pytest.fixture
def clee() -> Pathway:
    return named("clee_part_time_facilitator")


@pytest.fixture
def core() -> Pathway:
    return named("core_community_of_practice")


@every_file
def test_a_pathway_can_be_read_back(file: Path) -> None:
    """What is kept of it when somebody enrols is all of it, and so is what is written anew."""
    pathway = parse_model(file.read_text("utf-8"), Pathway, file)
    assert Pathway.model_validate_json(pathway.model_dump_json()) == pathway
    text = canonical_text(pathway, frozenset({"kind"}))
    assert parse_model(text, Pathway, file) == pathway


@every_file
def test_everything_names_its_row(file: Path) -> None:
    """All that a programme says can be looked up, in its own part of the fact sheet."""
    pathway = named(file.stem)
    told = [
        *(each.row for each in pathway.roles),
        *(each.row for each in pathway.phases),
        *(each.gate.row for each in pathway.phases if each.gate is not None),
        *(each.row for each in pathway.requirements),
        *(each.row for each in pathway.domains),
        *(practice.row for each in pathway.domains for practice in each.practices),
        *(item.row for each in pathway.checklists for item in each.items),
        *(each.row for each in pathway.documents),
        *(part.row for each in pathway.documents for part in each.parts if part.row),
        *([pathway.cycles.row] if pathway.cycles is not None else []),
        *(part.row for part in (pathway.cycles.parts if pathway.cycles is not None else ())),
        *(", ".join(each.rows) for each in pathway.cards),
    ]
    assert all(told)
    part = PART[pathway.id]
    known = {f"{part}-{number:02}" for number in range(1, LAST_ROW[part] + 1)}
    known |= {"D-x1"} if part == "D" else set()
    assert {row for each in told for row in rows(each)} <= known


@every_file
def test_the_decision_is_the_programmes(file: Path) -> None:
    """No pathway says of anybody that they are certified, and each says who decides."""
    pathway = named(file.stem)
    told = pathway.model_dump_json().lower()
    assert "certified" not in told and "congratulations" not in told
    assert pathway.source and pathway.note.strip() and pathway.reader
    if pathway.id != "professional_learning_framework":  # a framework, which decides nothing
        assert "the programme's" in " ".join(pathway.note.split())
    gates = [each.gate for each in pathway.phases if each.gate is not None]
    assert all("decides" in gate.text for gate in gates)


def test_clee_has_three_phases_and_three_qualifications(clee: Pathway) -> None:
    """Ledger A: 3 phases with their gates, 3 qualifications that are looked for, 7 benefits."""
    assert clee.holder is Holder.PERSON and len(clee.phases) == 3
    assert all(each.gate is not None for each in clee.phases)
    looked_for = {"A-21", "A-22", "A-23"}
    found = [each for each in clee.requirements if looked_for & set(rows(each.row))]
    assert len(found) == 3 and all(each.wished for each in found)
    beside = [each.id for each in clee.requirements if getattr(each, "beside_sessions", False)]
    assert beside == ["facilitation_experience"]
    benefits = {f"A-{number}" for number in range(14, 21)}
    of_benefits = [each for each in clee.cards if benefits & set(each.rows)]
    assert len(of_benefits) == 7
    assert {row for each in of_benefits for row in each.rows} == benefits


def test_clee_asks_for_two_observations_and_two_others(clee: Pathway) -> None:
    """Ledger A: 2 in phase 2, 2 in phase 3, by staff, live or recorded, and 4 in all."""
    found = {
        phase.id: each.count
        for phase in clee.phases
        for each in phase.requirements
        if isinstance(each, Observations)
    }
    assert found == {"apprentice": 2, "fully_approved": 2}
    observations = [each for each in clee.requirements if isinstance(each, Observations)]
    assert sum(each.count or 0 for each in observations) == 4
    assert all(each.roles == (Role.STAFF,) and len(each.modes) == 2 for each in observations)


def test_clee_asks_for_threes_and_then_for_a_four(clee: Pathway) -> None:
    """Ledger A: 3 to leave phase 2; 3 and 4 for full approval. Areas are not printed."""
    first, second = (each for each in clee.requirements if isinstance(each, ScoreGate))
    assert (first.at_least, first.one_at_least) == (3, None)
    assert (second.at_least, second.one_at_least) == (3, 4)
    assert not first.areas and not second.areas and not clee.rubric.priority
    assert clee.rubric.id is None


def test_the_gates_of_clee_name_what_is_printed(clee: Pathway) -> None:
    """Acceptance; scores and both observations; observations, scores and feedback."""
    needs = [each.gate.needs for each in clee.phases if each.gate is not None]
    assert needs == [
        ("acceptance",),
        ("observed_as_apprentice", "scores_as_apprentice"),
        ("observed_for_approval", "scores_for_approval", "participant_feedback"),
    ]
    feedback = asked(clee, "participant_feedback")
    assert isinstance(feedback, ParticipantFeedback)
    assert feedback.shows == (Shows.EFFECT, Shows.GROWTH)


def test_earlier_training_stands_for_the_course_once_clee_agrees(clee: Pathway) -> None:
    """It is asked for in the application, and is nothing before that is sent."""
    prior = asked(clee, "prior_training")
    assert isinstance(prior, Attestation) and prior.by_programme
    assert (prior.instead_of, prior.needs) == ("training_course", ("application",))


def test_who_counts_in_the_sessions_of_clee(clee: Pathway) -> None:
    """An apprentice's sessions, then a co-facilitator's or a lead's; debriefs that one led."""
    found = {each.id: each.roles for each in clee.requirements if isinstance(each, Sessions)}
    assert found["apprentice_role"] == (Role.APPRENTICE,)
    assert found["co_or_lead_role"] == (Role.CO_FACILITATOR, Role.FACILITATOR)
    led = {each.id: each.led for each in clee.requirements if isinstance(each, Debriefs)}
    assert led == {"debriefing_with_staff": False, "debriefs_led": True}


def test_core_has_three_cycles_of_four_parts(core: Pathway) -> None:
    """Ledger D: 3 cycles, 4 parts, check-ins in each; a group's way without phases or gates."""
    assert core.holder is Holder.GROUP and core.cycles is not None
    assert core.cycles.count == 3
    assert [each.id for each in core.cycles.parts] == ["plan", "do", "study", "act"]
    assert all(each.prompts for each in core.cycles.parts)
    assert len(core.phases) == 1 and core.phases[0].gate is None
    assert counts(core) == {"check_ins": (1, Per.CYCLE), "evidence_cycle": (1, Per.PART)}


def test_core_names_goals_responsibilities_and_supports(core: Pathway) -> None:
    """Ledger D: 8 goals, 11 responsibilities that are each asked for, 6 supports to be read."""
    (goals,) = core.domains
    assert [each.row for each in goals.practices] == [f"D-{n:02}" for n in range(4, 12)]
    asked_for = {row for each in core.requirements for row in rows(each.row) if not each.wished}
    responsibilities = {f"D-{n}" for n in (*range(12, 19), *range(20, 24))}
    assert len(responsibilities) == 11 and responsibilities <= asked_for
    supports = [each for each in core.cards if each.id.startswith("support_")]
    assert [row for each in supports for row in each.rows] == [f"D-{n}" for n in range(28, 34)]


def test_core_asks_for_four_kinds_of_evidence(core: Pathway) -> None:
    """Ledger D: of the cycle's parts, of students, of practice, and updates to the council."""
    evidence = [each for each in core.requirements if isinstance(each, EvidenceOf)]
    assert [each.row for each in evidence] == [f"D-23, D-{n}" for n in range(24, 28)]


def test_interventions_of_core_follow_a_schools_statement(core: Pathway) -> None:
    """The statement is one of each school, and its earlier ones are its versions."""
    statement, interventions = asked(core, "problem_of_practice"), asked(core, "interventions")
    assert isinstance(statement, Log) and isinstance(interventions, Log)
    assert statement.current and statement.per is Per.SCHOOL
    assert interventions.upon == statement.id


def readmes_example() -> str:
    """The README's own."""
    readme = (FOLDER.parent / "README.md").read_text("utf-8")
    return readme.split("## Writing a pathway")[1].split("```toml\n")[1].split("```")[0]


def test_the_example_of_how_to_write_one_can_be_read() -> None:
    """As it stands in the README, comments and all."""
    pathway = parse_model(readmes_example(), Pathway, Path("our_mentors.toml"))
    assert [each.id for each in pathway.requirements] == [
        *("observed", "levels", "contacts", "begin", "story")
    ]
    assert pathway.phases[0].gate is not None


def test_the_example_shows_all_that_people_write(tmp_path: Path) -> None:
    """Fields, weeks, parts with a limit, a rubric, a role, a card; and the check takes it."""
    example = readmes_example()
    pathway = parse_model(example, Pathway, Path("our_mentors.toml"))
    log = next(each for each in pathway.requirements if isinstance(each, Log))
    assert {each.type for each in log.fields} == {FieldType.CHOICE, FieldType.TEXT}
    assert [item.week for item in pathway.checklists[0].items] == [0, 2]
    assert [part.words for part in pathway.documents[0].parts] == [300, None]
    assert pathway.rubric.priority and pathway.rubric.source and pathway.rubric.since
    assert pathway.roles and pathway.cards
    path = tmp_path / "our_mentors.toml"
    path.write_text(example, "utf-8")
    library = FileLibrary(Home(tmp_path / "home"), Disk())
    try:
        assert library.check_paths([path]) == (1, ())
    finally:
        library.close()
