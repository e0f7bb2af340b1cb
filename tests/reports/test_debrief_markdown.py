"""A debrief as Markdown: everything that was written is there, and none of it is markup."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from facilitui.core.debriefs.debrief import (
    Answer,
    CaptureSorted,
    Commitment,
    Debrief,
    Earlier,
    FactLine,
    Judgement,
    MarkTold,
    NormSorted,
    Planner,
)
from facilitui.core.debriefs.debrief_words import CaptureSort, Verdict
from facilitui.core.library.norms import NormFate
from facilitui.core.vocabulary import Role
from facilitui.reports.debrief_markdown import debrief_markdown
from tests.core.making import HOSTILE

PARSER = MarkdownIt("gfm-like", {"linkify": False, "html": True})
OWN = {"heading", "paragraph", "em", "table", "thead", "tbody", "tr", "th", "td"}
OWN |= {"bullet_list", "list_item"}
"""What the document itself is made of."""
ACTIVE = st.sampled_from(
    [
        *("# h", "## h", "- l", "* l", "+ l", "1. l", "1) l", "> q", "---", "===", "```", "~~~"),
        *("<b>x</b>", "<!-- x -->", "</p>", "&lt;", "&#35;", "[x](y)", "![x](y)", "[x]: /y"),
        *("| a | b |", "| - | - |", "    code", "\tcode", "*e*", "__s__", "`c`", "~~s~~"),
        *(
            "\\",
            "\\#",
            "https://x.org",
            "<https://x.org>",
            "x  ",
            "@a",
            "a\nb",
            "\n",
            "\n\n",
            "[ ]",
        ),
        *("- [x] t", "\r", "\u2028", "\x0b", "\u202e", "\x1b[31m", "::", "a", " ", "=", "-"),
    ]
)
texts = st.lists(ACTIVE | st.text(max_size=6), max_size=6).map("".join)
"""Markdown of all kinds, in any order, with anything between."""


def written(text: str) -> Debrief:
    """A debrief with the same text in every place."""
    answer = Answer(id="a", ask=text, text=text)
    return Debrief(
        title=text[:300],
        frame_name=text,
        learned=text,
        prompts=(answer,),
        answers=(answer, answer),
        commitments=(Commitment(text=text, due=date(2026, 12, 9)),),
        with_whom=text[:300],
        planned_with=(Planner(person=text[:300], role=Role.STAFF),),
        facts=(FactLine(name=text, value=text),),
        quotes=(text, text),
        norms=(NormSorted(norm="a", text=text, fate=NormFate.KEPT),),
        earlier=(Earlier(text=text, happened=text),),
        judgements=(Judgement(goal="G1", text=text, verdict=Verdict.MET, evidence=text),),
        marks=(MarkTold(mark=3, text=text or "a"),),
        captures=(CaptureSorted(capture=4, sorts=(CaptureSort.QUOTE,)),),
        place=text[:300],
        reason=text,
        held_at=datetime(2026, 11, 25, 15, 30, tzinfo=UTC),
    )


def tokens(markdown: str) -> list[Token]:
    """What another program makes of it, inline parts included."""
    found: list[Token] = []
    for token in PARSER.parse(markdown):
        found += [token, *(token.children or ())]
    return found


def kinds(markdown: str) -> list[str]:
    """The kinds of everything in it."""
    return [token.type.removesuffix("_open").removesuffix("_close") for token in tokens(markdown)]


@given(texts)
@example("x\n===")
@example("x\n---")
@example("- a\n- b")
@example("a\n\n    code")
@example("[x]: /y\n\n[x]")
@example("| a |\n| - |")
@example("&lt;b&gt; &#35;")
@example("\u00a0# h")
def test_no_text_becomes_markup(text: str) -> None:
    """No heading, list, link, code, quote, HTML or table but the document's own."""
    markdown = debrief_markdown(written(text), UTC)
    found = kinds(markdown)
    assert set(found) <= OWN | {"text", "inline", "softbreak", "hardbreak", "text_special"}
    harmless = kinds(debrief_markdown(written(text.strip() and "a"), UTC))
    for kind in ("heading", "table", "tr", "bullet_list", "list_item"):
        assert found.count(kind) == harmless.count(kind)


@given(texts)
def test_nothing_in_it_is_a_control(text: str) -> None:
    """A terminal shows it as it is."""
    markdown = debrief_markdown(written(text), UTC)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", markdown)
    markdown.encode("utf-8")


@given(st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=30))
@example("&lt;&#35;")
@example("1.")
@example("23)x")
@example("-=:")
def test_what_was_written_reads_as_it_was_written(text: str) -> None:
    """After another program has read the Markdown; nothing is doubled, nothing swallowed."""
    shown = "".join(token.content for token in tokens(debrief_markdown(Debrief(learned=text), UTC)))
    assert text in shown


@pytest.mark.parametrize("text", [HOSTILE, "x" * 200_000])
def test_hostile_and_long_texts_are_whole(text: str) -> None:
    """However long."""
    assert len(debrief_markdown(written(text), UTC)) > len(text)


def test_an_empty_debrief_is_a_document_all_the_same() -> None:
    """With what was asked first."""
    markdown = debrief_markdown(Debrief(), UTC)
    assert markdown.startswith("# Debrief\n") and "*not answered*" in markdown
    assert markdown.endswith("\n") and "## Commitments" not in markdown


def test_it_says_what_it_is() -> None:
    """Whose debrief, of which session, with whom, in which revision; unanswered prompts are out."""
    debrief = Debrief(
        title="Tuning",
        held_at=datetime(2026, 11, 25, 15, 30, tzinfo=UTC),
        with_whom="Ben",
        learned="They waited.",
        prompts=(Answer(id="a", ask="Gained?", text="Silence."), Answer(id="b", ask="Lost?")),
        facts=(FactLine(name="Minutes run", value="82"),),
        commitments=(Commitment(text="Count to five.", due=date(2026, 12, 9)),),
    )
    markdown = debrief_markdown(debrief, UTC, revision="revision 2")
    for part in (
        "# Tuning",
        "*Debrief, session of 2026-11-25, revision 2*\n\n*with Ben*",
        "They waited.",
        "### Gained?",
        "## Commitments\n\nBy Wed 9 Dec 2026: Count to five.",
        "| Minutes run | 82 |",
    ):
        assert part in markdown
    assert "Lost?" not in markdown


def test_a_day_is_that_of_the_place() -> None:
    """An evening's session in Toronto was not held on the next day; what no calendar has is out."""
    evening = datetime(2026, 11, 26, 1, 30, tzinfo=UTC)
    west = timezone(timedelta(hours=-5))
    told = debrief_markdown(Debrief(held_at=evening), west)
    assert "*Debrief, session of 2026-11-25*" in told
    never = Debrief(held_at=datetime.min.replace(tzinfo=UTC))
    assert "*Debrief*" in debrief_markdown(never, west)


def test_line_breaks_are_seen() -> None:
    """Another program would run lines together that somebody set apart."""
    markdown = debrief_markdown(Debrief(learned="one\ntwo\n\nthree"), UTC)
    assert [kind for kind in kinds(markdown) if "break" in kind] == ["hardbreak"]
    assert "one\\\ntwo\n\nthree\n" in markdown


def test_a_quote_stands_in_its_own_marks_or_in_ours() -> None:
    """Never in both."""
    told = debrief_markdown(Debrief(quotes=("“We saw it”", "We heard")), UTC)
    assert "\n“We saw it”\n" in told and "\n“We heard”\n" in told
