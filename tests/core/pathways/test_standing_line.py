"""The line of where a requirement stands is made of its parts, and nothing of them is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.pathways.case import Case
from facilitui.core.pathways.enrolment import Enrolment
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.progress import Progress
from facilitui.core.pathways.remarks import NOTHING, Lack, LackKind, Remark, RemarkKind, texts
from facilitui.core.pathways.words import Standing
from facilitui.core.safe_text import line
from tests.core.making import HOSTILE
from tests.core.pathways.journals import CLEE, progress
from tests.core.pathways.test_any_enrolment import requirements, told_cases

ASKED = CLEE.requirements[0]
SETTLED = (Standing.SET_ASIDE, Standing.NOT_NEEDED)
words = st.sampled_from(["1 of 2", "x of y", "in autumn", HOSTILE, "its area"])
_lacks = st.builds(Lack, words, st.sampled_from(LackKind))
_remarks = st.builds(Remark, st.sampled_from(RemarkKind), words)


@st.composite
def standings(draw: st.DrawFn) -> Progress:
    """Any parts that may come together."""
    standing = draw(st.sampled_from(Standing))
    aside = standing in (Standing.SET_ASIDE, Standing.WAITING)
    may_be_by_other = standing in (Standing.MET, Standing.LOGGED)
    other = draw(words) if standing is Standing.NOT_NEEDED else ""
    return Progress(
        ASKED,
        standing,
        count=draw(words),
        rule=draw(st.sampled_from(["", "no number given; the programme decides"])),
        reason=draw(st.sampled_from(["", "spring", HOSTILE])) if aside else "",
        other=draw(st.sampled_from(["", "Another"])) if may_be_by_other else other,
        lacks=tuple(draw(st.lists(_lacks, max_size=4))),
        remarks=tuple(draw(st.lists(_remarks, max_size=6))),
    )


def _is_settled(each: Progress) -> bool:
    return bool(each.other) or each.standing in SETTLED


@given(standings())
def test_the_line_is_made_of_its_parts_in_their_order(each: Progress) -> None:
    """That it waits, what is first, the count, the rule, remarks, and what answers do not show."""
    first = [one.text for one in each.lacks if one.kind is LackKind.FIRST]
    not_shown = [one.text for one in each.lacks if one.kind is LackKind.NOT_SHOWN]
    today = [one.text for one in each.remarks if one.kind is not RemarkKind.AHEAD]
    ahead = [one.text for one in each.remarks if one.kind is RemarkKind.AHEAD]
    before = [*_waiting(each), *first[:1], each.count, each.rule]
    parts = [*before, *_some(today), *_some(ahead), *not_shown]
    if not _is_settled(each):
        assert each.told == line("; ".join(filter(None, parts)))
        assert each.plain == line("; ".join(filter(None, [*before, *not_shown])))
    else:
        (part,) = filter(None, [each.other, each.reason.strip()]) if _says_why(each) else ("",)
        assert each.told == each.plain and line(part) in each.told
        assert not any(one.text in each.told for one in each.remarks if one.text not in part)


def _waiting(each: Progress) -> list[str]:
    if each.standing is not Standing.WAITING:
        return []
    return [f"waiting for an opportunity{f' ({each.reason})' if each.reason else ''}"]


def _some(told: list[str]) -> list[str]:
    return [*told[:2], *([f"and {len(told) - 2} more"] if len(told) > 2 else [])]


def _says_why(each: Progress) -> bool:
    return bool(each.other or each.reason)


@given(standings())
def test_what_the_line_has_no_room_for_is_told_elsewhere_once(each: Progress) -> None:
    """At most two remarks of today and two of what is ahead stand in it; all others in `more`."""
    more, there = [*each.more], [one for one in each.remarks if one not in each.more]
    assert [one for one in each.remarks if one in more] == more
    if _is_settled(each):
        assert more == [*each.remarks]
        return
    ahead = {one for one in there if one.kind is RemarkKind.AHEAD}
    assert len(ahead) <= 2 and len({*there} - ahead) <= 2
    plain = [each.plain, *texts(there)]
    assert all(line(part) in each.told for part in plain[1:])


@given(standings())
def test_what_is_open_is_in_the_line_or_beside_it(each: Progress) -> None:
    """But for that nothing is there, and what the count says already."""
    said = (LackKind.NOTHING, LackKind.COUNTED)
    for one in each.lacks:
        is_told = one.kind in (LackKind.FIRST, LackKind.NOT_SHOWN) and not _is_settled(each)
        is_in_line = is_told and line(one.text) in each.told
        assert one.kind in said or one in each.open or is_in_line or _is_settled(each)
    assert NOTHING not in each.open


@given(told_cases())
def test_whatever_a_journal_holds_the_line_says_where_it_stands(
    case: tuple[Pathway, Enrolment, Case],
) -> None:
    """By itself where it says that it does; and the plain line is the line without remarks."""
    pathway, enrolment, journal = case
    for each in requirements(progress(enrolment, pathway, journal)):
        word = each.standing.label.lower()
        own_words = (Standing.WAITING, Standing.SET_ASIDE, Standing.NOT_NEEDED)
        if each.standing in own_words:
            assert each.names_standing and each.told.startswith(word)
        if each.standing in (Standing.MISSING, Standing.MET) and not each.other:
            assert not each.names_standing
        assert each.plain == each.told or each.remarks
        assert all(texts((*each.lacks, *each.remarks)))
