"""Purging: nothing of what was said is left, nothing else is lost, and the chains still verify."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.journals.entry_records import record_in
from facilitui.core.journals.entry_sections import sections
from facilitui.core.journals.journal import (
    IMPORTED,
    debrief_of,
    imported,
    is_blanked,
    is_entry,
    make_document,
    verify,
)
from facilitui.core.journals.journal_faults import Fault
from facilitui.core.journals.journal_rows import row_of
from facilitui.core.privacy import purging as p
from facilitui.core.privacy.purge_intent import Intent, PurgeRecord, intent_in, listed
from facilitui.core.privacy.purge_lines import survey_lines
from facilitui.core.privacy.purge_survey import Survey
from facilitui.core.privacy.purge_texts import LEAST_TEXT, written
from facilitui.core.sealing import GENESIS, Seal, check
from facilitui.core.sessions.events import Head, follows, head_of, without_body
from facilitui.core.sessions.fold import fold
from facilitui.core.sessions.replay import Replay
from tests.core.making import START
from tests.storage.chains import bodies, chain, started

texts = st.text(st.characters(), max_size=40)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)
said = st.dictionaries(texts, anything, max_size=4)
TYPED = "what Ana said about Ben"


def sealed(entry: str, body: dict[str, Any], kind: str = "debrief", **more: Any) -> dict[str, Any]:
    """A document; `more` are `last` and `after`."""
    about = {"last": None, "after": GENESIS, **more}
    return make_document(
        entry_id=entry, kind=kind, body=body, made_at=START, salt="ab" * 16, **about
    )


@given(st.text(st.characters(exclude_categories=()), min_size=1), texts, said, st.booleans())
def test_a_blanked_document_verifies_whatever_it_said(
    entry: str, kind: str, body: dict[str, Any], is_imported: bool
) -> None:
    """Only body and salt go, of an imported one too; the next revision still follows it."""
    first = sealed(entry, body, kind)
    first = imported(first, START, GENESIS) if is_imported else first
    after = first[IMPORTED]["hash"] if is_imported else first["hash"]
    second = sealed(entry, body, kind, last=first, after=after)
    blank = p.blanked(first)
    assert {name for name in first if first[name] != blank[name]} == {"body", "salt"}
    assert is_entry(blank) and is_blanked(blank) and p.blanked(blank) == blank
    places = [("1", blank), ("2", second)]
    assert [(each.place, each.fault) for each in verify(places)] == [("1", Fault.BLANKED)]
    assert not any(each.broken for each in verify(places))
    told = sections(record_in(blank))
    assert told and told[0].heading == "What is left"


@given(said, said)
def test_of_a_document_without_a_seal_the_envelope_alone_is_left(
    body: dict[str, Any], more: dict[str, Any]
) -> None:
    """Another program may have written a text into any field."""
    whole = sealed("e", body)
    foreign = {name: whole[name] for name in ("id", "rev", "kind", "made_at", "body")}
    blank = p.blanked({**{f"x{name}": each for name, each in more.items()}, **foreign})
    assert blank == {**foreign, "body": ""} and is_entry(blank)


@given(st.lists(bodies, max_size=8))
def test_a_blanked_log_verifies_and_can_be_looked_at(made: list[Any]) -> None:
    """Whatever happened: the chain holds, the fold is total, and no text of it is left."""
    events = chain((started("Secret title"), *made))
    blank = [without_body(event) for event in events]
    head = Head()
    for event in blank:
        assert follows(event, head) and check(event.document) is Seal.BLANKED
        head = head_of(event)
    assert head == head_of(events[-1])
    state = fold(blank)
    assert state.started.title == "" and not any(note.text for note in state.notes)
    assert not any(moment.kept for moment in Replay(blank).moments)
    assert all(json.loads(event.line)["body"] == "" for event in blank)


def test_a_purged_entry_is_listed_with_its_day_and_nothing_else() -> None:
    """Not as a debrief that somebody wrote."""
    blank = p.blanked(sealed("debrief-s", {"session": "s", "title": TYPED, "learned": TYPED}))
    row = row_of(blank, lambda *_: START, None)
    assert (row.title, row.label, row.when) == ("Purged", "purged debrief", START)
    assert row.line == "only its day, its numbers and its hashes are left · debrief-s"
    assert row.shown_label == "debrief" and (row.session, row.lens) == ("", "")
    assert "ana" not in row.text
    with pytest.raises(ValueError, match="purged"):
        debrief_of(blank)


def test_what_belongs_to_a_session_goes_with_it() -> None:
    """Its entries, what was asked about them, what was withdrawn; nothing of another session."""
    own = sealed("debrief-s", {"session": "s", "learned": TYPED})
    documents = [
        own,
        sealed("debrief-t", {"session": "t", "earlier": [{"entry": "debrief-s", "text": TYPED}]}),
        sealed("observation-1", {"session": "s", "giver": "Ana"}, "observation"),
        sealed("observation-1", {"session": "s", "was": "observation"}, "withdrawal", last=own),
        sealed("question-1", {"about": "debrief-s", "passage": TYPED}, "question"),
        sealed("answer-1", {"to": "question-1", "question": TYPED}, "answer"),
        sealed("answer-2", {"to": "question-9", "about": "debrief-t"}, "answer"),
        {**sealed("debrief-u", {}), **p.BLANK},
    ]
    assert p.of_entry(documents, "debrief-s") == ("debrief-s", "question-1", "answer-1")
    found = p.of_sessions(documents, {"s"})
    assert set(found) == {"debrief-s", "observation-1", "question-1", "answer-1"}
    assert p.of_sessions([*documents, sealed("observation-3", {"session": ""})], {""}) == ()
    own_texts = p.belonging(documents, found)
    assert own_texts.documents == 5 and own_texts.quoted_in == ("debrief-t",)
    assert TYPED in own_texts.texts


def test_goals_and_norms_are_told_apart_from_what_was_typed() -> None:
    """They are the plan's as a rule; in bodies of any shape too."""
    rows = {"judgements": [{"text": "Ask more", "evidence": TYPED}, 1, {"text": 3}], "norms": "x"}
    norms = {"norms": [{"norm": "n", "text": "Wait for all"}], "plan": "work", "judgements": {}}
    found = p.belonging([sealed("d", rows), sealed("e", norms)], ("d", "e"))
    assert (found.texts, found.of_plan) == ((TYPED,), ("Ask more", "Wait for all"))
    assert found.plans == ("work",)


def test_bodies_of_any_shape_hold_no_purge_up() -> None:
    """Another program may have written them; a name with accents is written with escapes."""
    documents = [
        sealed("question-1", {"about": ["x"]}, "question"),
        sealed("answer-1", {"to": {"x": 1}, "about": None}, "answer"),
        sealed("debrief-t", {"session": ["s"], "earlier": [{"entry": ["x"]}, 1, {"entry": "x"}]}),
        sealed("debrief-u", {"session": "sé", "learned": TYPED}),
    ]
    assert p.of_entry(documents, "x") == ("x",)
    assert p.belonging(documents, ("x",)).quoted_in == ("debrief-t",)
    assert p.of_sessions(documents, {"s", "sé"}) == ("debrief-u",)


def test_a_copy_goes_only_where_no_other_entry_has_it() -> None:
    """One that another let go, or that is blanked, keeps nothing."""
    here, there = {"session": "s", "file_hash": "a" * 64}, {"session": "t", "file_hash": "a" * 64}
    mine = sealed("attachment-s", here, "attachment")
    for other, copies in (
        (sealed("attachment-t", there, "attachment"), ()),
        (sealed("attachment-t", {**there, "removed": True}, "attachment"), ("a" * 64,)),
        (p.blanked(sealed("attachment-t", there, "attachment")), ("a" * 64,)),
    ):
        found = p.belonging([mine, other], ("attachment-s",))
        assert found.copies == copies
        assert found.shared == (() if copies else ("a" * 64,))


@pytest.mark.parametrize("kind", ["observation", "log_entry"])
def test_a_file_that_stays_where_it_is_has_no_copy(kind: str) -> None:
    """Purging such an entry takes none along, and it keeps none that another entry lets go."""
    seen = sealed("e", {"file_hash": "a" * 64, "note": TYPED}, kind)
    assert p.belonging([seen], ("e",)).copies == ()
    mine = sealed("attachment-s", {"session": "s", "file_hash": "a" * 64}, "attachment")
    found = p.belonging([mine, seen], ("attachment-s",))
    assert (found.copies, found.shared) == (("a" * 64,), ())


def test_what_was_logged_goes_with_its_session_and_a_roster_alone() -> None:
    """And the names in a roster are looked for elsewhere, but no id that others name."""
    members = [{"id": "member-1", "name": "Ana Quintero", "role": "lead_teacher"}, 1]
    documents = [
        sealed("log_entry-1", {"session": "s", "values": {"how": TYPED}}, "log_entry"),
        sealed("log_entry-2", {"enrolment": "enrolment-1", "session": ""}, "log_entry"),
        sealed("roster-enrolment-1", {"enrolment": "enrolment-1", "members": members}, "roster"),
    ]
    assert p.of_sessions(documents, {"s"}) == ("log_entry-1",)
    assert TYPED in p.belonging(documents, ("log_entry-1",)).texts
    alone = p.of_entry(documents, "roster-enrolment-1")
    assert alone == ("roster-enrolment-1",)
    assert p.belonging(documents, alone).texts == ("Ana Quintero",)


@pytest.mark.parametrize(
    ("name", "value", "belongs"),
    [
        ("debrief-s", None, True),
        ("debrief-s--ana", None, True),
        ("line-s", None, True),
        ("line-debrief-s--ana", None, True),
        ("slips-s", {}, True),
        ("scores-s", {"session": "s"}, True),
        ("scores-observation-1", None, True),
        ("withdrawal-observation-1", {"session": ""}, True),
        ("observation-2", {"session": "s"}, True),
        ("observation-2", {"session": "s-2"}, False),
        ("debrief-s-2", None, False),
        ("plan-s", None, False),
    ],
)
def test_drafts_go_by_their_names_and_by_what_they_are_about(
    name: str, value: dict[str, Any] | None, belongs: bool
) -> None:
    """Those of another session, whose name begins alike, stay."""
    assert p.draft_belongs(name, value, {"observation-1"}, {"s"}) is belongs


@given(anything)
def test_any_json_is_an_intent_or_none(value: Any) -> None:
    """A file that somebody changed by hand raises nothing."""
    assert intent_in(value) is None


def test_an_intent_survives_its_file_and_says_nothing_of_what_goes() -> None:
    """As it is kept and as it is recorded, there are ids and counts only."""
    found = p.Belonging(("debrief-s",), 2, ("f" * 64,), texts=(TYPED,))
    survey = Survey("session", found, ("s",), 7, ("debrief-s.json",), beside=("sessions/s/plan",))
    intent = survey.intent("purge-1", START.isoformat(), ("plans/.history/a.1.toml",))
    kept = json.dumps(intent.as_json())
    assert intent_in(json.loads(kept)) == intent and TYPED not in kept
    record = intent.recorded
    assert (record.documents, record.events, record.files) == (2, 7, 4)
    assert TYPED not in record.model_dump_json()
    assert PurgeRecord.model_validate_json(record.model_dump_json()) == record
    assert isinstance(intent, Intent) and sections(record)
    assert not any(TYPED in line for line in survey_lines(survey))


def test_the_word_is_another_one_for_anything_else() -> None:
    """A habit or a script that was made for another purge confirms nothing."""
    words = {p.word_for(("a",), ()), p.word_for(("b",), ()), p.word_for((), ("a",))}
    assert len(words) == 3 and all(word.startswith("purge-") for word in words)
    assert p.word_for(("a", "b"), ()) == p.word_for(("b", "a"), ())


def test_many_names_are_counted() -> None:
    """So that a list of two hundred files can be read."""
    assert listed(()) == "" and listed(("a",)) == "a" and listed(("a", "b")) == "a and b"
    assert listed(tuple("abcdefgh")) == "a, b, c, d, e, f and 2 more"


@given(anything)
def test_what_was_written_is_found_in_a_body_of_any_shape(body: Any) -> None:
    """However it is nested; short texts tell nothing and are left out."""
    found = list(written({"answers": [{"text": TYPED, "ask": "A question that is asked"}, body]}))
    assert TYPED in found and "A question that is asked" not in found
    assert all(len(text) >= LEAST_TEXT for text in found)
