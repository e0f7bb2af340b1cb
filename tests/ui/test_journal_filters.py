"""Filters in the journal's search line: typed, completed by tab, told in words below it."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.widgets.filter_line import Choices, FilterLine
from facilitui.widgets.journal_asked import choice_line
from tests.ui.driving import HOSTILE, SMALLEST, Driven, driven
from tests.ui.journals import journal, write_entry, write_three


@pytest.fixture
async def filled(home: Path) -> Path:
    """Three debriefs, and one of an apprentice with somebody of two names."""
    await write_three(home)
    told = {"learned": "We named evidence.", "my_role": "apprentice", "with_whom": "Ana María"}
    answer = {"id": "x", "ask": "What next?", "text": "Nobody spoke, and then a heron flew by."}
    await write_entry(home, "Visit", "2026-11-21", answers=[answer], **told)
    return home


def line(app: Driven) -> FilterLine:
    """Where the search is typed."""
    found = journal(app).search_line
    assert isinstance(found, FilterLine)
    return found


@pytest.mark.parametrize("size", SMALLEST)
async def test_what_can_be_asked_is_told_while_nothing_is_typed(
    filled: Path, size: tuple[int, int]
) -> None:
    """In little room all filters, under the line; with the first letter that makes room."""
    async with driven(filled, size, "journal") as app:
        assert "criterion:" not in app.text()
        await app.press("slash")
        assert "role: person: goal: protocol: criterion: kind: date:" in app.text()
        await app.write("w")
        assert "criterion:" not in app.text()


@pytest.mark.parametrize("size", SMALLEST)
async def test_what_a_filter_means_is_told_in_words(filled: Path, size: tuple[int, int]) -> None:
    """And it holds with the words."""
    async with driven(filled, size, "journal") as app:
        await app.press("slash")
        await app.write("role:apprentice named")
        assert "Entries of the role apprentice, with “named”" in app.text()
        assert journal(app).rows.keys == ("debrief-Visit",)
        assert "1 found" in app.text()


async def test_tab_completes_a_filter_then_its_value(filled: Path) -> None:
    """From what the journal has, in quotes where there are blanks; words follow behind."""
    async with driven(filled, (80, 24), "journal") as app:
        await app.press("slash")
        await app.write("per")
        await app.press("tab", "tab")
        assert line(app).value == 'person:"Ana María" '
        await app.write("evi")
        assert journal(app).rows.keys == ("debrief-Visit",)
        assert "Entries with Ana María, with “evi”" in app.text()


async def test_tab_again_goes_to_the_next_and_the_line_stays_typed_in(filled: Path) -> None:
    """From filter to filter, and from value to value; nothing changes the kinds meanwhile."""
    async with driven(filled, (80, 24), "journal") as app:
        await app.press("slash", "tab")
        assert line(app).value == "role:"
        await app.press("tab")
        assert line(app).value == "person:"
        await app.write("a")
        await app.press("tab")
        assert line(app).value == 'person:"Ana María" ' and line(app).has_focus
        assert len(journal(app)._shown.rows) == 1


async def test_shift_tab_goes_back_and_the_line_stays_typed_in(filled: Path) -> None:
    """To the one before, behind the first to the last; with nothing to complete it says so."""
    async with driven(filled, (80, 24), "journal") as app:
        await app.press("slash", "tab", "tab", "shift+tab")
        assert line(app).value == "role:" and line(app).has_focus
        await app.press("shift+tab")
        assert line(app).value == "date:" and line(app).has_focus
        await app.press("ctrl+u")
        await app.write("heron")
        await app.press("shift+tab")
        assert "Nothing to complete" in app.notice and line(app).has_focus
        await app.write("m")
        assert line(app).value == "heronm" and not journal(app).by_month


async def test_what_tab_would_complete_stands_there_faintly(filled: Path) -> None:
    """From two letters on, where it only adds to what is typed; right arrow takes it too."""
    async with driven(filled, (80, 24), "journal") as app:
        await app.press("slash")
        await app.write("r")
        assert "role:" not in app.text()
        await app.write("o")
        assert "role:" in app.text() and line(app).value == "ro"
        await app.press("right")
        assert line(app).value == "role:"
        assert "role:apprentice" in app.text()


async def test_with_nothing_to_complete_tab_says_so(filled: Path) -> None:
    """What was typed stays, and so does the focus."""
    async with driven(filled, (80, 24), "journal") as app:
        await app.press("slash")
        await app.write("heron")
        await app.press("tab")
        assert "Nothing to complete" in app.notice
        assert line(app).value == "heron" and line(app).has_focus


async def test_in_the_list_tab_changes_the_kind(filled: Path) -> None:
    """As it did."""
    async with driven(filled, (80, 24), "journal") as app:
        async with driven(filled, (80, 24), "library") as other:
            await other.press("slash", "tab")  # a search line without filters leaves tab alone
            assert "Nothing to complete" not in other.notice
        await app.press("tab")
        assert "Nothing to complete" not in app.notice


@pytest.mark.parametrize("size", SMALLEST)
async def test_a_slip_is_corrected_and_said(filled: Path, size: tuple[int, int]) -> None:
    """What was meant is shown, and set off where it stands."""
    async with driven(filled, size, "journal") as app:
        await app.press("slash")
        await app.write("herron")
        assert "Nothing has “herron”; shown is what has “heron”." in app.text()
        assert journal(app).rows.keys == ("debrief-Visit",)
        assert "a heron flew by" in app.text()
        await app.press("ctrl+u")
        await app.write("Herrón")
        assert "Nothing has “Herrón”; shown is what has “heron”." in app.text()


@pytest.mark.parametrize("size", SMALLEST)
async def test_a_value_that_nothing_has_is_told_in_a_sentence(
    filled: Path, size: tuple[int, int]
) -> None:
    """With what there is instead; a date that is none says how one is written."""
    async with driven(filled, size, "journal") as app:
        await app.press("slash")
        await app.write("role:zzz")
        assert "! No role is called “zzz”" in app.text()
        await app.press("ctrl+u")
        await app.write("date:20x")
        assert "“20x” is no date" in app.text()


async def test_a_row_shows_the_part_that_has_the_words(filled: Path) -> None:
    """Far from the beginning of the entry: of an answer, a goal, a commitment."""
    async with driven(filled, (60, 16), "journal") as app:
        await app.press("slash")
        for words, part in (("heron", "a heron flew by."), ("five", "Count to five.")):
            await app.press("ctrl+u")
            await app.write(words)
            assert part in app.rows("rows")


async def test_two_words_far_apart_are_both_shown(home: Path) -> None:
    """What lies between them is left out."""
    far = "a few words more and " * 9
    await write_entry(home, "x", "2026-11-20", learned=f"They waited, {far}then a heron flew by.")
    async with driven(home, (80, 24), "journal") as app:
        await app.press("slash")
        await app.write("waited heron")
        row = next(each for each in app.rows("rows", 70).splitlines() if "heron" in each)
        assert "waited" in row and "…" in row


async def test_any_text_can_be_typed_and_completed_from(home: Path) -> None:
    """Markup and controls of entries are only text in what tab makes of them, too."""
    await write_entry(home, "x", "2026-11-20", with_whom=HOSTILE, learned=HOSTILE)
    async with driven(home, (80, 24), "journal") as app:
        await app.press("slash")
        await app.write("person:[")
        await app.press("tab", "tab")
        assert not {"\x1b", "\x07", "\u202e"} & set(app.text())
        await app.put(f'person:"{HOSTILE} role: date:')
        assert app.app.is_running


@pytest.mark.parametrize("size", SMALLEST)
async def test_what_filters_nothing_yet_is_told(filled: Path, size: tuple[int, int]) -> None:
    """What a filter waits for, beside all that there is; that a word is none, where nothing is."""
    async with driven(filled, size, "journal") as app:
        await app.press("slash")
        await app.write("role:")
        assert "“role:” waits for a value: " in app.text()
        assert len(journal(app).rows.keys) == 4
        await app.press("ctrl+u")
        await app.write("date:soon")
        assert "“soon” is no date" in app.text() and app.text().count("soon") == 2
        await app.press("ctrl+u")
        await app.write("tag:foo")
        assert "There is no filter “tag:”; there are role: " in app.text()


async def test_a_value_stands_behind_a_blank_or_beside_another(filled: Path) -> None:
    """But not the word before which a filter was just put."""
    async with driven(filled, (80, 24), "journal") as app:
        await app.press("slash")
        await app.write("role: apprentice")
        assert "Entries of the role apprentice" in app.text() and len(journal(app).rows.keys) == 1
        await app.write(",zzz")
        assert "No role is called “zzz”" in app.text() and len(journal(app).rows.keys) == 1
        await app.press("ctrl+u")
        await app.write("rol heron")
        await app.press(*["left"] * len(" heron"), "tab")
        assert line(app).value == "role: heron"
        assert journal(app).rows.keys == ("debrief-Visit",)


@pytest.mark.parametrize("size", SMALLEST)
async def test_what_tab_goes_through_stands_below_the_search(
    filled: Path, size: tuple[int, int]
) -> None:
    """While a value is typed, and after each tab until something else is typed."""
    async with driven(filled, size, "journal") as app:
        await app.press("slash")
        await app.write("person:")
        assert "tab  Ana María  " in app.text()
        await app.press("tab")
        assert "tab  Ana María  " in app.text() and line(app).value.startswith("person:")
        await app.write("x")
        assert "tab  Ana María" not in app.text()
        assert "f1 all keys" in app.keys_told and "?" not in app.keys_told


def test_as_many_choices_as_fit_are_told_with_how_many_more_there_are() -> None:
    """From the one before the chosen one on."""
    told = ("apprentice", "mentor", "peer")
    assert choice_line(Choices(told), 60).plain == "tab  apprentice  mentor  peer"
    assert choice_line(Choices(told), 22).plain == "tab  apprentice  +2"
    assert choice_line(Choices(told, 2), 60).plain == "tab  mentor  peer  +1"
    assert choice_line(Choices(("a" * 90, "b")), 20).cell_length <= 20
