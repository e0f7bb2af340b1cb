"""What the record of a purge says holds only as far as it is so in the journal that it lies in."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from facilitui.core.journals.journal import Document, imported, make_document
from facilitui.core.privacy.purge_records import explaining, purges, still_here
from facilitui.core.privacy.purged_here import purged_here
from facilitui.core.privacy.purging import blanked, seal_of
from facilitui.core.sealing import GENESIS
from tests.core.documents import document
from tests.core.making import START

LATER = START + timedelta(hours=1)


def record(**body: Any) -> Document:
    """That of a purge of the session s with its debrief."""
    told = {"entries": ["a"], "sessions": ["s"], "begun_at": START.isoformat()}
    return document("purge-1", "purge", **{**told, **body})


SAYS = document("a", session="s", learned="in confidence")
FOREIGN = imported(record(), LATER, GENESIS)
COME_BLANK = imported(blanked(SAYS), LATER, GENESIS)
OTHER = document("b", session="s", learned="more of it")
"""About the same session, and not here when the purge was made."""


def revision(last: Document, made_at: datetime = START, **body: Any) -> Document:
    """The next of an entry."""
    return make_document(
        entry_id=last["id"],
        kind=last["kind"],
        body=body,
        made_at=made_at,
        salt="ab" * 16,
        last=last,
        after=GENESIS,
    )


FILE: dict[str, Any] = {"session": "s", "file_hash": "f" * 64}
MOVED = revision(OTHER, session="t")
SINCE = {**OTHER, "made_at": LATER.isoformat()}


@pytest.mark.parametrize(
    ("here", "logs", "entries", "sessions", "still"),
    [
        ([record(), blanked(SAYS)], {"s": False}, {"a"}, {"s"}, ()),
        ([record()], {}, {"a"}, {"s"}, ()),
        ([record(), SAYS], {"s": True}, set(), set(), ("s",)),
        ([record(), SAYS], {}, set(), set(), ("s",)),
        ([record(), SAYS], {"s": False}, set(), {"s"}, ("a",)),
        ([record(), blanked(SAYS)], {"s": True}, {"a"}, set(), ("s",)),
        ([FOREIGN, COME_BLANK], {"s": False}, {"a"}, {"s"}, ()),
        ([FOREIGN, blanked(SAYS)], {"s": False}, set(), {"s"}, ()),
        ([FOREIGN], {}, set(), set(), ()),
        ([FOREIGN, SAYS], {"s": True}, set(), set(), ("s",)),
        ([FOREIGN, COME_BLANK], {}, {"a"}, set(), ()),
        ([FOREIGN, blanked(SAYS)], {}, set(), set(), ()),
        ([record(), blanked(SAYS), OTHER], {"s": False}, {"a"}, {"s"}, ("s",)),
        ([record(), blanked(SAYS), OTHER, MOVED], {"s": False}, {"a"}, {"s"}, ()),
        ([record(), blanked(SAYS), SINCE], {"s": False}, {"a"}, {"s"}, ()),
    ],
)
def test_what_counts_as_purged_here(
    here: list[Document],
    logs: dict[str, bool],
    entries: set[str],
    sessions: set[str],
    still: tuple[str, ...],
) -> None:
    """What is blank, and of what is not here what a record of this journal names."""
    found = purged_here(here, logs=logs)
    assert found.entries == entries and found.sessions == sessions
    assert tuple(name for name, _ in still_here(here, logs)) == still


def test_files_count_only_where_all_of_a_purge_was_done_here() -> None:
    """And only those that a purge may delete."""
    paths = ["plans/mine.toml", "plans/.history/mine.1.toml", "reviews/ana", "reviews/.."]
    own, kept = record(paths=paths), frozenset(paths[1:3])
    for here, found in (
        ([own, blanked(SAYS)], kept),
        ([own, SAYS], frozenset()),
        ([imported(own, LATER, GENESIS)], frozenset()),
    ):
        assert purged_here(here).paths == found
    assert purged_here([own], [own]).paths == frozenset()
    assert purged_here([own], [imported(own, LATER, GENESIS)]).paths == kept


def test_what_was_written_anew_is_not_what_was_purged() -> None:
    """Neither does it show that nothing was, nor does a backup bring it back without its words."""
    first = blanked(SAYS)
    anew = revision(first, LATER, session="s", learned="anew")
    found = purged_here([record(), first], [record(), first, anew])
    assert found.entries == {"a"} and found.says(SAYS) and not found.says(anew)
    for unaware in ([], [first, anew], [FOREIGN, first, anew], [record(), SAYS, anew]):
        assert purged_here([record(), first], unaware).says(anew)
    assert not purges([record(), first, anew])[0].still


@pytest.mark.parametrize("said", [[], [SAYS], [blanked(SAYS)]])
def test_an_import_leaves_out_what_was_purged_here_alone(said: list[Document]) -> None:
    """What was purged on another machine and is here goes on; what is later, as that knows it."""
    newer = document("b", session="s", learned="more")
    assert bool(purged_here([record(), *said]).why(newer)) is (SAYS not in said)
    assert not purged_here([FOREIGN, *said]).why(newer)
    later, known = {**newer, "made_at": LATER.isoformat()}, [record(), COME_BLANK]
    assert bool(purged_here([record(), *said]).why(later)) is (SAYS not in said)
    assert not purged_here([record(), *said], known).why(later)


def test_entries_about_a_purged_session_are_purged_whatever_the_record_names() -> None:
    """With what was asked about them; those about another session now are not."""
    asked = document("question-1", "question", about="b", passage="more of it")
    packed = [SAYS, OTHER, asked, SINCE]
    found = purged_here([record()], packed, logs={"s": False})
    assert [found.of(each) for each in packed] == ["a", "s", "s", "s"]
    found = purged_here([record()], [record(), SINCE], logs={"s": False})
    assert not found.of(SINCE) and found.of(OTHER)
    found = purged_here([record()], [OTHER, MOVED], logs={"s": False})
    assert not found.says(OTHER) and not found.says(MOVED)


def test_a_copy_belongs_to_who_names_it_now() -> None:
    """Attached again after its purge it is not what was purged; nor what an entry here has."""
    first = document("attachment-1", "attachment", **FILE)
    blank = blanked(first)
    again = revision(blank, LATER, **FILE)
    let_go = revision(again, LATER + timedelta(hours=1), **FILE, removed=True)
    told = record(entries=["attachment-1"], sessions=[])
    copy = {"f" * 64}
    assert purged_here([told, blank], [first]).copies == copy
    assert not purged_here([told, blank], [told, blank, again]).copies
    assert not purged_here([told, blank, again], [first]).copies
    assert purged_here([told, blank, again, let_go], [first]).copies == copy
    assert purged_here([told, blank], [told, first]).copies == copy


def test_a_draft_of_a_backup_of_after_the_purge_is_none_that_was_purged() -> None:
    """Unless something from before it stands there, or that backup took the record from a file.

    Nor is one that another machine had already, which took the record with a backup.
    """
    told, blank = record(), blanked(SAYS)
    for packed, is_gone in (
        ([OTHER], True),
        ([told, blank], False),
        ([told, blank, SINCE], False),
        ([told, blank, OTHER], True),
        ([FOREIGN, COME_BLANK], True),
    ):
        found = purged_here([told, blank], packed)
        assert bool(found.of_draft("debrief-s", {}, LATER)) is is_gone
        assert bool(found.of_draft("a", None, LATER)) is is_gone
        assert bool(found.of_draft("half", {"session": "s"}, LATER)) is is_gone
        assert found.of_draft("a", None) and found.of_draft("half", {"session": "s"}, START)
        assert bool(found.of_draft("scores-b", {}, LATER)) is (OTHER in packed)
        assert not found.of_draft("half", {"session": []})


def test_a_record_explains_what_it_blanked_however_either_came() -> None:
    """Not an own revision that it never knew; one without seals goes by the entry."""
    more = revision(SAYS, learned="more")
    seals = [seal_of(SAYS)]
    for told, came, mine, explained in (
        (record(revisions=seals), SAYS, more, {SAYS["hash"], more["hash"]}),
        (imported(record(revisions=seals), LATER, GENESIS), SAYS, more, {SAYS["hash"]}),
        (imported(record(revisions=["f" * 16]), LATER, GENESIS), SAYS, more, set()),
        (FOREIGN, SAYS, more, {SAYS["hash"], more["hash"]}),
    ):
        for noted in (False, True):
            blank = blanked(came)
            first = imported(blank, LATER, GENESIS) if noted else blank
            found = purged_here([told, first, mine])
            has = {each["hash"] for each in (first, blanked(mine)) if found.explains(each)}
            assert has == explained | ({came["hash"]} if noted else set())


def test_own_words_come_back_though_a_purge_of_others_named_them() -> None:
    """What they blanked came here blank; what it does not have of that was never purged here."""
    mine, theirs = SAYS, revision(SAYS, learned="theirs")
    told = imported(record(revisions=list(map(seal_of, (mine, theirs)))), LATER, GENESIS)
    here = [told, imported(blanked(theirs), LATER, GENESIS)]
    for unread in ((), ("a month is missing",)):
        assert not purged_here(here, [told, mine], unread).says(mine)
    assert purged_here([*here, blanked(mine)]).explains(blanked(mine))


def test_what_a_record_names_was_purged_whatever_clocks_said() -> None:
    """A clock that was put back makes nothing of it new."""
    late = {**SAYS, "made_at": LATER.isoformat()}
    told = record(revisions=[seal_of(late)])
    assert purged_here([told], [told]).says(late)
    assert purges([told, late])[0].still == ("s",)


def test_only_records_that_explain_what_is_blank_of_some_entries_are_found() -> None:
    """Not those that name others, nor where nothing of them is blank."""
    one, other = document("e1", n=1), document("e2", n=1)
    of = {each["id"]: seal_of(each) for each in (one, other)}
    records = [
        document(f"purge-{name}", "purge", entries=[name], revisions=[of[name]]) for name in of
    ]
    every = [blanked(one), blanked(other), *records, document("e3")]
    assert explaining(every, {"e1", "e3"}) == {"purge-e1"}
    assert explaining(every, {"e3"}) == explaining([one, *records], {"e1"}) == frozenset()
