"""What goes to nobody, and that no word of the programme is taken for somebody's name."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.pathways.document_offers import offers_of
from facilitui.core.pathways.log_entry import Slot
from facilitui.core.pathways.progress import Progress, SlotProgress
from facilitui.core.pathways.pulse_answers import in_a_line
from facilitui.core.pathways.remarks import Lack
from facilitui.core.pathways.summary import Summary
from facilitui.core.pathways.whose_words import Typed, called, words
from facilitui.core.pathways.words import Standing
from facilitui.core.reports.handout import Format
from facilitui.core.reports.report_few import FEW_FIGURES
from facilitui.reports.cycle_card import cycle_card
from facilitui.reports.evidence_hiding import Hiding
from facilitui.reports.evidence_summary import evidence_summary
from facilitui.reports.pathway_papers import written_paper
from facilitui.reports.plain_text import plain_text
from tests.reports import communities, enrolments
from tests.reports.test_evidence_facts import shown, with_logged

CORE = communities.CORE
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ASKED = {each.id: each for each in CORE.requirements}
AFTERCARE = "What do you come back to, with the group or with somebody?"


def told(summary: Summary) -> str:
    """All of the summary in one line."""
    return " ".join(plain_text(evidence_summary(summary), 10_000).split())


def difficult(**values: str) -> Summary:
    """A community that logged a difficult conversation alone."""
    asked = ASKED["difficult_conversations"]
    entry = enrolments.logged(
        "log_entry-d",
        date(2026, 9, 7),
        asked.id,
        values=values,
        asks={"about": "What was it about?", "aftercare": AFTERCARE},
    )
    entry = replace(entry, source=replace(entry.source, told=next(iter(values.values()), "")))
    lacks = (Lack(words(called(entry.source), " lacks an answer to “What was it about?”")),)
    given = Progress(asked, Standing.LOGGED, (entry.source,), 1, lacks=lacks, count="1 logged")
    return shown(with_logged(communities.community(), entry), given)


def test_what_is_private_stays_out_of_every_paper_and_that_is_said() -> None:
    """D-16: neither as an answer, nor as what its entry is called."""
    summary = difficult(aftercare="The quarrel of last week")
    assert "quarrel" not in told(summary)
    assert "Still lacking: an entry lacks an answer to" in told(summary)
    assert f"answers to “{AFTERCARE}”" in evidence_summary(summary).left_out
    both = difficult(about="Whom we expect little of", aftercare="The quarrel")
    assert "Whom we expect little of" in told(both) and "quarrel" not in told(both)
    assert AFTERCARE not in " ".join(evidence_summary(difficult(about="It")).left_out)


def test_what_a_later_version_calls_private_was_private_before() -> None:
    """An enrolment in an older file lets nothing out that a kept newer one keeps in."""
    summary = difficult(about="It", aftercare="The quarrel")
    asked = ASKED["difficult_conversations"]
    fields = tuple(e.model_copy(update={"private": False}) for e in asked.fields)  # type: ignore[union-attr]
    open_one = asked.model_copy(update={"fields": fields})
    phase = CORE.phases[0].model_copy(update={"requirements": (open_one,)})
    older = CORE.model_copy(update={"phases": (phase,)})
    under_older = replace(summary, progress=replace(summary.progress, pathway=older))
    assert "quarrel" in told(under_older)
    assert "quarrel" not in told(replace(under_older, earlier=(CORE,)))


def test_the_programmes_own_words_are_nobodys_name() -> None:
    """Members called as parts and choices are hide neither; in what was typed they are hidden."""
    asked = ASKED["evidence_cycle"]
    slot = SlotProgress(Slot(cycle=1, part="plan"), "PDSA cycle 1, Plan", Standing.MISSING)
    lacks = (Lack(words(Typed("Jo Plan wrote it"), " lacks its day")),)
    progress = Progress(asked, Standing.MISSING, slots=(slot,), lacks=lacks, count="0 of 12")
    contact = enrolments.logged(
        "log_entry-k",
        date(2026, 9, 7),
        "contacts",
        values={"to": "District leaders", "how": "Call", "about": "Jo Plan and Ann Call came"},
        asks={"to": "With whom?", "how": "How?", "about": "What about?"},
    )
    of_contact = Progress(
        ASKED["contacts"], Standing.LOGGED, (contact.source,), 1, count="1 logged"
    )
    summary = with_logged(communities.community("Jo Plan", "Ann Call"), contact)
    text = told(shown(summary, progress, of_contact))
    assert "PDSA cycle 1, Plan: not there yet" in text and "How? Call" in text
    assert "a participant wrote it” lacks its day" in text
    assert "What about? A participant and a participant came" in text
    assert "Jo" not in text and "Ann" not in text
    hiding = Hiding(communities.community("Ann Core"))
    typed = words(Typed("Core came"), " is not")
    quotes = words("“CORE leaders” is asked by the programme; ", typed)
    expected = "“CORE leaders” is asked by the programme; “a participant came” is not"
    assert hiding.told(quotes) == expected


def test_a_link_with_a_name_is_left_out_whole_and_that_is_said() -> None:
    """Half of it leads nowhere; one without a name stays as it is."""
    summary = communities.community("Mia Lee")
    link = "https://drive.example/mia-lee/notes"
    entry = enrolments.logged(
        "log_entry-plan",
        date(2026, 9, 3),
        "evidence_cycle",
        note=f"See {link} and https://drive.example/all",
        link=link,
        file_name="lee.pdf",
        file_hash="a" * 64,
    )
    text = told(with_logged(summary, entry))
    assert "See (a link is left out, as a name is in it) and https://drive.example/all" in text
    assert f"File: left out, as a name is in it (sha256 {'a' * 64})" in text
    assert "Link: left out, as a name is in it" in text and "drive.example/a p" not in text
    left_out = evidence_summary(with_logged(summary, entry)).left_out
    assert left_out[-2:] == (
        "links and names of files with such a name in them",
        "the names of those who take part",
    )
    assert "links and names" not in " ".join(evidence_summary(summary).left_out)


def test_once_the_roster_was_purged_papers_say_that_they_hide_nobody() -> None:
    """At their top, and nothing claims that names are left out."""
    summary = replace(communities.community(), roster_purged=True)
    assert CORE.cycles is not None
    card = cycle_card(summary, CORE.cycles, 1)
    for document in (evidence_summary(summary), card):
        text = " ".join(plain_text(document, 10_000).split())
        assert "The roster was purged, so names that were typed into entries are not" in text
        assert "the names of those who take part" not in document.left_out
        assert text.index("The roster was purged") < text.index(
            "log_entry" if document is not card else "PLAN"
        )
    assert "purged" not in told(communities.community())


def test_who_left_the_roster_is_not_named_either() -> None:
    """A name that an earlier revision of it has is hidden too."""
    summary = communities.community()
    assert "Mia Lee brought data" in told(summary)
    assert "Mia" not in told(replace(summary, once_members=("Mia Lee",)))


def test_a_calendar_hides_the_name_that_the_card_hides() -> None:
    """A community that is called after somebody; nobody is named where none is in it."""
    summary = communities.community("Mia Lee")
    named = summary.progress.enrolment.model_copy(update={"name": "Mia's community"})
    summary = replace(summary, progress=replace(summary.progress, enrolment=named))
    offer = next(e for e in offers_of(CORE, enrolled=True) if e.key == "check-ins")
    made = written_paper(offer, Format.ICALENDAR, CORE, summary, NOW)
    assert b"Mia" not in made.data and b"a participant" in made.data
    assert made.left_out == ("the notes of 2 check-ins", "the names of those who take part")


def test_titles_are_told_whole() -> None:
    """A paper has room for what a list cuts."""
    title = "What we owe to those who came first and to those who come after them, in all schools"
    summary = enrolments.candidate()
    held = replace(enrolments.APPRENTICE, source=replace(enrolments.APPRENTICE.source, told=title))
    lacks = (Lack(words(called(held.source), " has no debrief that says your role")),)
    given = Progress(summary.progress.phases[1].requirements[0].requirement, Standing.MISSING)
    full = shown(
        replace(summary, case=replace(summary.case, sessions=(held,))), replace(given, lacks=lacks)
    )
    assert f"Still lacking: “{title}” has no debrief" in told(full)


def test_a_sessions_id_that_is_made_of_a_name_goes_by_a_number() -> None:
    """It stands behind each piece of evidence and in what the paper rests on."""
    id = "2026-03-10-meeting-mia-lee"
    source = replace(
        enrolments.APPRENTICE.source, entry=f"debrief-{id}", session=id, told="Meeting Mia Lee"
    )
    summary = communities.community("Mia Lee")
    case = replace(summary.case, sessions=(replace(enrolments.APPRENTICE, source=source),))
    hiding = Hiding(replace(summary, case=case))
    assert hiding.ids(f"debrief-{id}") == "debrief-session-1"


@given(st.text(), st.sampled_from(["Jo Plan", "Mia Lee", "Nguyễn Lan"]))
def test_whoever_is_on_the_roster_is_hidden_wherever_they_are_typed(text: str, name: str) -> None:
    """Whatever else stands around it."""
    hiding = Hiding(communities.community(name))
    assert name not in hiding.typed(f"{text} {name} {text}")


def pulsed(*answers: str) -> Summary:
    """A community that asked after one meeting, with its answers in so many entries."""
    asked = ASKED["value_pulse"]
    entries = [
        enrolments.logged(f"log_entry-{n}", date(2026, 9, 7), asked.id, values={"worth_it": each})
        for n, each in enumerate(answers)
    ]
    entries = [
        replace(e, source=replace(e.source, told=in_a_line(e.said.values["worth_it"])))
        for e in entries
    ]
    lacks = (Lack(words(called(entries[0].source), " lacks something")),)
    sources = tuple(each.source for each in entries)
    given = Progress(asked, Standing.LOGGED, sources, len(sources), lacks=lacks, count="logged")
    return shown(with_logged(communities.community(), *entries), given)


def test_a_pulse_of_few_answers_is_told_without_its_figures() -> None:
    """Whether they are in one entry or in several; also where the entry is called by them."""
    for few in (("Rather agree",) * 4, ("3 × Rather agree\n1 × Partly",)):
        summary = pulsed(*few)
        assert "Too few to tell (fewer than 5). 4 answered." in told(summary)
        assert "Rather agree" not in told(summary) and "Partly" not in told(summary)
        assert FEW_FIGURES in evidence_summary(summary).left_out
        assert FEW_FIGURES in cycle_card(summary, CORE.cycles, 1).left_out  # type: ignore[arg-type]


def test_what_is_no_level_lets_no_figures_of_four_out() -> None:
    """Neither they nor the words themselves, which one person wrote, are on the paper."""
    summary = pulsed("4 × Rather agree", "no idea what")
    assert "Too few to tell (fewer than 5). 4 answered." in told(summary)
    assert "Rather agree" not in told(summary) and "no idea" not in told(summary)
    alone = told(pulsed("no idea what"))
    assert "no idea" not in alone and "Too few to tell" in alone and "0 answered" not in alone


def test_a_pulse_of_five_answers_is_told() -> None:
    """Level by level in one line, whoever on the roster is called as a level is."""
    summary = pulsed("4 × Rather agree\n1 × Partly")
    assert "4 × Rather agree, 1 × Partly" in told(summary)
    assert told(pulsed(*["Agree"] * 5)).count("Agree") == 5 + 1
    for each in (summary, pulsed(*["Agree"] * 5)):
        assert FEW_FIGURES not in evidence_summary(each).left_out
