"""Journal entries: revised, never overwritten, and what is missing or changed shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.debriefs.debrief import Debrief
from facilitui.core.journals.journal import (
    body_of,
    debrief_of,
    is_entry,
    latest,
    make_document,
    verify,
)
from facilitui.core.journals.journal_faults import Fault
from facilitui.core.sealing import GENESIS, Seal, check
from tests.core.making import START

saves = st.lists(st.sampled_from("xyz"), max_size=10)


@dataclass
class Kept:
    """A journal that is saved into, one document after the other."""

    documents: list[dict[str, Any]] = field(default_factory=list)

    def save(self, name: str, text: str = "", last: dict[str, Any] | None = None) -> None:
        known = last or latest(self.documents).get(name)
        self.documents.append(
            make_document(
                entry_id=name,
                kind="debrief",
                body={"learned": text},
                made_at=START + timedelta(minutes=len(self.documents)),
                salt=f"{len(self.documents):032x}",
                last=known,
                after=self.documents[-1]["hash"] if self.documents else GENESIS,
            )
        )


def journal(names: list[str]) -> list[dict[str, Any]]:
    kept = Kept()
    for number, name in enumerate(names):
        kept.save(name, str(number))
    return kept.documents


def faults(documents: list[dict[str, Any]]) -> list[tuple[int, Fault]]:
    places = ((str(n), each) for n, each in enumerate(documents))
    return [(int(finding.place), finding.fault) for finding in verify(places)]


@given(saves)
def test_revisions_follow_one_another(names: list[str]) -> None:
    """A revision is a new document; the newest of each entry is the one that is shown."""
    documents = journal(names)
    assert faults(documents) == []
    assert all(is_entry(each) and check(each) is Seal.WHOLE for each in documents)
    newest = latest(documents)
    assert list(newest) == list(dict.fromkeys(names))
    for name, document in newest.items():
        assert document["rev"] == names.count(name)
        last = max(n for n, each in enumerate(names) if each == name)
        assert body_of(document) == {"learned": str(last)}
    assert latest(reversed(documents)) == newest


@given(saves.filter(bool), st.data())
def test_a_missing_document_shows(names: list[str], data: st.DataObject) -> None:
    """Whichever is gone, the one saved after it tells; only the very last leaves no trace."""
    documents = journal(names)
    gone = data.draw(st.integers(0, len(documents) - 1))
    later_revision = names[gone] in names[gone + 1 :]
    found = faults(documents[:gone] + documents[gone + 1 :])
    if gone < len(documents) - 1:
        assert (gone, Fault.MISSING) in found
    assert (Fault.REVISION in [fault for _, fault in found]) == later_revision


@given(saves.filter(bool), st.data())
def test_a_changed_document_shows_and_a_blanked_one_is_told_apart(
    names: list[str], data: st.DataObject
) -> None:
    """Changing a field is damage; leaving the body out is not, and the rest still verifies."""
    documents = journal(names)
    place = data.draw(st.integers(0, len(documents) - 1))
    key = data.draw(st.sampled_from(["id", "kind", "made_at", "body", "salt", "body_hash"]))
    altered = [*documents]
    altered[place] = {**documents[place], key: "other"}
    assert (place, Fault.ALTERED) in faults(altered)
    altered[place] = {**documents[place], "body": "", "salt": ""}
    assert faults(altered) == [(place, Fault.BLANKED)]
    assert body_of(altered[place]) == {}


def test_a_foreign_document_is_no_damage_and_can_be_revised() -> None:
    """What another program wrote without a seal is told, listed, and gone on with."""
    kept = Kept()
    kept.save("x")
    foreign = {"id": "y", "rev": 3, "kind": "debrief", "made_at": "2026", "body": "{}"}
    assert is_entry(foreign)
    kept.save("y", "revised", last=foreign)
    assert kept.documents[-1]["rev"] == 4
    documents = [kept.documents[0], foreign, kept.documents[1]]
    assert faults(documents) == [(1, Fault.FOREIGN)]
    (finding,) = verify([("a", foreign)])
    assert not finding.broken and finding.entry_id == "y"


@pytest.mark.parametrize("body", ["", "{", "[]", "1", None, [], 7, "[" * 200_000])
def test_a_body_that_cannot_be_read_is_empty(body: object) -> None:
    """Whatever stands there, listing goes on."""
    assert body_of({"body": body}) == {}


@pytest.mark.parametrize(
    "document",
    [None, [], "x", {}, {"id": 1}, {"id": "x", "rev": "1", "kind": "k", "made_at": "", "body": ""}],
)
def test_what_has_no_envelope_is_no_entry(document: object) -> None:
    """It cannot be listed, and says so without an error."""
    assert not is_entry(document)


def test_a_debrief_comes_back_as_it_was() -> None:
    """An entry that is opened becomes a model; another kind is refused by name."""
    kept = Kept()
    kept.save("x", "they asked \ud800 each other")
    (document,) = kept.documents
    assert debrief_of(document) == Debrief(learned="they asked \ud800 each other")
    with pytest.raises(ValueError, match="is a score, not a debrief"):
        debrief_of({**document, "kind": "score"})
