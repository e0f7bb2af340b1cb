"""How far long work is, over all of its stretches."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.journals.attaching_ports import Progress

totals = st.lists(st.integers(0, 5), min_size=1, max_size=6)


@given(totals)
def test_the_share_rises_to_the_whole_and_never_falls(totals: list[int]) -> None:
    """However long each stretch is, also one of which nobody knows how long it is."""
    progress = Progress(stretches=len(totals))
    shares = [progress.share]
    for total in totals:
        progress.begin("packing", total)
        for _ in range(total):
            shares.append(progress.share)
            progress.done += 1
        shares.append(progress.share)
    assert shares == sorted(shares) and shares[0] == 0
    assert shares[-1] == (1 if totals[-1] else (len(totals) - 1) / len(totals))


def test_work_of_one_stretch_needs_no_word() -> None:
    """Its total alone says it."""
    progress = Progress(total=200, done=50)
    assert progress.share == 0.25
    assert Progress().share == 0 and Progress(total=2, done=3).share == 1
