"""The journal's search line: nothing that is typed is wrong, and tab says what it will mean."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.journals.journal_days import Days, days_told
from facilitui.core.journals.journal_facets import FILTERS, NAMED
from facilitui.core.journals.journal_pieces import settled
from facilitui.core.journals.journal_query import Query, completions, next_completion, parse
from facilitui.core.search import folded
from tests.core.making import HOSTILE
from tests.core.strategies import texts

TODAY = date(2026, 11, 23)
MONTHS = (
    "jan",
    "february",
    "mar",
    "apr",
    "may",
    "june",
    "july",
    "aug",
    "sept",
    "oct",
    "nov",
    "dec",
)
SAYABLE = (
    *("today", "yesterday", "this week", "last month", "last-year", "nov", "november 2025"),
    *("11/2026", "2026/11/03", "may..november 2026", ">=last_month"),
    *("3 november 2025", "3rd of nov", "nov 3 2025", "03.11.2026", "11.2026", "3.11..5 nov"),
)
VALUES = {
    "role": ("apprentice", "co-facilitator", "mentor"),
    "person": ("Ana María", "İpek", "Jürgen Groß", 'Ben "B" Lee', "田中 先生", "Ana"),
    "date": ("2026", "2026-11"),
}
pieces = st.sampled_from(
    [
        "rol",
        "role:",
        "ROLE:app",
        'person:"Ana Ma',
        '"',
        '""',
        "wait",
        "date:2026",
        "  ",
        ":",
        "日本",
    ]
)
lines = st.lists(pieces | texts, max_size=5).map(" ".join) | st.text()


def known(name: str) -> tuple[str, ...]:
    return VALUES.get(name, ())


def conditions(query: Query) -> list[tuple[str, str]]:
    return [(each.name, each.folded) for each in query.filters]


def compared(value: str) -> str:
    return " ".join(folded(value).split())


@given(lines)
def test_whatever_is_typed_is_understood(line: str) -> None:
    """And what was understood can be written, to be understood as the same."""
    query = parse(line)
    assert all(word and word == folded(word).strip() for word in query.words)
    assert all(each.folded and each.name in FILTERS for each in query.filters)
    again = parse(query.written)
    assert (again.words, conditions(again)) == (query.words, conditions(query))


@given(st.text())
def test_a_line_without_filters_and_quotes_is_its_words(line: str) -> None:
    """Folded, in their order."""
    plain = line.replace(":", " ").replace("：", " ").replace('"', " ")
    assert parse(plain) == Query(tuple(folded(plain).split()))


@pytest.mark.parametrize(
    ("line", "words", "filters"),
    [
        ("rol", ("rol",), []),
        ("role:", (), []),
        ("role: wait", (), [("role", "wait")]),
        ('person:  "ana maria" x', ("x",), [("person", "ana maria")]),
        ("role: date:2026", (), [("date", "2026")]),
        ("wait role: ", ("wait",), []),
        ("Role:APPRENTICE wait", ("wait",), [("role", "apprentice")]),
        ("role:a role:b", (), [("role", "a"), ("role", "b")]),
        ('person:"Ana  María" x', ("x",), [("person", "ana maria")]),
        ('person:"Ana Mar', (), [("person", "ana mar")]),
        ('person:"Ben ""B"" Lee"x', ("x",), [("person", 'ben "b" lee')]),
        ('person:"" goal:"', (), []),
        ("http://x 15:30 note: a:b", ("http://x", "15:30", "note:", "a:b"), []),
        ("GOAL:GROẞ", (), [("goal", "gross")]),
        ("KİND:Debrief", (), [("kind", "debrief")]),
        ("role：田中", (), [("role", "田中")]),
        ("goal:e\u0301", (), [("goal", "e")]),
        ('"wait time"', ("wait time",), []),
        ('"role:x', ("role:x",), []),
        ('5" ruler', ('5"', "ruler"), []),
    ],
)
def test_words_and_filters(line: str, words: tuple[str, ...], filters: list[object]) -> None:
    """What is no filter is a word; quotes hold blanks together, those not closed to the end."""
    query = parse(line)
    assert (query.words, conditions(query), query.trouble) == (words, filters, "")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-11", "2026-11-01", "2026-11-30"),
        ("2028-2", "2028-02-01", "2028-02-29"),
        ("2026-11-03", "2026-11-03", "2026-11-03"),
        ("2026-09..2026-11", "2026-09-01", "2026-11-30"),
        ("2026-11..2026-09", "2026-09-01", "2026-11-30"),
        ("2026-11..2026", "2026-11-01", "2026-12-31"),
        ("2026-09..", "2026-09-01", "9999-12-31"),
        ("..2026-09", "0001-01-01", "2026-09-30"),
        (">2026-09", "2026-10-01", "9999-12-31"),
        (">=2026-09", "2026-09-01", "9999-12-31"),
        ("<2026-03", "0001-01-01", "2026-02-28"),
        ("<=2026", "0001-01-01", "2026-12-31"),
        ("２０２６", "2026-01-01", "2026-12-31"),
    ],
)
def test_dates(text: str, first: str, last: str) -> None:
    """A year, a month, a day, from one to another, before and after."""
    (found,) = parse(f"date:{text}").filters
    assert found.days == Days(first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026/11", "2026-11-01", "2026-11-30"),
        ("2026/11/03", "2026-11-03", "2026-11-03"),
        ("11/2026", "2026-11-01", "2026-11-30"),
        ("11-2026", "2026-11-01", "2026-11-30"),
        ("today", "2026-11-23", "2026-11-23"),
        ("Yesterday", "2026-11-22", "2026-11-22"),
        ("this-week", "2026-11-23", "2026-11-29"),
        ("last week", "2026-11-16", "2026-11-22"),
        ("this  Month", "2026-11-01", "2026-11-30"),
        ("last_month", "2026-10-01", "2026-10-31"),
        ("thisyear", "2026-01-01", "2026-12-31"),
        ("last year", "2025-01-01", "2025-12-31"),
        ("nov", "2026-11-01", "2026-11-30"),
        ("November", "2026-11-01", "2026-11-30"),
        ("sept.", "2026-09-01", "2026-09-30"),
        ("dec", "2025-12-01", "2025-12-31"),
        ("Nov 2025", "2025-11-01", "2025-11-30"),
        ("nov-2025", "2025-11-01", "2025-11-30"),
        ("sep..nov", "2026-09-01", "2026-11-30"),
        (">=october", "2026-10-01", "9999-12-31"),
        ("3 nov", "2026-11-03", "2026-11-03"),
        ("3. November 2025", "2025-11-03", "2025-11-03"),
        ("3rd of nov", "2026-11-03", "2026-11-03"),
        ("Nov 3", "2026-11-03", "2026-11-03"),
        ("nov 3 2025", "2025-11-03", "2025-11-03"),
        ("24 nov", "2025-11-24", "2025-11-24"),
        ("29 feb", "2024-02-29", "2024-02-29"),
        ("03.11.2026", "2026-11-03", "2026-11-03"),
        ("3.11.", "2026-11-03", "2026-11-03"),
        ("11.2026", "2026-11-01", "2026-11-30"),
        ("3 nov..5 nov", "2026-11-03", "2026-11-05"),
        ("01.11.2026..5 nov", "2026-11-01", "2026-11-05"),
        (">3 nov", "2026-11-04", "9999-12-31"),
        ("..yesterday", "0001-01-01", "2026-11-22"),
    ],
)
def test_dates_as_one_says_them(text: str, first: str, last: str) -> None:
    """Unquoted; a month without its year is the last that has begun."""
    query = parse(f"x date:{text} wait", TODAY)
    (found,) = query.filters
    assert (found.days, query.words, query.trouble) == (Days(first, last), ("x", "wait"), "")


@given(st.dates(date(2, 1, 1), date(9998, 12, 31)))
def test_periods_by_name_hold_together(today: date) -> None:
    """Whichever day it is: this one has today in it, and the last one ends before it begins."""
    day = today.isoformat()
    for length in ("week", "month", "year"):
        this, last = (days_told(f"{each}{length}", today)[0] for each in ("this", "last"))
        assert this is not None and last is not None and this.has(day)
        assert date.fromisoformat(last.last) + timedelta(1) == date.fromisoformat(this.first)
    for month in MONTHS:
        found = days_told(month, today)[0]
        assert found is not None and found.first <= day
        assert (today - date.fromisoformat(found.first)).days < 366


@given(st.sampled_from(SAYABLE), st.integers(0, 20))
def test_a_date_that_is_being_said_is_no_trouble(whole: str, at: int) -> None:
    """Each beginning of it is a date, or waits for more; so it does where no day is known."""
    assert days_told(whole[:at], TODAY)[1] == days_told(whole[:at])[1] == ""


@given(st.dates(date(1, 1, 2), date(9999, 12, 30)), st.integers(0, 9))
def test_a_date_that_is_being_typed_is_no_trouble(day: date, at: int) -> None:
    """Each beginning of a day has that day in it, or says nothing yet."""
    text = day.isoformat()
    for sign in ("", ">=", "<="):
        days, wrong = days_told(sign + text[:at])
        padded = text[at - 1] in "-0" or at not in (6, 9)
        assert not wrong
        assert days is None or not padded or days.has(text)
    before, after = (day - timedelta(1)).isoformat(), (day + timedelta(1)).isoformat()
    later, earlier = days_told(f">{text}")[0], days_told(f"<{text}")[0]
    assert later is not None and later.has(after) and not later.has(text)
    assert earlier is not None and earlier.has(before) and not earlier.has(text)
    for at in range(11):
        assert days_told(f"{text}..{before[:at]}")[1] == days_told(f"{text}.")[1] == ""


@pytest.mark.parametrize(
    "text", ["soon", "2026-13", "2026-02-30", "3/11/2026", "30 feb 2026", ">>2026", HOSTILE]
)
def test_what_is_no_date_is_told_and_lets_nothing_through(text: str) -> None:
    """In one sentence, which says how dates are written and can be shown anywhere."""
    query = parse(f'wait date:"{text}"')
    (never,) = query.filters
    assert query.words == ("wait",) and never.days is not None
    assert not any(never.days.has(day) for day in ("0001-01-01", "2026-11-03", "9999-12-31", ""))
    assert "is no date: write" in query.trouble and "\x1b" not in query.trouble


@given(lines, st.integers(0, 40))
def test_every_completion_means_what_it_says(line: str, cursor: int) -> None:
    """Of a value: that value, beside all that was asked for already. Of a name: that name."""
    for each in completions(line, min(cursor, len(line)), known):
        assert 0 < each.cursor <= len(each.line)
        written = each.line[: each.cursor]
        if written.endswith(":"):
            assert written.endswith(tuple(f"{name}:" for name in FILTERS))
        else:
            last = parse(written).filters[-1]
            assert last.value in VALUES[last.name]
            assert set(parse(line[:cursor]).words) <= set(parse(each.line).words)


@given(st.sampled_from(NAMED), st.lists(texts.filter(compared), min_size=1), st.data())
def test_any_value_of_the_journal_is_completed(
    name: str, values: list[str], data: st.DataObject
) -> None:
    """From any part of it, quoted where it must be: then it is asked for, and its like."""
    value = compared(data.draw(st.sampled_from(values)))
    start = data.draw(st.integers(0, len(value) - 1))
    part = value[start : data.draw(st.integers(start, len(value)))]
    doubled = part.replace('"', '""')
    line = f'wait {name}:"{doubled}'
    found = completions(line, len(line), lambda _: values)
    asked = {parse(each.line).filters[-1].folded for each in found}
    assert asked == {each for each in map(compared, values) if compared(part) in each}
    assert value in asked


def test_tab_goes_on_to_the_next() -> None:
    """A name, then a value; pressed again the next one, and behind the last the first."""
    line, cursor = "wait per", 8
    made, offered = next_completion(line, cursor, known)
    assert made is not None and made.line == "wait person:" and len(offered) == 1
    seen, offered = [], ()
    for _ in range(7):
        made, offered = next_completion(made.line, made.cursor, known, offered)
        assert made is not None
        seen.append(made.line)
    assert seen[0] == seen[6] == 'wait person:"Ana María" ' and len(set(seen)) == 6
    assert next_completion("zzz", 3, known) == (None, ())


def test_shift_tab_goes_back() -> None:
    """The last one first, then the one before; to and fro comes back to the same."""
    last, offered = next_completion("person:", 7, known, (), -1)
    assert last == offered[-1] and last is not None
    before, _ = next_completion(last.line, last.cursor, known, offered, -1)
    assert before == offered[-2] and before is not None
    assert next_completion(before.line, before.cursor, known, offered)[0] == last
    assert next_completion("zzz", 3, known, (), -1) == (None, ())


@pytest.mark.parametrize(
    ("line", "cursor", "made"),
    [
        ("", 0, [f"{name}:" for name in FILTERS]),
        ("P", 1, ["person:", "protocol:"]),
        ("wait rol", 8, ["wait role:"]),
        ("rol wait", 3, ["role: wait"]),
        ("perhaps", 3, []),
        ("role:x", 2, []),
        ("role:fac wait", 8, ["role:co-facilitator wait"]),
        ("person:ANA", 10, ['person:"Ana María" ', "person:Ana "]),
        ('person:"ana mar', 15, ['person:"Ana María" ']),
        ('person:"ju wait time', 10, ['person:"Jürgen Groß" wait time']),
        ("person:gross", 12, ['person:"Jürgen Groß" ']),
        ("person:ipek", 11, ["person:İpek "]),
        ("person:先", 8, ['person:"田中 先生" ']),
        ("person:lee", 10, ['person:"Ben ""B"" Lee" ']),
        ("date:2026-", 10, ["date:2026-11 "]),
        ("role:mentor,app", 15, ["role:mentor,apprentice "]),
        ("role:app,mentor", 8, ["role:apprentice,mentor"]),
        ("role: app x", 9, ["role: apprentice x"]),
        ("role: wait", 5, [f"role:{each} wait" for each in VALUES["role"]]),
    ],
)
def test_completions(line: str, cursor: int, made: list[str]) -> None:
    """What stands behind the cursor stays; values that begin as was typed come first."""
    assert [each.line for each in completions(line, cursor, known)] == made


@pytest.mark.parametrize(
    ("line", "filters"),
    [
        ("role:host,apprentice", [["host", "apprentice"]]),
        ("role:host,", [["host"]]),
        ("role:,host，mentor wait", [["host", "mentor"]]),
        ('person:"Ana María",ben x', [["ana maria", "ben"]]),
        ('goal:"listen, then speak"', [["listen, then speak"]]),
        ("kind: observation, debrief", [["observation", "debrief"]]),
        ("person:Ana , Bea, wait", [["ana", "bea", "wait"]]),
        ("role:host, kind:scores", [["host"], ["scores"]]),
        ("date:3 nov 2025, 5 nov 2026 wait", [["3 nov 2025", "5 nov 2026"]]),
        ("role: host,mentor role:a", [["host", "mentor"], ["a"]]),
    ],
)
def test_several_values_are_divided_by_commas(line: str, filters: list[list[str]]) -> None:
    """Any of them is enough; in quotes a comma is one."""
    asked = parse(line).filters
    assert [[one.folded for one in each.each] for each in asked] == filters
    assert parse(" ".join(each.written for each in asked)).filters == asked


def test_what_has_no_value_yet_is_known() -> None:
    """It filters nothing; so is what may be meant as a filter, but neither address nor time."""
    assert parse("role: date:20 date:.. person:,").waiting == (
        *("role:", "date:20", "date:..", "person:"),
    )
    assert parse('tag:foo http://x 15:30 a1:x "note:x" Über:x').unknown == ("tag", "uber")


@pytest.mark.parametrize(
    ("line", "cursor", "means"),
    [
        ("role: wait", 5, 'role:"" wait'),
        ("role: wait", 10, "role: wait"),
        ("role:", 5, "role:"),
        ("role:a, wait", 7, 'role:a,"" wait'),
        ("role:a, wait", 12, "role:a, wait"),
    ],
)
def test_behind_the_colon_another_value_is_about_to_be_typed(
    line: str, cursor: int, means: str
) -> None:
    """So the next word stays a word until the cursor is elsewhere."""
    assert settled(line, cursor) == means
