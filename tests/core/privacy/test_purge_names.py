"""Names are taken out of what people wrote, and of nothing else; what names nobody stays."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.debriefs.debrief import Debrief
from facilitui.core.journals.journal import make_document
from facilitui.core.journals.withdrawal import Withdrawal
from facilitui.core.pathways import log_entry, roster, snapshot
from facilitui.core.privacy.links_out import LEFT_OUT, LINK
from facilitui.core.privacy.named_entries import Certainty, NamedIn
from facilitui.core.privacy.purge_kinds import kinds_told, sessions_told
from facilitui.core.privacy.purge_names import named_in
from facilitui.core.privacy.purge_texts import rewritten, strings
from facilitui.core.privacy.purging import seal_of
from facilitui.core.reports.report_names import without_names
from tests.core.pathways import kept

AT = datetime(2026, 11, 25, 15, 30, tzinfo=UTC)
PEOPLE = ("Ana Quintero", "Cem Ünal", "Will Park")


def document(
    kind: str, body: dict[str, Any], entry: str = "e1", last: Any = None
) -> dict[str, Any]:
    """A sealed revision."""
    salt = "ab" * 16
    return make_document(
        entry_id=entry, kind=kind, body=body, made_at=AT, salt=salt, last=last, after=""
    )


def logged(**fields: Any) -> dict[str, Any]:
    """What something logged says."""
    return kept.logged(
        **{"values": {}, "note": "", "link": "", "file_name": "", **fields}
    ).model_dump(mode="json")


def found(
    *documents: dict[str, Any], people: Sequence[str] = PEOPLE, sure: bool = True
) -> NamedIn | None:
    """Of one entry, with all taken out that is likely, or all; None where it names nobody."""
    one = next(iter(named_in(documents, people, ())), None)
    least = Certainty.LIKELY if sure else Certainty.ASKED
    return one and one.without({e.chosen for e in one.places if e.certainty >= least})


def around(one: NamedIn) -> tuple[str, ...]:
    """The words around each place that changes."""
    return tuple(each for place in one.changes for each in place.around)


def test_first_names_and_other_spellings_are_found_as_papers_hide_them() -> None:
    """By the parts of a name, without accents, as the s of an owner."""
    for note in ("Ana agreed", "with CEM", "Unal said so", "Anas idea", "QuinteroAna.pdf came"):
        one = found(document(log_entry.KIND, logged(note=note)), sure="CEM" not in note)
        assert one is not None and one.can_go and one.body is not None
        assert "a participant" in one.body["note"] and around(one) == (note,)
    for note in ("Banana bread", "They will park", "Canary", ""):
        assert found(document(log_entry.KIND, logged(note=note))) is None


def test_the_programmes_words_and_ids_stay() -> None:
    """A requirement that has a name's word in it is no text of somebody."""
    body = logged(text="Show Ana it", note="Ana", asks={"q": "Did Ana come?"}, session="2026-ana")
    one = found(document(log_entry.KIND, body))
    assert one is not None and one.body == {**body, "note": "a participant"}
    assert one.left, "a session is called so"
    assert found(document(log_entry.KIND, logged(text="Show Ana it"))) is None
    assert found(document(snapshot.KIND, {"note": "Ana"})) is None


def test_links_with_a_name_are_left_out_of_texts_and_stay_where_they_are_a_field() -> None:
    """Half a link leads nowhere; a whole one may be all the evidence there is."""
    link = "https://example.org/ana-quintero"
    one = found(document(log_entry.KIND, logged(note=f"see {link}", link=link)))
    assert one is not None and one.body is not None and one.left
    assert one.body["note"] == f"see {LEFT_OUT}" and one.body["link"] == link


def test_goals_and_norms_stay_as_their_plan_has_them() -> None:
    """They are found by their words."""
    body = Debrief(learned="Ana led.").model_dump(mode="json")
    body["judgements"] = [{"text": "Ana speaks first", "evidence": "Ana did"}]
    after = rewritten(body, lambda text: text.replace("Ana", "X"))
    assert after["judgements"] == [{"text": "Ana speaks first", "evidence": "X did"}]
    assert after["learned"] == "X led."


def test_only_revisions_that_name_somebody_go() -> None:
    """The newest stays as it is where it names nobody."""
    first = document(log_entry.KIND, logged(note="Nobody"))
    second = document(log_entry.KIND, logged(note="Ana"), last=first)
    third = document(log_entry.KIND, logged(note="Someone"), last=second)
    one = found(first, second, third)
    assert one is not None and one.revisions == (seal_of(second),) and one.body is None
    again = found(first, second)
    assert again is not None and again.body is not None and again.over == second["hash"]


def test_what_cannot_be_changed_is_told_to_stay() -> None:
    """Another roster, what was withdrawn, a kind of another version, no seal, revisions that
    conflict, and what could not be read any more."""
    first = document(log_entry.KIND, logged(note="Ana"))
    unsealed = {key: value for key, value in first.items() if key not in ("hash", "salt")}
    gone = document("withdrawal", Withdrawal(reason="x").model_dump(mode="json"), last=first)
    beside = [document(log_entry.KIND, logged(note=each), last=first) for each in ("Ana 1", "Cem")]
    named = document(log_entry.KIND, logged(note="Ana"))
    odd = {**named, "body": named["body"].replace('"values":{}', '"values":{"a":3}')}
    cases = (
        [document(roster.KIND, kept.roster().model_dump(mode="json"))],
        [first, gone],
        [document("later", {"note": "Ana"})],
        [unsealed],
        [first, *beside],
        [odd],
    )
    for case in cases:
        one = found(*case)
        assert one is not None and not one.can_go and one.left and one.body is None, case


def test_dates_and_ordinary_words_are_never_destroyed() -> None:
    """What papers hide as a name and is none, or may be none, stays, and is told to be looked at:
    the other rule loses nothing, this one would."""
    stays = (
        ("Will May", "Check-in on 3 May 2026; on 10 May we repeat it."),
        ("Will May", "They will may it; Will, May and MAY; what Will brings"),
        ("April June", "Data from April to June 2026; deadline 30 June, April-June."),
        ("Ana Plan", "PDSA: Plan, Do, Study, Act went well, with Plans"),
        ("Friday Sunday", "Met on Friday, then on Sunday"),
        ("Ai Oda", "AI helped"),
        ("Ana Quintero", "for ana it was new"),
        ("Ever Green", "an evergreen"),
        ("王小明", "文小明"),
        ("Will May", "met Will May"),
        ("May Day", "on May Day we rest"),
        ("Juli Freitag", "Treffen am Freitag, 3. Juli 2026"),
        ("Mai Sommer", "im Mai fertig, im Sommer neu"),
        ("Julio Abril", "El 5 de Julio y en Abril"),
        ("Juin Lundi", "Lundi 3 Juin"),
        ("Maggio Domenica", "Domenica 3 Maggio"),
        ("Abril Verao", "Em Abril, no Verão"),
        ("Mei Lente", "In Mei en Lente"),
        ("Sven Stern", "Der Stern am Himmel"),
        ("Sol Luz", "El Sol sale; a toda Luz"),
        ("Ela Kaya", "ELA lesson"),
        ("Rob Baker", "in Baker Street"),
        ("Act Two", "Plan Do Study Act"),
        ("高明", "很高明"),
        ("Ana Quintero", "AnaMaria came"),
    )
    for name, note in stays:
        one = found(document(log_entry.KIND, logged(note=note)), people=(name,))
        assert one is None or (one.body is None and not one.revisions and one.left), (name, one)
        assert one is None or all(each.strip("…") in note for each in one.still)
    note = "on 3 May we repeat it"
    one = found(document(log_entry.KIND, logged(note=note)), people=("Will May",))
    assert one is not None and one.still == (note,)


def test_a_whole_name_goes_however_it_is_written() -> None:
    """Its parts side by side, with any accents; ordinary words with capital letters."""
    for name, text in (
        ("Sven Stern", "Stern Sven"),
        ("Ana Plan", "ana Plan"),
        ("Ana Quintero", "ÁNA-quintero"),
        ("Ana Quintero", "anaquintero"),
        ("Ana de la Cruz", "ana de la cruz"),
        ("Seán O'Brien", "OBrien"),
        ("Seán O'Brien", "sean o’brien"),
        ("J. Smith", "JSmith"),
        ("J. P. Lee", "J. P. Lee"),
        ("王小明", "王小明"),
        ("김민수", "김민수"),
        ("Ela Kaya", "ELA KAYA"),
        ("ELA KAYA", "ELA"),
        ("Seán O'Brien", "OʼBrien"),
        ("Łukasz Żak", "Lukasz"),
        ("Søren Ax", "Soren"),
        ("İpek Işık", "Isik"),
        ("Ana Quintero", "Miss Ana"),
    ):
        one = found(document(log_entry.KIND, logged(note=f"met {text} 3")), people=(name,))
        assert (
            one is not None and one.body is not None and one.body["note"] == "met a participant 3"
        ), (name, text)
        assert not one.left and around(one) == (f"met {text} 3",)
        assert [each.word for each in one.changes] == [text]


@pytest.mark.parametrize("form", ["{}", "{0[0]}", "{0[1]}", "x_{0[1]}", "{1}", "img2{1}", "{2}"])
def test_whatever_papers_hide_is_seen_by_a_purge(form: str) -> None:
    """Or it would call itself clean of what no paper hides any more."""
    for name in ("Seán O'Brien", "J. Smith", "Mary-Jane Watson", "K O", "Zebulon Quark"):
        parts = name.split()
        joined, last = ("".join(filter(str.isalpha, each)) for each in (name, parts[1]))
        text = f"we met {form.format(parts, joined, last)} there"
        for note in (text, text.lower()):
            seen = named_in([document(log_entry.KIND, logged(note=note))], (name,), ())
            assert bool(seen) == (without_names([name])(note) != note), (name, note)


def test_every_place_is_told_with_the_words_around_it() -> None:
    """Of each revision, and what is the same in several once."""
    long = "x" * 90
    note = f"Ana began. {long} Then Quintero left. {long} Ana Quintero came."
    first = document(log_entry.KIND, logged(note=f"{note} Cem too."))
    second = document(log_entry.KIND, logged(note=note), last=first)
    one = found(first, second)
    assert one is not None and not one.still
    told = {each.word: each.around for each in one.changes}
    assert {*told} == {"Ana", "Quintero", "Ana Quintero", "Cem"}
    assert told["Ana"][0].startswith("Ana began.") and "Then Quintero left." in told["Quintero"][0]
    assert "Cem too." in told["Cem"][0]


def test_a_field_that_is_a_link_stays_and_is_told() -> None:
    """It may be all the evidence there is, and half of it, or a sentence, is no link."""
    link = "https://drive.example.org/ana-quintero/rec.mp4"
    one = found(document(log_entry.KIND, logged(note="Ana", values={"where": link, "how": "Ana"})))
    assert one is not None and one.body is not None
    assert one.body["values"] == {"where": link, "how": "a participant"}
    assert one.left and any("ana-quintero" in each for each in one.still)
    alone = found(document(log_entry.KIND, logged(values={"where": link})))
    assert alone is not None and alone.left and not alone.can_go


def test_each_word_is_chosen_by_itself() -> None:
    """In every revision; what is not chosen stays, also in revisions that go for another word."""
    first = document(log_entry.KIND, logged(note="Ana, Park and CEM"))
    second = document(log_entry.KIND, logged(note="Ana in the Park"), last=first)
    (one,) = named_in([first, second], PEOPLE, ())
    assert [each.chosen for each in one.places] == [
        ("Ana", Certainty.LIKELY),
        ("Park", Certainty.ASKED),
        ("CEM", Certainty.ASKED),
    ]
    cem, park = (one.without({(each, Certainty.ASKED)}) for each in ("CEM", "Park"))
    assert cem.revisions == (seal_of(first),) and cem.body is None and cem.left
    assert park.body is not None and park.body["note"] == "Ana in the a participant"
    assert park.revisions == (seal_of(first), seal_of(second)) and park.still
    assert not one.without(()).revisions


def test_a_revision_without_names_takes_nothing_back() -> None:
    """Whatever the one before it took back."""
    one = found(document(log_entry.KIND, logged(note="Ana", takes_back="ab" * 32)))
    assert one is not None and one.body is not None and one.body["takes_back"] == ""


def test_two_people_side_by_side_stay_two() -> None:
    """A list of pairs stays one; one person's name turned round is one."""
    one = found(document(log_entry.KIND, logged(note="Ana-Cem, Cem Ana, Quintero Ana")))
    assert one is not None and one.body is not None
    person = "a participant"
    assert one.body["note"] == f"{person}-{person}, {person} {person}, {person}"


def test_a_word_before_a_name_is_a_title_by_its_capital_letter_only() -> None:
    """What somebody did is no title of whom they did it to."""
    one = found(document(log_entry.KIND, logged(note="We miss Ana. Miss Ana and mrs Unal came")))
    assert one is not None and one.body is not None
    assert one.body["note"] == "We miss a participant. a participant and a participant came"


def test_links_end_where_the_text_goes_on() -> None:
    """Without a name in them they stay, as does what stands beside one that goes."""
    ends = (
        ("https://x.org/1,https://x.org/Ana.", f"https://x.org/1,{LEFT_OUT}."),
        ("(see https://x.org/Ana)", f"(see {LEFT_OUT})"),
        ("https://x.org/rec.mp4;Ana's", "https://x.org/rec.mp4;a participant's"),
        ("https://x.org/rec.mp4,Ana led it", "https://x.org/rec.mp4,a participant led it"),
        ("https://x.org/rec.mp4—Ana", "https://x.org/rec.mp4—a participant"),
        ("https://x.org/rec.mp4(Ana)", "https://x.org/rec.mp4(a participant)"),
        ("rec:https://x.org/r|Ana|notes", "rec:https://x.org/r|a participant|notes"),
        ("https://x.org/Lee_(Ana) came", f"{LEFT_OUT} came"),
        ("录像:https://x.org/a，Ana主持", "录像:https://x.org/a，a participant主持"),
        ("記録はhttps://x.org/aです。Ana", "記録はhttps://x.org/aです。a participant"),
    )
    for note, after in ends:
        one = found(document(log_entry.KIND, logged(note=f"{note} x")), sure=False)
        assert one is not None and one.body is not None
        assert one.body["note"] == f"{after} x"
        assert [e.is_link for e in one.changes] == [LEFT_OUT in after], note


@given(st.text(st.sampled_from("aA :/.,;()_-、看王w1|'\n"), max_size=40).map("www.{}".format))
def test_links_are_found_in_any_text(text: str) -> None:
    """None has a space in it, or ends as a sentence does."""
    for found in LINK.finditer(text):
        assert not any(map(str.isspace, found[0])) and found[0][-1] not in ".,;:"


@given(
    st.recursive(
        st.text(max_size=12),
        lambda some: (
            st.lists(some)
            | st.dictionaries(
                st.sampled_from(["note", "session", "values", "judgements", "text", "id"]), some
            )
        ),
        max_leaves=12,
    )
)
def test_nothing_changes_where_nothing_is_to_be_changed(body: Any) -> None:
    """And every text is gone through once."""
    assert rewritten(body, lambda text: text) == body
    assert all(isinstance(each, str) for each in strings(body))


def test_kinds_are_counted_in_the_order_of_the_journal() -> None:
    """What is of no kind that is known is told as others."""
    kinds = {"a": "roster", "b": "log_entry", "c": "log_entry", "d": "debrief", "e": "later"}
    assert kinds_told(kinds, "abcde") == "1 debrief, 2 log entries, 1 roster, 1 other"
    assert kinds_told(kinds, ()) == ""


def test_sessions_that_count_for_an_enrolment_are_told_to_stay() -> None:
    """With what was said of them."""
    assert sessions_told(0) == ""
    assert sessions_told(1).startswith("1 session that counts for it, with debriefs")
    assert sessions_told(6).startswith("6 sessions that count for it, with debriefs")
