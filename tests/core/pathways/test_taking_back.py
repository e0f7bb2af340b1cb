"""Which changes of an entry still stand: told by what a revision names, never by its words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from operator import eq
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.journals.entries import pieces
from facilitui.core.journals.journal import Document, body_of, hash_of, make_document
from facilitui.core.journals.revising import REASON, TAKES_BACK, said_in, without_why
from facilitui.core.journals.withdrawal import KIND as WITHDRAWN
from facilitui.core.pathways import log_entry
from facilitui.core.pathways.case_reducing import agree
from facilitui.core.pathways.enrolling import enrolment_changes
from facilitui.core.pathways.entry_sections import pathway_sections
from facilitui.core.pathways.taking_back import still_standing, up_to
from tests.core.pathways import kept

AT = datetime(2026, 11, 25, 9, tzinfo=UTC)
WHYS = st.sampled_from(["", "a slip", "taken back: x", "taken back: it had been withdrawn"])


class Entry:
    """One entry that says a letter, and its revisions."""

    def __init__(self, *letters: str) -> None:
        self.revisions: list[Document] = []
        for each in letters:
            self.say(each)

    def say(
        self, note: str, why: str = "", takes_back: str = "", kind: str = log_entry.KIND
    ) -> str:
        """A further revision; its hash."""
        last = self.revisions[-1] if self.revisions else None
        document = make_document(
            entry_id="log_entry-1",
            kind=kind,
            body={"note": note, REASON: why, TAKES_BACK: takes_back},
            made_at=AT + timedelta(minutes=len(self.revisions)),
            salt="ab" * 8,
            last=last,
            after=hash_of(last),
        )
        self.revisions.append(document)
        return hash_of(document)

    @property
    def stood(self) -> list[tuple[str | None, Document]]:
        """What still stands of it."""
        every = up_to(self.revisions, self.revisions[-1])
        return still_standing(((_letter(each), each) for each in every), eq)

    @property
    def letters(self) -> list[str | None]:
        """What it came to say."""
        return [letter for letter, _ in self.stood]

    def take_back(self, why: str = "") -> None:
        """Say what was said before the last change."""
        (before, _), (_, change) = self.stood[-2:]
        self.say(before or "", why, hash_of(change))


def _letter(document: Document) -> str | None:
    return None if document["kind"] == WITHDRAWN else str(body_of(document)["note"])


@given(st.lists(st.tuples(st.sampled_from("abc"), WHYS), min_size=1))
def test_whatever_reason_is_written_nothing_is_taken_back_by_it(said: list[Any]) -> None:
    """What somebody says again is a change like any other."""
    entry = Entry()
    for note, why in said:
        entry.say(note, why)
    notes = [note for note, _ in said]
    told = [e for n, e in enumerate(notes) if n == 0 or e != notes[n - 1]]
    assert entry.letters == told


@given(st.lists(st.one_of(st.sampled_from("abc"), st.none()), max_size=20), WHYS)
def test_each_taking_back_goes_one_change_further(keys: list[str | None], why: str) -> None:
    """A letter says that, none takes the last change back, in whatever words."""
    entry, expected = Entry("a"), ["a"]
    for key in keys:
        if key is not None:
            entry.say(key)
            expected += [key] if key != expected[-1] else []
        elif len(expected) > 1:
            entry.take_back(why)
            expected.pop()
    assert entry.letters == expected


@pytest.mark.parametrize("named", ["", "another", "first"])
def test_what_names_no_change_that_still_stands_is_a_change(named: str) -> None:
    """As it may come from elsewhere."""
    entry = Entry("a", "b")
    over = {"first": hash_of(entry.revisions[0])}.get(named, named)
    entry.say("a", takes_back=over)
    assert entry.letters == ["a", "b", "a"]


def test_what_says_something_else_than_before_is_a_change() -> None:
    """Whatever it names."""
    entry = Entry("a", "b")
    entry.say("c", takes_back=hash_of(entry.revisions[-1]))
    assert entry.letters == ["a", "b", "c"]


def test_what_goes_on_from_a_taking_back_takes_nothing_back() -> None:
    """Also where a program that knows no such field kept it."""
    entry = Entry("a", "b", "c")
    over = hash_of(entry.revisions[-1])
    entry.take_back()
    entry.say("a", takes_back=over)
    assert entry.letters == ["a", "b", "a"]


def test_what_was_withdrawn_and_counts_again_was_never_withdrawn() -> None:
    """A withdrawal is gone over by nothing but what takes it back."""
    entry = Entry("a", "b")
    entry.say("", "taken back: x", kind=WITHDRAWN)
    assert entry.letters == ["a", "b", None]
    entry.say("b", "they were right")
    assert entry.letters == ["a", "b"]


def test_it_is_nothing_that_an_entry_says() -> None:
    """It is no difference, stands on no paper, is not found and makes no conflict."""
    for made, kind in (
        (kept.enrolment(), "enrolment"),
        (kept.logged(), "log_entry"),
        (kept.roster(), "roster"),
    ):
        back = made.model_copy(update={TAKES_BACK: "f" * 64, REASON: "taken back: x"})
        assert without_why(back) == without_why(made) != back
        assert pathway_sections(back) == pathway_sections(made)
        body, before = back.model_dump(mode="json"), made.model_dump(mode="json")
        assert said_in(body) == said_in(before)
        assert "f" * 64 not in {each.text for each in pieces(body)}
        documents = [{"id": "x", "kind": kind, "rev": 1, "made_at": AT.isoformat()} for _ in "ab"]
        sides = [
            {**each, "body": model.model_dump_json()}
            for each, model in zip(documents, (made, back), strict=True)
        ]
        assert agree(sides, lambda moment, zone: None)
    assert not enrolment_changes(
        kept.enrolment(), kept.enrolment().model_copy(update={TAKES_BACK: "f" * 64})
    )
