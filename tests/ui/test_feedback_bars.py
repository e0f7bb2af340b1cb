"""Small bars: at every width each level has its figure, and no line is cut."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.responses.feedback import Feedback, Item, Response
from facilitui.core.responses.feedback_figures import Answered
from facilitui.core.responses.feedback_scale import AGREE, SHARES, SURE, Scale
from facilitui.core.responses.feedback_together import together
from facilitui.widgets.feedback_bars import BARS, level_lines
from facilitui.widgets.feedback_view import feedback_lines, pictures_lines

SCALES = (AGREE, SURE, Scale(1, 7), Scale(0, 10), SHARES)


def lines(found: Answered, width: int) -> list[str]:
    """A question as it is drawn."""
    return [line.plain for line in level_lines((found,), "Effect", width)]


@given(st.sampled_from(SCALES), st.integers(0, 50_000), st.integers(20, 110))
def test_every_count_is_told_at_every_width(scale: Scale, most: int, width: int) -> None:
    """In figures, which need no colour; the scale stands below."""
    by_level = (most, *[0] * (len(scale.levels) - 2), 7)
    found = Answered(Item.PACE, scale, most + 7, by_level, scale.most)
    drawn = lines(found, width)
    assert all(len(line) <= width for line in drawn)
    told = " ".join(" ".join(drawn).split())
    assert "7" in told and (not most or str(most) in told)
    assert "1 disagree … 5 agree" in told or f"{scale.most} is most" in told


def test_a_bar_is_as_high_as_its_figure() -> None:
    """The greatest is full, the least is seen, and nobody is a dot."""
    found = Answered(Item.PACE, AGREE, 13, (0, 1, 0, 4, 8), 5)
    (row,) = (line for line in lines(found, 72) if line.startswith("Time to think"))
    least, half, full = BARS[0], BARS[len(BARS) // 2], BARS[-1]
    bars = ["·", f"{least}1", "·", f"{half}4", f"{full}8"]
    assert row.split() == ["Time", "to", "think", *bars, "13", "5", "of", "5"]
    assert lines(found, 30)[2].split() == bars


def test_of_many_words_the_first_are_shown() -> None:
    """And how many more there are."""
    said = tuple(Response(words={Item.ONE_CHANGE: f"wish {n}"}) for n in range(103))
    drawn = [line.plain for line in feedback_lines(Feedback(responses=said), 60)]
    assert sum("wish" in line for line in drawn) == 100 and "and 3 more" in drawn


def test_each_time_that_people_were_asked_is_told_with_its_own_sets() -> None:
    """Months apart they are two pictures; what was taken out is told at the end."""

    def later(source: str, day: date, **others: object) -> Feedback:
        given = {"later": True, "source": source, "collected_on": day, "attendance": 6}
        return Feedback.model_validate({**given, "responses": [{}] * 3, **others})

    first, last = date(2026, 12, 1), date(2027, 3, 1)
    sets = [
        later("a.csv", first),
        later("b.csv", last),
        later("c.csv", first),
        later("d.csv", last, withdrawn=True),
    ]
    told = [line.plain for line in pictures_lines(together(sets), sets, 72)]
    assert [line for line in told if "answered" in line or "taken in" in line] == [
        "6 of 6 answered (100%)",
        "a.csv, taken in on Tue 1 Dec 2026, 3 answered",
        "c.csv, taken in on Tue 1 Dec 2026, 3 answered",
        "3 of 6 answered (50%)",
        "b.csv, taken in on Mon 1 Mar 2027",
        "Taken out: d.csv, taken in on Mon 1 Mar 2027, 3 answered.",
    ]
