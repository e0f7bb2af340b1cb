"""Files of which nothing is to come any more: nothing waits for them, and they can go."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from facilitui.core.backups.import_told import can_go
from facilitui.core.errors import NotSaved
from facilitui.core.journals.journal_faults import Fault
from facilitui.storage.restoring_months import TO_IMPORT
from tests.storage.full_homes import back_up, bring_back
from tests.storage.journals import DECEMBER, MONTH, diary
from tests.storage.test_journal_gaps import four_months

ASIDE = "2026-09.damaged-1.json"
EMPTY = [b"\0" * 300, b"[]", b"{", b"\xef\xbb\xbf \n", b'{"meta": {"1": {"schema": 1}}, "e": {}}']
WORDS = [b"version of something else", b'{"entries": {"1": {"id": "a']
OTHERS = b'{"_default": {"1": {"text": "my only words"}}}'
NOTHING = [*EMPTY[:4], *WORDS]


@pytest.mark.parametrize("data", NOTHING)
def test_a_file_of_which_nothing_can_be_read_ends_nothing(home: Path, data: bytes) -> None:
    """Whatever else is found is named beside it, once; nothing more is missed for it."""
    folder = four_months(home)
    (folder / "2026-09.json").write_bytes(data)
    last = folder / "2026-11.json"
    last.write_bytes(last.read_bytes().replace(b'"id": "of-11"', b'"id": "of-12"'))
    with diary(home) as journal:
        (told,) = journal.problems()
        assert ("journal import" in told.reason) == (b'"id"' in data)
        assert [each.fault for each in journal.verify()] == [Fault.ALTERED]
        (spent,) = journal.spent()
        assert (spent.name, spent.known) == ("2026-09.json", 0)
        then = (
            "where none has it, open it in an editor" if data in WORDS else "remove the file where"
        )
        assert f"brings the month back from a backup; {then}" in can_go(spent)


def cut_and_altered(folder: Path) -> list[bytes]:
    """A month with one document, cut before that ends; and whole, but for a letter, torn behind."""
    whole = (folder / "2026-09.json").read_bytes()
    return [whole[:-20], whole.replace(b'"id": "of-9"', b'"id": "of-7"').rstrip()[:-2]]


def test_the_only_copy_of_words_is_never_called_nothing(home: Path) -> None:
    """It stays, as all that is left, until somebody looked at it and removes it by hand."""
    folder = four_months(home)
    for data in (*WORDS, OTHERS, *cut_and_altered(folder)):
        (folder / ASIDE).write_bytes(data)
        with diary(home) as journal:
            (spent,) = journal.spent()
            told = can_go(spent)
            assert spent.lost and spent.known == 0 and "remove the file" not in told
            assert "all that is left" in told and "open it in an editor" in told


def test_the_only_copy_of_words_is_never_deleted(home: Path) -> None:
    """Whoever asks for it: what offers it may have looked at another file, or not at all."""
    folder = four_months(home)
    for data in (*WORDS, OTHERS, *cut_and_altered(folder)):
        (folder / ASIDE).write_bytes(data)
        with diary(home) as journal:
            with pytest.raises(NotSaved, match="open it in an editor"):
                journal.drop(journal.spent()[0])
            assert (folder / ASIDE).read_bytes() == data


def test_an_empty_month_is_told_once(home: Path) -> None:
    """What is missing before the next was in it."""
    (four_months(home) / "2026-09.json").write_bytes(b"")
    with diary(home) as journal:
        (told,) = journal.problems()
        assert "is empty" in told.reason and journal.verify() == ()


def test_what_is_missed_elsewhere_is_settled_beside_a_file_that_nothing_comes_of(
    home: Path,
) -> None:
    """Verifying tells of it beside such a file, so going on without it works beside one too."""
    folder = four_months(home)
    (folder / "2026-10.json").unlink()
    (folder / ASIDE).write_bytes(WORDS[0])
    back_up(home, file := home.parent / "b.zip")
    with diary(home) as journal:
        assert [each.place for each in journal.verify()] == ["2026-11.json#1"]
    assert any("missed no longer" in each for each in bring_back(home, file, replace=True).hurt)
    with diary(home) as journal:
        assert journal.verify() == ()


def test_a_restore_tells_of_entries_in_what_it_set_aside(home: Path) -> None:
    """The archive does not have what was saved after it was made."""
    folder = four_months(home)
    back_up(home, file := home.parent / "b.zip")
    with diary(home) as journal:
        journal.save("later", {"n": 1}, datetime(2026, 9, 9, tzinfo=UTC))
        torn = (folder / "2026-09.json").read_bytes()[:-3]
        (folder / "2026-09.json").write_bytes(torn)
    came = bring_back(home, file, replace=True)
    assert came.aside == (ASIDE,) and TO_IMPORT.format(ASIDE) in came.notes
    with diary(home) as journal:
        assert journal.take(torn.decode(), DECEMBER, ASIDE)[:2] == (1, 1)


@pytest.mark.parametrize("data", [b"", *EMPTY])
def test_one_that_was_set_aside_can_go(home: Path, data: bytes) -> None:
    """There is nothing else to be done with it."""
    folder = four_months(home)
    (folder / ASIDE).write_bytes(data)
    with diary(home) as journal:
        (spent,) = journal.spent()
        assert spent.lost == () and can_go(spent).endswith(f"in journal/{ASIDE}: remove the file")
        journal.drop(spent)
        assert journal.problems() == () and journal.verify() == ()


def test_what_may_stand_in_a_torn_month_is_not_missed_as_well(home: Path) -> None:
    """Once all that is whole is taken out of it, what is missing is in no file any more."""
    with diary(home) as journal:
        for each in ("a", "b", "c"):
            journal.save(each)
        journal.save("c", {"n": 2}, DECEMBER)
        (month := journal.folder / MONTH).write_bytes((journal.folder / MONTH).read_bytes()[:-60])
        assert journal.verify() == ()
        assert journal.take(month.read_text(), DECEMBER, MONTH)[0] == 2
        assert [each.fault for each in journal.verify()] == [Fault.MISSING, Fault.REVISION]


def test_a_missing_document_elsewhere_is_told_beside_a_torn_month(home: Path) -> None:
    """It cannot stand there: what was saved between is there, and in another month."""
    folder = four_months(home)
    with diary(home) as journal:
        (folder / "2026-08.json").write_bytes(NOTHING[0])
        (folder / "2026-10.json").unlink()
        assert [each.place for each in journal.verify()] == ["2026-11.json#1"]


def test_a_torn_month_whose_entries_were_imported_goes_with_a_restore(home: Path) -> None:
    """It is set aside once, and no restore after it makes another copy."""
    folder = four_months(home)
    back_up(home, file := home.parent / "b.zip")
    with diary(home) as journal:
        lines = journal.exported()
        torn = (folder / "2026-09.json").read_bytes()[:200]
        (folder / "2026-09.json").write_bytes(torn)
        assert journal.take(lines, DECEMBER)[0] == 1
    assert bring_back(home, file, replace=True).aside == (ASIDE,)
    assert not (folder / "2026-09.json").exists() and (folder / ASIDE).read_bytes() == torn
    assert bring_back(home, file, replace=True).aside == ()
    with diary(home) as journal:
        assert [each.file for each in journal.problems()] == [f"journal/{ASIDE}"]
        (spent,) = journal.spent()
        with pytest.raises(NotSaved, match="is all that is left of what could not be read"):
            journal.drop(spent)
        (folder / ASIDE).unlink()  # by hand, as it says
        assert journal.problems() == () and not any(each.broken for each in journal.verify())
