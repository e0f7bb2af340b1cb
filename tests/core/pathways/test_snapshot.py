"""A pathway that was enrolled in stays what it was, whatever becomes of the format."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.pathways.file_texts import AS_KEPT
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.snapshot import Snapshot, digest, pathway_in, snapshot
from facilitui.core.sealing import canonical, sha256
from tests.core.pathways.journals import CLEE, CORE, NEA


def stored(said: Any) -> Snapshot:
    """What a journal has that says so."""
    return Snapshot(pathway=said, digest=sha256(canonical(said)))


def said(pathway: Pathway = CORE) -> dict[str, Any]:
    """All that is kept of a pathway, as it is read from a file again."""
    found = json.loads(canonical(snapshot(pathway).model_dump(mode="json")))["pathway"]
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("pathway", [CLEE, CORE, NEA], ids=lambda each: each.id)
def test_it_is_read_again_as_it_was(pathway: Pathway) -> None:
    """With the digest that enrolments name it by."""
    kept = stored(said(pathway))
    assert pathway_in(kept) == pathway and kept.digest == digest(pathway)


def test_what_nobody_wrote_is_kept_as_well() -> None:
    """What a pathway has by itself may be another thing in a later version."""
    first = said()["phases"][0]["requirements"][0]
    assert first.keys() == type(CORE.phases[0].requirements[0]).model_fields.keys()


def test_what_is_found_wrong_with_files_since_takes_nobody_their_way() -> None:
    """A later version refuses such a file; whoever was enrolled with it goes on."""
    kept = said()
    kept["phases"][0]["requirements"][0]["instead_of"] = "nothing_there"
    with pytest.raises(ValueError, match="nothing_there"):
        Pathway.model_validate(kept)
    assert pathway_in(stored(kept)) is not None


def test_what_an_earlier_version_kept_without_its_defaults_is_read() -> None:
    """Its digest is that of what it says."""
    kept = json.loads(canonical(CORE.model_dump(mode="json", exclude_defaults=True)))
    assert pathway_in(stored(kept)) == CORE


@pytest.mark.parametrize("where", ["needs", "gate", "document", "checklist"])
def test_what_names_something_that_is_not_there_is_none(where: str) -> None:
    """It was never enrolled in here, and nothing could be told under it."""
    asked = {"id": "a", "text": "A", "kind": "evidence"}
    beside: dict[str, dict[str, Any]] = {
        "needs": {"requirements": [{**asked, "needs": ["x"]}]},
        "gate": {"requirements": [asked], "gate": {"text": "G", "needs": ["x"]}},
        "document": {"requirements": [{**asked, "kind": "document", "document": "x"}]},
        "checklist": {"requirements": [{**asked, "kind": "checklist", "checklist": "x"}]},
    }
    phase = {"id": "p", "name": "P", **beside[where]}
    about = {"id": "own", "name": "Own", "programme": "Us", "source": "us", "phases": [phase]}
    assert Pathway.model_validate(about, context=AS_KEPT)
    assert pathway_in(stored(about)) is None


@given(st.dictionaries(st.text(max_size=3), st.one_of(st.none(), st.text(), st.floats())))
def test_whatever_is_stored_is_read_or_is_none(about: dict[str, Any]) -> None:
    """Never an error, and never under another digest."""
    assert pathway_in(Snapshot(pathway=about, digest="x")) is None
    assert pathway_in(Snapshot(pathway={**said(CLEE), **about}, digest=digest(CLEE))) is None or (
        not about
    )


@pytest.mark.parametrize("empty", ["", " "])
def test_what_a_file_is_refused_for_by_now_is_kept(empty: str) -> None:
    """Nobody who enrolled in a pathway with an empty text, or without its kind, loses it."""
    about = said(CLEE)
    del about["kind"]
    about["phases"][0]["requirements"][0]["text"] = empty
    about["cards"][0]["name"] = empty
    found = pathway_in(stored(about))
    assert found is not None and found.requirements[0].text == empty
    with pytest.raises(ValueError, match="is empty"):
        Pathway.model_validate(about)
