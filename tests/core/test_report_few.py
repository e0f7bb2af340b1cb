"""No figure of fewer than five people's answers goes to those who were not there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.feedback import QUOTES_FROM, Feedback, Item, Response
from facilitui.core.feedback_figures import answered, growths
from facilitui.core.report_few import few_in, without_few
from facilitui.core.report_privacy import for_reader
from facilitui.core.report_reader import Reader
from tests.reports.cases import OTHERS, case, responses

levels = st.dictionaries(st.sampled_from([Item.PACE, Item.BEFORE, Item.NOW]), st.integers(1, 4))
goals = st.dictionaries(
    st.just("G1"), st.dictionaries(st.sampled_from([Item.BEFORE, Item.NOW]), st.integers(1, 4))
)
heard = st.lists(st.builds(Response, levels=levels, goals=goals), max_size=9)


@given(heard)
def test_figures_stand_from_five_answers_on(told: list[Response]) -> None:
    """Question by question, whatever else came in; those of enough people stay as they were."""
    whole = Feedback(attendance=9, responses=tuple(told))
    safe = without_few(whole)
    effect, grown = answered(whole, [Item.PACE]), growths(whole)
    assert answered(safe, [Item.PACE]) == tuple(e for e in effect if e.count >= QUOTES_FROM)
    kept = tuple(e for e in grown if getattr(e, "pairs", 0) >= QUOTES_FROM)
    assert growths(safe) == kept and len(safe.responses) == len(told)
    assert bool(few_in(whole)) is (safe != whole) and not few_in(safe)


def test_words_and_figures_of_few_are_held_back_for_their_reader() -> None:
    """Outside nobody gets a figure of one slip; the mentor does; words of four go to nobody."""
    for count, enough in ((1, False), (QUOTES_FROM - 1, False), (QUOTES_FROM, True)):
        one = case(feedback=(Feedback(attendance=8, responses=responses(count)),))
        for reader in OTHERS:
            safe = for_reader(one, reader).feedback
            assert any(each.levels for e in safe for each in e.responses) <= enough, reader
        [mentors] = for_reader(one, Reader.MENTOR).feedback
        assert all(each.levels for each in mentors.responses)
        [partners] = for_reader(one, Reader.CO_FACILITATOR).feedback
        assert any(each.words for each in partners.responses) is enough
