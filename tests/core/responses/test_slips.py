"""Paper slips are typed with a digit an answer; missing stays missing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.responses.feedback import Item
from facilitui.core.responses.slips import (
    MOST_SLIPS,
    Slips,
    SlipSheet,
    as_text,
    asked_about,
    ended,
    keyed,
    moved,
    opened,
    passed,
    questions,
    taken_back,
    with_attendance,
    without,
    worded,
)


def typed(keys: str, sheet: SlipSheet | None = None) -> SlipSheet:
    """A sheet after these keys: digits, "." for no answer, "<" for back, "/" for the next slip."""
    sheet = sheet or opened(Slips())
    others = {".": passed, "<": taken_back, "/": ended}
    for key in keys:
        sheet = keyed(sheet, int(key)) if key.isdigit() else others[key](sheet)
    return sheet


def levels(sheet: SlipSheet) -> list[str]:
    """Each slip as its digits, a dot for no answer."""
    asked = questions(sheet.slips)
    return [
        "".join("." if (level := slip.level(*each)) is None else str(level) for each in asked)
        for slip in sheet.slips.responses
    ]


def test_a_digit_answers_and_goes_on() -> None:
    """Seven of them are a slip; enter begins the next."""
    assert levels(typed("5432104/12345")) == ["54321" + "04", "12345.."]


def test_a_digit_that_is_no_level_does_nothing() -> None:
    """There is no 0 of agreement and no 5 of being sure."""
    assert typed("0").at == 0 and levels(typed("555555")) == ["55555.."]
    assert typed("5432104") == typed("54321045")


def test_what_was_not_answered_is_missing() -> None:
    """Passed over; typed and passed over later; a slip that says nothing is none."""
    assert levels(typed("5..3")) == ["5..3..."]
    assert levels(typed("5<.")) == ["......."]
    assert levels(typed("......./")) == [] and typed("/").row == 0


def test_going_back_opens_the_answer_before() -> None:
    """So a wrong digit is typed again."""
    assert levels(typed("54<3")) == ["53....."] and typed("<").at == 0


def test_slips_are_gone_through_and_taken_away() -> None:
    """Up to one that was typed, which is changed or removed."""
    sheet = moved(typed("5/4/3/"), down=-2)
    assert (sheet.row, sheet.at) == (1, 0)
    assert levels(typed("2", sheet)) == ["5......", "2......", "3......"]
    assert levels(without(sheet)) == ["5......", "3......"]
    assert moved(sheet, across=99).asked is None and moved(sheet, down=99).row == 3
    assert without(opened(Slips())).slips == Slips()


def test_words_and_who_came_are_kept() -> None:
    """A slip may have words alone; empty ones are none."""
    sheet = worded(opened(Slips()), {Item.ONE_CHANGE: "tea", Item.INTENTION: " "})
    assert sheet.here.words == {Item.ONE_CHANGE: "tea"} and len(sheet.slips.responses) == 1
    assert with_attendance(sheet, 12).slips.attendance == 12
    assert as_text(typed("54", sheet).slips) == "5 4 - - - - -; tea"


def test_how_sure_they_were_is_asked_of_each_goal() -> None:
    """Before and now are neighbours; what was answered stays, whatever is asked by then."""
    sheet = typed("5432104132/1", opened(Slips(goals=("G1", "G2"))))
    first = sheet.slips.responses[0]
    assert levels(sheet) == ["543210413", "1........"]
    assert first.goals == {
        "G1": {Item.BEFORE: 0, Item.NOW: 4},
        "G2": {Item.BEFORE: 1, Item.NOW: 3},
    }
    whole = asked_about(sheet, ())
    assert questions(whole.slips)[5:7] == ((Item.BEFORE, ""), (Item.NOW, ""))
    assert len(questions(whole.slips)) == 11 and whole.at == 0
    assert levels(asked_about(moved(typed("55555.2", whole)), ("G1", "G2")))[1].endswith(".2")
    alone = typed(".....3<", opened(Slips(goals=("G1",))))
    assert alone.here.goals == {} and as_text(sheet.slips).startswith("5 4 3 2 1 0 4 1 3")


@given(st.text(alphabet="012345./<", max_size=60), st.sampled_from([(), ("G1", "G2")]))
def test_whatever_is_typed_stays_on_the_scale(keys: str, goals: tuple[str, ...]) -> None:
    """And can be read again from its draft."""
    sheet = typed(keys, opened(Slips(goals=goals)))
    for slip in sheet.slips.responses:
        assert all(level in item.levels for item, _, level in slip.told())
    assert Slips.model_validate(sheet.slips.model_dump(mode="json")) == sheet.slips


def test_there_is_an_end() -> None:
    """More slips than a session has are not taken; those that are there stay."""
    full = Slips(responses=typed("5").slips.responses * MOST_SLIPS)
    assert len(typed("5", opened(full)).slips.responses) == MOST_SLIPS
