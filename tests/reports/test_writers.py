"""Writers of documents: whatever is written in them, it stays text and the form stays whole."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.cells import cell_len

from facilitui.reports.document import (
    Bullets,
    Definitions,
    Document,
    Heading,
    Paragraph,
    Part,
    Record,
    Records,
    Room,
    Table,
)
from facilitui.reports.html import html
from facilitui.reports.markdown import markdown
from facilitui.reports.plain_text import plain_text
from tests.core.strategies import texts

PARSER = MarkdownIt("commonmark").enable("table")

answers = st.lists(st.tuples(texts, texts), max_size=2).map(tuple)
records = st.recursive(
    st.builds(Record, texts, texts, answers, texts),
    lambda inner: st.builds(
        Record, texts, texts, answers, texts, st.lists(inner, max_size=2).map(tuple)
    ),
    max_leaves=3,
)
parts: st.SearchStrategy[Part] = st.one_of(
    st.lists(records, min_size=1, max_size=2).map(lambda items: Records(tuple(items))),
    st.builds(Room, st.sampled_from([1, 3])),
    st.builds(Heading, texts, st.sampled_from([2, 3, 4])),
    st.builds(Paragraph, texts, texts, st.booleans()),
    st.lists(texts, min_size=1, max_size=3).map(lambda items: Bullets(tuple(items))),
    st.lists(texts, min_size=1, max_size=3).map(
        lambda items: Bullets(tuple(items), (True,) * len(items))
    ),
    st.lists(st.tuples(texts, texts), min_size=1, max_size=2).map(
        lambda pairs: Definitions(tuple(pairs))
    ),
    st.lists(st.tuples(texts, texts), max_size=2).map(
        lambda rows: Table(("a", "b"), tuple(rows), frozenset({0}))
    ),
)
documents = st.builds(
    Document, texts, st.lists(parts, max_size=4).map(tuple), st.lists(texts, max_size=2).map(tuple)
)
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "main", "p", "strong"),
    *("em", "span", "div"),
    *("h1", "h2", "h3", "h4"),
    *("ul", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td", "footer"),
}


class Page(HTMLParser):
    """The tags of a page with what they are given, and whether each was closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


@given(documents)
def test_no_text_becomes_a_tag(made: Document) -> None:
    """A page has only its own tags, closed in order, no script and no address of anything."""
    text = html(made)
    text.encode("utf-8")
    page = Page(text)
    assert page.open == []
    assert {tag for tag, _ in page.tags} <= TAGS
    allowed = {"class", "lang", "charset", "http-equiv", "content", "name", "scope"}
    assert {name for _, given_ in page.tags for name in given_} <= allowed
    assert "\x1b" not in text and "\u202e" not in text


def test_a_page_loads_nothing() -> None:
    """It stands alone: its style is within, scripts are forbidden, an address is only text."""
    text = html(Document("T", (Paragraph("<script>x</script> https://x.org"),)))
    assert "default-src 'none'" in text and '<html lang="en">' in text and "@media print" in text
    assert "<script" not in text and "&lt;script&gt;" in text
    assert not re.search(r"(?:href|src|url)\s*[=(]", text)


@given(documents)
def test_no_text_becomes_markdown(made: Document) -> None:
    """Headings, lists and tables are as many as the document has, whatever is written in them."""
    tokens = PARSER.parse(markdown(made))
    kinds = [token.type for token in tokens]
    assert kinds.count("heading_open") == 1 + _count(made, Heading)
    assert kinds.count("table_open") == _count(made, Table)
    assert kinds.count("hr") == 1
    assert kinds.count("list_item_open") == _items(made)
    assert "ordered_list_open" not in kinds
    assert not {"fence", "code_block", "html_block", "blockquote_open"} & set(kinds)
    inner = {each.type for token in tokens for each in token.children or ()}
    assert inner <= {
        *("text", "softbreak", "hardbreak", "strong_open", "strong_close", "em_open", "em_close"),
    }


def _items(made: Document) -> int:
    bullets = sum(len(part.items) for part in made.parts if isinstance(part, Bullets))
    recorded = (each for part in made.parts if isinstance(part, Records) for each in part.items)
    bullets += sum(map(_items_of, recorded))
    return bullets + sum(len(p.pairs) for p in made.parts if isinstance(p, Definitions))


def _items_of(record: Record) -> int:
    """One for what it is called and one for each answer, but where those stand in a line."""
    is_called = bool(record.label.strip() or record.text.strip())
    own = 1 if record.in_a_line else is_called + len(record.answers)
    return max(own, 1) + sum(map(_items_of, record.records))


@pytest.mark.parametrize("sign", ["-", "+", "*", "1.", "1)", "=", ">"])
def test_an_item_never_begins_a_list_of_its_own(sign: str) -> None:
    """However what is written in it begins."""
    items = (f"{sign} x", f"{sign} y\n{sign} z", sign)
    kinds = [token.type for token in PARSER.parse(markdown(Document("T", (Bullets(items),))))]
    assert kinds.count("list_item_open") == 3 and kinds.count("bullet_list_open") == 1


@pytest.mark.parametrize("sign", ["-", "+", "*", "1.", "1)", "===", "---", ">", "#"])
def test_no_line_of_what_stands_after_a_name_begins_anything(sign: str) -> None:
    """Its line breaks are kept, within the same item or paragraph."""
    text = f"{sign} x\n{sign} y\n{sign}"
    made = Document("T", (Paragraph(text, "Say"), Definitions((("Goals", text),))))
    kinds = [token.type for token in PARSER.parse(markdown(made))]
    assert kinds.count("list_item_open") == kinds.count("heading_open") == kinds.count("hr") == 1


def test_nothing_between_signs_is_still_something() -> None:
    """An empty name or aside makes no rule of the signs around it."""
    made = Document("T", (Definitions((("", "x"),)), Paragraph("", soft=True)))
    kinds = [token.type for token in PARSER.parse(markdown(made))]
    assert kinds.count("hr") == 1 and "**·**: x" in markdown(made)


RECORD = Record(
    "24 Aug 2026",
    "Hill School",
    (("What is tried?", "Pairs\nand threes"), ("How far is it?", "Tried")),
    "entry 7",
    (Record("Version 1", answers=(("What is tried?", "Pairs"),)),),
)


def test_answers_are_set_apart_and_where_they_are_kept_stands_at_the_end() -> None:
    """Each on a line of its own, also where its text is read raw; one alone stays in the line."""
    made = Document("T", (Records((RECORD,)),), closes=False)
    assert markdown(made) == (
        "# T\n\n- **Hill School**, 24 Aug 2026\n  - *What is tried?* Pairs\\\n    and threes\n"
        "  - *How far is it?* Tried (entry 7)\n  - Version 1: *What is tried?* Pairs\n"
    )
    assert (
        "<li><strong>Hill School</strong>, 24 Aug 2026<p><em>What is tried?</em> Pairs\nand threes"
        '</p><p><em>How far is it?</em> Tried <span class="kept">(entry 7)</span></p>'
        "<ul><li>Version 1: <em>What is tried?</em> Pairs</li></ul></li>"
    ) in html(made)
    assert plain_text(made) == (
        "T\n  Hill School, 24 Aug 2026\n    What is tried? Pairs\n    and threes\n"
        "    How far is it? Tried (entry 7)\n    Version 1: What is tried? Pairs\n"
    )


def test_a_line_to_write_on_is_drawn_where_it_could_break() -> None:
    """Dots that do not fit a narrow page would make two lines; a file of text has nothing else."""
    made = Document("T", (Definitions((("Who", Room(1)),)), Room(2)))
    page = html(made)
    assert "…" not in page and page.count('<div class="room"></div>') == 2
    assert '<dt>Who</dt><dd class="room"></dd>' in page
    assert markdown(made).count("…" * 30) == 2 and f"- **Who**: {'…' * 20}\n" in markdown(made)


def test_an_id_reads_in_markdown_as_it_is() -> None:
    """Nothing between two letters is markup; beside them it would be."""
    text = markdown(Document("T", (Bullets(("log_entry-1 of _pathway_ a__b",)),)))
    assert "- log_entry-1 of \\_pathway\\_ a\\_\\_b\n" in text


def _count(made: Document, kind: type[Any]) -> int:
    return sum(isinstance(part, kind) for part in made.parts)


@given(documents, st.sampled_from([20, 40, 80]))
def test_plain_text_fits_its_width(made: Document, width: int) -> None:
    """No line is wider than the terminal, and none of it is obeyed by one."""
    made = Document("T" + made.title, tuple(_narrow(part) for part in made.parts))
    for line in plain_text(made, width).split("\n"):
        assert cell_len(line) <= width, line
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202e\ud800-\udfff]", line)


def test_a_column_is_never_narrower_than_a_short_word() -> None:
    """More columns than fit make lines that are too long, not words cut letter by letter."""
    words = ("abcdefgh",) * 9
    lines = plain_text(Document("T", (Table(words, (words,)),)), 20).split("\n")
    assert lines[1:3] == ["  ".join(words)] * 2


def test_a_sign_of_several_characters_is_one_sign() -> None:
    """It takes its two cells in a column, and a word that is cut is cut beside it."""
    teacher, heart = "👩🏽\N{ZERO WIDTH JOINER}🏫", "❤\N{VARIATION SELECTOR-16}"
    table = Table(("a", "b"), ((teacher, "x"), (heart, "x"), ("ab", "x")))
    assert plain_text(Document("T", (table,))) == (f"T\na   b\n{teacher}  x\n{heart}  x\nab  x\n")
    assert plain_text(Document(teacher * 5, ()), 4) == f"{teacher * 2}\n{teacher * 2}\n{teacher}\n"


def _narrow(part: Part) -> Part:
    """A part whose labels leave room for what they label."""
    match part:
        case Paragraph(text, label, soft):
            return Paragraph(text, label[:4], soft)
        case Definitions(pairs):
            return Definitions(tuple((name[:4], value) for name, value in pairs))
    return part
