"""Finding in the journal: what a plain scan finds, at any stage of learning, and what was meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from facilitui.core.journals import entries
from facilitui.core.journals.journal_facets import DATE, facets_of
from facilitui.core.journals.journal_index import A_PIECE, Found, JournalIndex
from facilitui.core.journals.journal_query import Query, parse
from facilitui.core.journals.journal_rows import EntryRow
from facilitui.core.search import folded, folded_line
from tests.core.making import HOSTILE
from tests.core.strategies import texts

WORDS = (
    *("wait", "waited", "feedback", "teachers", "teacher's", "the", "well-being", "a", "silence"),
    *(
        "Gespräch",
        "Größe",
        "niño",
        "José",
        "İstanbul",
        "ışık",
        "e\u0301te\u0301",
        "教室で何が",
        "教室",
    ),
    *("[Q1]", "%", HOSTILE),
)
PEOPLE = ("Ana María", "Jürgen Groß", "İpek Şen", "田中", "Ben")
ROLES = ("apprentice", "facilitator", "co_facilitator")
NEWEST = datetime(2026, 11, 3, 12, tzinfo=UTC)


def row(at: int, said: str, kind: str = "debrief", **body: Any) -> EntryRow:
    when = NEWEST - timedelta(days=20 * at)
    return EntryRow(
        id=f"e-{at}",
        kind=kind,
        revision="",
        label="",
        title="",
        when=when,
        line="",
        door=False,
        session="",
        lens="",
        text=folded_line(said),
        facets=facets_of(kind, body, when, None),
    )


said = st.lists(st.sampled_from(WORDS) | texts, max_size=6).map(" ".join)
made = st.builds(
    row,
    st.integers(0, 40),
    said,
    st.sampled_from([*entries.KINDS, "sketch"]),
    my_role=st.sampled_from(ROLES),
    with_whom=st.sampled_from(PEOPLE),
)
journals = st.lists(made, max_size=12).map(
    lambda rows: [replace(each) for _ in range(6) for each in rows]
)
"""Of more rows than are learnt at once, so that every way of looking is gone."""
parts = st.sampled_from(WORDS).flatmap(
    lambda word: st.tuples(st.just(word), st.integers(0, 3), st.integers(1, 6)).map(
        lambda cut: cut[0][cut[1] : cut[1] + cut[2]]
    )
)
filters = st.sampled_from(
    [
        "role:app",
        "role:facilitator",
        "person:gross",
        'person:"ana mar',
        "kind:s",
        "date:2026",
        "date:<2026-10",
        "role:app,co",
        "person:gross,ben",
        "date:2026-10,2025",
    ]
)
queries = st.lists(parts | filters | texts, max_size=4).map(" ".join).map(parse)


def scanned(rows: Sequence[EntryRow], query: Query) -> list[EntryRow]:
    found = []
    for each in rows:
        fits = all(word in each.text for word in query.words)
        for asked in query.filters:
            facets = each.facets
            fits &= any(
                one.days.has(facets.day)
                if one.days
                else one.folded in getattr(facets, one.name).folded
                for one in asked.each
            )
        if fits:
            found.append(each)
    return found


def learnt(rows: Sequence[EntryRow]) -> JournalIndex:
    index = JournalIndex(rows)
    while index.learn():
        pass
    return index


def search(rows: Sequence[EntryRow], line: str) -> Found:
    return learnt(rows).find(parse(line))


@given(journals, queries, st.integers(0, 80), st.sampled_from(["", "debrief", "other"]))
def test_what_a_scan_finds_is_found(
    rows: list[EntryRow], query: Query, so_far: int, group: str
) -> None:
    """In its order, however much was learnt; counted by groups and months."""
    index = JournalIndex(rows)
    index.learn(so_far)
    expected = scanned(rows, query)
    found = index.find(query, group)
    if expected:
        shown = [each for each in expected if group in ("", entries.group_of(each.kind))]
        assert list(map(id, found.rows)) == list(map(id, shown))
        assert found.counts == Counter(entries.group_of(each.kind) for each in expected)
        assert found.months == Counter(each.facets.day[:7] for each in shown)
        assert list(found.months) == sorted(found.months, reverse=True)
        assert (found.words, found.filters) == (query.words, query.filters)
        assert not found.corrected and not found.pending
    else:
        assert not found.rows or found.corrected
    assert found.trouble or index.complete or expected or found.pending == bool(query.words)
    unsure = index.find(query, group, sure=False)
    assert (unsure.rows, unsure.hint, unsure.corrected) == (found.rows if expected else (), "", ())
    assert unsure.trouble == query.trouble and unsure.pending == (
        not expected and not query.trouble
    )


@given(journals, st.lists(queries, max_size=5), st.text("waitgesprächrole:app ", max_size=9))
def test_what_was_asked_before_changes_nothing(
    rows: list[EntryRow], before: list[Query], typed: str
) -> None:
    """A line that grows or shrinks letter by letter finds what a new index finds."""
    index = JournalIndex(rows)
    lines = [typed[:at] for at in (*range(len(typed) + 1), 3, 1)]
    for so_far, query in enumerate((*before, *map(parse, lines))):
        anew = JournalIndex(rows)
        anew.learn(9 * so_far)
        assert index.find(query) == anew.find(query)
        index.learn(9)


@given(journals, journals, queries, st.integers(0, 80))
def test_rows_that_come_and_go(
    rows: list[EntryRow], others: list[EntryRow], query: Query, so_far: int
) -> None:
    """What the index of other rows finds is what one made anew finds, and learning goes on."""
    index = JournalIndex(rows)
    index.learn(so_far)
    now = [*others, *rows[len(rows) // 3 :]]
    changed = index.with_rows(now)
    expected = list(map(id, scanned(now, query)))
    assert not expected or list(map(id, changed.find(query).rows)) == expected
    while changed.learn():
        pass
    assert changed.complete and changed.find(query) == learnt(now).find(query)
    before = scanned(rows, query)
    assert not before or list(index.find(query).rows) == before


def test_one_new_row_costs_no_new_learning() -> None:
    """It is learnt at once, so words are corrected as before; what is gone is not offered."""
    rows = [row(at, f"word{at:03} silence", my_role="mentor") for at in range(4 * A_PIECE)]
    index = JournalIndex(rows)
    assert [index.learn(), index.complete] == [True, False]
    assert index.with_rows(rows).learn(3 * A_PIECE - 1) and index.find(parse("silense")).pending
    assert not index.with_rows(rows).learn(1)
    while index.learn():
        pass
    new = row(0, "consultancy")
    changed = index.with_rows([new, *rows[1:]])
    assert changed.complete and not changed.learn()
    assert changed.find(parse("consultensy")).rows == (new,)
    assert not changed.with_rows(rows[1:]).find(parse("consultensy")).rows


def test_a_word_that_is_there_no_more_is_not_meant() -> None:
    """It stands in the way of none that is there."""
    rows = [row(0, "teachers"), row(1, "teachers"), row(2, "teaches"), row(3, "x"), row(4, "x")]
    index = learnt(rows)
    assert index.find(parse("teachres")).words == ("teachers",)
    found = index.with_rows(rows[2:]).find(parse("teachres"))
    assert (found.words, found.rows) == (("teaches",), (rows[2],))


telling = st.sampled_from(
    ["feedback", "teachers", "silence", "gesprach", "grosse", "istanbul", "protocol", "consultancy"]
)


@given(telling, st.data())
def test_a_word_with_one_slip_is_found(word: str, data: st.DataObject) -> None:
    """A letter too many, too few, wrong, or two of them swapped; and the other words stay."""
    at = data.draw(st.integers(0, len(word) - 2))
    letter = data.draw(st.sampled_from("aeioxqé"))
    slip = data.draw(
        st.sampled_from(
            [
                word[:at] + letter + word[at:],
                word[:at] + word[at + 1 :],
                word[:at] + letter + word[at + 1 :],
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            ]
        )
    )
    assume(folded(slip) not in word)
    rows = [row(0, f"quiet {word} room"), row(1, "quiet garden"), row(2, "nothing of it")]
    found = search(rows, f"room {slip} quiet")
    assert found.rows == (rows[0],)
    assert found.corrected == ((folded(slip), word),)
    assert found.words == ("room", word, "quiet")


@pytest.mark.parametrize(
    ("line", "corrected", "places"),
    [
        ("wiat", (("wiat", "wait"),), [0, 2]),
        ("fedback", (("fedback", "feedback"),), [0, 1]),
        ("gesprech größte", (("gesprech", "gesprach"), ("grosste", "grosse")), [3]),
        ("nino josse", (("josse", "jose"),), [4]),
        ("(feedbakc)", (("(feedbakc)", "feedback"),), [0, 1]),
        ("feedback niño", (), []),
        ("xyzzy", (), []),
        ("xyzzy fedback", (), []),
        ("fedback niño", (), []),
        ("教师", (), []),
        ("教室", (), [5]),
        ("feedbac7", (), []),
        ("-wiat", (), []),
        ("+fedback", (), []),
        ("unwait unfeedback", (), []),
        ("kind:debreif,zz", (("kind:debreif", "kind:debrief"),), [0, 2]),
        ("role:aprentice", (("role:aprentice", "role:apprentice"),), [0]),
        ('person:"ana mria"', (('person:"ana mria"', 'person:"Ana María"'),), [1]),
        ("person:jurgin", (("person:jurgin", "person:Jürgen"),), [3]),
        ("kind:debreif wiat", (("kind:debreif", "kind:debrief"), ("wiat", "wait")), [0, 2]),
    ],
)
def test_what_was_meant(
    line: str, corrected: tuple[tuple[str, str], ...], places: list[int]
) -> None:
    """Only what occurs nowhere is corrected, the nearer first; else nothing is found."""
    rows = [
        row(0, "Wait for feedback", my_role="apprentice"),
        row(1, "feedbacks", "feedback", with_whom="Ana María"),
        row(2, "wait"),
        row(3, "Gespräch, Größe", "scores", with_whom="Jürgen Groß"),
        row(4, "El niño, José", "scores"),
        row(5, "教室で何が起きたか", "sketch"),
    ]
    found = search(rows, line)
    assert found.corrected == corrected
    assert [rows.index(each) for each in found.rows] == places


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("techer’s", "teacher's"), ("teachers'", ""), ("dont", "don't"), ("ecoel", "ecole")],
)
def test_words_with_apostrophes(typed: str, meant: str) -> None:
    """Curly or straight, they are words like others; so is what stands beside one."""
    rows = [row(0, "The teacher’s garden: don’t. L'école. Teachers’ room"), row(1, "x")]
    found = search(rows, typed)
    assert found.rows == (rows[0],)
    assert found.corrected == (((folded(typed), meant),) if meant else ())


def test_the_more_frequent_of_two_as_near_is_meant() -> None:
    """Where a slip could come from either."""
    rows = [row(0, "steam"), row(1, "stead"), row(2, "stead")]
    assert search(rows, "steaq").corrected == (("steaq", "stead"),)


@pytest.mark.parametrize(
    ("line", "trouble"),
    [
        ("role:wizard", "no role is called “wizard”: the journal has mentor, apprentice"),
        ("person:zz", "nobody is called “zz”: the journal has Ana"),
        ("kind:zz wait", "no kind of entry is called “zz”: the journal has debrief"),
        ("protocol:x", "no protocol is called “x”: the journal has none"),
        ("role:wizard,zz", "no role is called “wizard”: the journal has mentor, apprentice"),
    ],
)
def test_a_value_that_nothing_has_is_told(line: str, trouble: str) -> None:
    """With what there is; nothing is found, and no word is corrected for it."""
    rows = [
        row(0, "x", my_role="mentor", with_whom="Ana"),
        row(1, "x", my_role="mentor"),
        row(2, "x", my_role="apprentice"),
    ]
    found = search(rows, line)
    assert (found.rows, found.corrected, found.trouble) == ((), (), trouble)
    assert not found.pending


@pytest.mark.parametrize(
    ("line", "hint", "count"),
    [
        ("x", "", 2),
        ("role:", "“role:” waits for a value: apprentice, mentor", 2),
        ("goal: x", "no goal", 0),
        ("goal:", "“goal:” waits for a value: there is none yet", 2),
        ("x date:20", "“date:20” is no date yet: write 2026, 2026-11", 2),
        ("tag:foo", "there is no filter “tag:”; there are role: person: goal: protocol:", 0),
        ("see:x", "", 1),
    ],
)
def test_what_filters_nothing_is_told(line: str, hint: str, count: int) -> None:
    """With what there is; that a word is no filter only where nothing has it."""
    rows = [row(0, "x see:x", my_role="mentor"), row(1, "x", my_role="apprentice")]
    found = search(rows, line)
    told = found.hint or found.trouble
    assert len(found.rows) == count
    assert told.startswith(hint) and bool(told) == bool(hint)


def test_a_date_that_is_none_shows_nothing() -> None:
    """Everything would look like an answer; it is told, and another date beside it holds."""
    rows = [row(0, "wait")]
    found = search(rows, "wait date:soon")
    assert not found.rows and not found.pending and "is no date" in found.trouble
    assert search(rows, "wait date:soon,2026").rows == tuple(rows)


def test_until_all_is_learnt_nothing_is_corrected() -> None:
    """And that is told where nothing is found, then only."""
    rows = [row(at, "silence") for at in range(3)]
    index = JournalIndex(rows)
    assert index.find(parse("silense")).pending and not index.find(parse("silence")).pending
    assert index.learn(2) and index.find(parse("silense")).pending
    assert not index.learn(2) and len(index.find(parse("silense")).rows) == 3


@given(
    st.integers(0, 3 * A_PIECE), st.sampled_from(["silence", "silen", "garden s", "x-y", "教室"])
)
def test_what_is_not_learnt_yet_is_found(so_far: int, line: str) -> None:
    """Beside what is, in the same order."""
    rows = [row(at, ("Silence, garden x-y", "教室で", "nothing")[at % 3]) for at in range(150)]
    index = JournalIndex(rows)
    index.learn(so_far)
    assert list(index.find(parse(line)).rows) == scanned(rows, parse(line))


@given(st.lists(filters | st.sampled_from(["date:2025", "date:2026-10", "role:fac"]), min_size=2))
def test_each_filter_is_asked_anew(lines: list[str]) -> None:
    """One that has another value is no narrower than the one before."""
    rows = [row(at, "x", my_role=ROLES[at % 3], with_whom=PEOPLE[at % 5]) for at in range(40)]
    index = JournalIndex(rows)
    for line in lines:
        assert list(index.find(parse(line)).rows) == scanned(rows, parse(line))


def test_what_the_journal_has() -> None:
    """Most frequent first; of dates the newest first."""
    rows = [row(0, "", with_whom="Ben"), row(1, "", with_whom="Ana"), row(20, "", with_whom="Ana")]
    index = JournalIndex(rows)
    assert index.known("person") == ("Ana", "Ben")
    assert index.known(DATE) == ("2026-11", "2026-10", "2026", "2025-09", "2025")
    assert index.known("goal") == ()
    assert JournalIndex([]).find(parse("x role:y")).rows == ()
