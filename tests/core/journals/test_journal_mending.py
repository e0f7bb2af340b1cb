"""Mending takes a document's own words alone, and nothing that was purged or altered comes back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.journals import journal_merging
from facilitui.core.journals.journal import Document, imported, link
from facilitui.core.journals.journal_merging import merged
from facilitui.core.privacy.purged_here import PurgedHere, purged_here
from facilitui.core.privacy.purging import blanked
from tests.core.documents import document
from tests.core.journals.test_journal_merging import (
    START,
    WHOLE,
    Months,
    after,
    broken,
    months,
    saved,
)

MONTH = "2026-01.json"
FIELDS = ("id", "rev", "kind", "made_at", "prev", "after", "body", "salt", "body_hash", "hash")


def hurt(document: Document, name: str) -> Document:
    """A document with one field that is not as it was."""
    value = document[name]
    return {**document, name: value + 1 if isinstance(value, int) else f"{value}x"}


def test_the_document_of_that_number_is_none_if_it_is_another_one() -> None:
    """Numbers are given anew where a month was lost: a newer entry has that of an older one."""
    new: Document = {**WHOLE[5], "body": '{"n":"damaged"}'}
    made = merged({MONTH: {"1": new}}, {MONTH: {"1": WHOLE[0]}}, mend=True)
    assert (len(made.healed), made.beyond) == (0, [(MONTH, "1")])
    assert new in made.months[MONTH].values() and WHOLE[0] in made.months[MONTH].values()


@given(n=st.sampled_from(sorted(WHOLE)), name=st.sampled_from(FIELDS))
def test_whatever_was_altered_is_told_first_and_mended_when_asked(n: int, name: str) -> None:
    """Never does the same document stand there twice, in whichever order both are asked for."""
    own = months({**WHOLE, n: hurt(WHOLE[n], name)})
    told = merged(own, months(WHOLE), mend=False)
    assert (told.months, told.lines, len(told.altered)) == ({}, [], 1)
    made = merged(own, months(WHOLE), mend=True)
    assert (len(made.healed), made.lines, made.altered) == (1, [], [])
    assert broken(after(own, made)) == []
    assert after(own, made) == after(months(WHOLE), merged(months(WHOLE), {}, mend=False))


def test_words_that_are_here_already_are_not_put_there_once_more() -> None:
    """As where a restore had imported the whole one beside the one that was altered."""
    own = months({**WHOLE, 4: hurt(WHOLE[4], "hash")})
    own["2026-09.json"] = {"1": imported(WHOLE[4], START, link(WHOLE[11]))}
    made = merged(own, months(WHOLE), mend=True)
    assert (len(made.healed), made.altered, made.months) == (0, [("2026-02.json", "2")], {})


@given(note=st.sampled_from(("at", "after", "hash")), name=st.sampled_from((*FIELDS, "")))
def test_an_altered_note_of_an_import_is_mended_by_that_of_the_backup(note: str, name: str) -> None:
    """With whatever else was altered of that document."""
    whole = dict(enumerate(saved(6))) | {6: imported(WHOLE[7], START, link(saved(6)[5]))}
    bad = {**whole[6], "imported": hurt(whole[6]["imported"], note)}
    own = months({**whole, 6: hurt(bad, name) if name else bad})
    told = merged(own, months(whole), mend=False)
    assert (told.months, told.lines, len(told.altered)) == ({}, [], 1)
    assert merged(own, months(whole), mend=True).months["2026-03.json"]["1"] == whole[6]


def test_an_altered_note_is_left_where_the_backup_knows_of_no_import() -> None:
    """Without one the document would stand in the place that it has in another journal."""
    note = imported(WHOLE[7], START, link(WHOLE[5]))
    own = months({0: {**note, "imported": hurt(note["imported"], "at")}})
    made = merged(own, months({7: WHOLE[7]}), mend=True)
    assert (len(made.healed), made.altered, made.months) == (0, [(MONTH, "1")], {})


def test_what_was_purged_here_comes_back_as_an_envelope_alone() -> None:
    """So that the chain is whole, and no word of it is there."""
    backup = months(WHOLE)
    purged = purged_here([document("purge-1", "purge", entries=["e1"])])
    made = merged({}, backup, mend=False, purged=purged)
    rows = dict(after({}, made))
    assert broken(list(rows.items())) == [] and made.purged == 4
    assert all((each["body"] == "") is (each["id"] == "e1") for each in rows.values())


@pytest.mark.parametrize("unread", [(), ("journal/2026-05.json",)])
def test_a_blank_one_is_mended_unless_a_purge_may_have_named_it(unread: tuple[str, ...]) -> None:
    """Blanked outside the program it takes its words again."""
    own = months({**WHOLE, 3: {**WHOLE[3], "body": "", "salt": ""}})
    made = merged(own, months(WHOLE), mend=True, purged=PurgedHere(unread=unread))
    assert len(made.healed) == (not unread)


def test_what_is_altered_in_the_backup_does_not_come_among_what_is_here() -> None:
    """A month that is not here at all is taken as it is, and told."""
    backup = months({**WHOLE, 0: hurt(WHOLE[0], "body"), 4: hurt(WHOLE[4], "body")})
    made = merged(months({1: WHOLE[1], 2: WHOLE[2]}), backup, mend=False)
    assert (made.refused, made.spoilt) == ([(MONTH, "1")], [("2026-02.json", "2")])
    assert made.months["2026-02.json"]["2"] == backup["2026-02.json"]["2"]


@pytest.mark.parametrize("strange", [{"id": [1]}, {"id": "a", "rev": {"a": 1}}, {"rev": [2]}])
def test_whatever_another_program_wrote_stops_nothing(strange: Document) -> None:
    """Lists and objects where names belong are kept as they are."""
    backup: Months = {MONTH: {**months(WHOLE)[MONTH], "9": strange}}
    for here in ({}, months({0: WHOLE[0]})):
        made = merged(here, backup, mend=True)
        assert strange in made.months[MONTH].values() and not made.refused


def test_a_long_chain_that_cannot_be_joined_is_gone_through_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Here as an import is what its first document is: each next one follows none that is here."""
    chain = dict(enumerate(saved(400, entries=400)))
    looked = 0

    def counted(document: Document) -> str:
        nonlocal looked
        looked += 1
        return link(document)

    monkeypatch.setattr(journal_merging, "link", counted)
    here = {"2026-01.json": {"1": imported(chain[0], START, "ab" * 32)}}
    made = merged(here, months(chain), mend=False)
    assert len(made.lines) == 399 and looked < 5 * 400


def test_words_that_come_back_over_none_are_told() -> None:
    """No record tells of it any more, and yet it may have been purged."""
    own = months({**WHOLE, 4: blanked(WHOLE[4]), 5: hurt(WHOLE[5], "body")})
    made = merged(own, months(WHOLE), mend=True)
    ((place, entry),) = made.said_again
    assert len(made.healed) == 2 and place in made.healed and entry == WHOLE[4]["id"]
    assert merged(own, months(WHOLE), mend=False).said_again == []
