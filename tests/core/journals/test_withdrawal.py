"""Withdrawals: an entry counts no more, says why, and can be taken back as it was."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.errors import FacilituiError
from facilitui.core.journals import entries
from facilitui.core.journals.entry_records import record_in
from facilitui.core.journals.entry_sections import sections
from facilitui.core.journals.journal import body_of, debrief_of, latest, make_document, verify
from facilitui.core.journals.journal_rows import row_of
from facilitui.core.journals.withdrawal import (
    KIND,
    TAKE_BACK,
    Withdrawal,
    as_taken_back,
    gone_told,
    is_withdrawn,
    refuse_without,
    said_before,
    withdrawal_in,
    withdrawal_of,
)
from facilitui.core.privacy.purging import blanked
from facilitui.core.sealing import GENESIS
from tests.core.making import HOSTILE, START

texts = st.text(st.characters(), max_size=40)


def revision(
    body: dict[str, Any], kind: str = "debrief", last: dict[str, Any] | None = None
) -> dict[str, Any]:
    after = last["hash"] if last else GENESIS
    return make_document(
        entry_id="e", kind=kind, body=body, made_at=START, salt="0" * 32, last=last, after=after
    )


def withdrawn(said: dict[str, Any], reason: str = "") -> dict[str, Any]:
    """The revision that withdraws another one."""
    given_for = withdrawal_of(said).model_copy(update={"reason": reason})
    return revision(given_for.model_dump(mode="json"), KIND, said)


@given(st.dictionaries(texts, texts), texts, texts)
def test_a_withdrawn_entry_is_listed_as_that_whatever_it_was(
    body: dict[str, Any], kind: str, reason: str
) -> None:
    """With its title, its day and its session; its line is the reason; no text of it is found."""
    said = revision({"session": "s", "title": "The title", "learned": "Quietly", **body}, kind)
    gone = withdrawn(said, reason)
    before, row = (row_of(each, lambda *_: START, None) for each in (said, gone))
    assert (row.kind, row.title, row.session) == (KIND, before.title, before.session)
    assert row.label == f"withdrawn {before.label}".strip()
    assert row.line == " ".join(reason.split())
    assert latest([said, gone])["e"]["kind"] == KIND and is_withdrawn(gone)
    assert verify([("1", said), ("2", gone)]) == ()
    record = record_in(gone)
    assert isinstance(record, Withdrawal) and sections(record)


@given(st.dictionaries(texts, texts), texts, texts)
def test_taken_back_it_says_what_it_said(body: dict[str, Any], reason: str, why: str) -> None:
    """Only the reason is another one, which begins so."""
    said = revision(body)
    again = as_taken_back(said, withdrawn(said, reason), why)
    assert {**again, "reason": 0} == {**body, "reason": 0}
    assert again["reason"].startswith("taken back: ")


def test_the_day_and_the_label_are_those_that_it_had() -> None:
    """However the entry was dated, and whosever debrief it was."""
    held = {"held_at": START.isoformat(), "title": HOSTILE, "lens": "Ana", "session": "s"}
    gone = body_of(withdrawn(revision(held), HOSTILE))
    assert entries.day(gone, "later") == START.isoformat()
    assert entries.label(KIND, gone) == "withdrawn debrief, Ana's"
    seen = withdrawn(revision({"observed_on": "2026-11-20", "giver": "Ana"}, "observation"))
    assert entries.day(body_of(seen), "later") == "2026-11-20"


def test_what_was_said_before_passes_over_withdrawals_and_what_was_purged() -> None:
    """Of several withdrawals and returns it is the newest that still says something."""
    first = revision({"learned": "one"})
    gone = withdrawn(first)
    again = revision({"learned": "two"}, last=gone)
    gone_again = withdrawn(again)
    assert said_before([first, gone, again, gone_again]) is again
    assert said_before([again, gone_again, first, gone]) is again  # a clock was put back
    assert said_before([first, gone, blanked(again), gone_again]) is first
    assert said_before([blanked(first), gone]) is None


def test_no_debrief_is_read_from_a_withdrawal() -> None:
    """Whoever looks by id alone is told what happened."""
    gone = withdrawn(revision({"session": "s"}), "a mistake")
    with pytest.raises(ValueError, match="withdrawal"):
        debrief_of(gone)
    assert "“a mistake”" in gone_told(gone) and gone_told(gone).endswith(f"; {TAKE_BACK}")
    assert "purged" in gone_told(blanked(gone))
    assert "under the session" in gone_told(blanked(gone))
    logged = {**blanked(revision({"enrolment": "e"})), "kind": "log_entry"}
    assert gone_told(logged).endswith("was purged; write it anew")
    assert gone_told(None) == gone_told(revision({})) == ""
    assert withdrawal_in(revision({})) is None and withdrawal_in(None) is None


def test_answers_that_were_taken_out_are_withdrawn() -> None:
    """There is one way to let something count no more, wherever it is kept."""
    assert is_withdrawn(revision({"withdrawn": True}, "feedback"))
    assert not is_withdrawn(revision({"withdrawn": False}, "feedback"))
    assert not is_withdrawn(revision({"withdrawn": True}))


@given(st.text(st.sampled_from(" \n\t\u3000"), max_size=4))
def test_a_reason_is_needed(nothing: str) -> None:
    """Blanks are none."""
    with pytest.raises(FacilituiError, match="say why"):
        refuse_without(nothing)
