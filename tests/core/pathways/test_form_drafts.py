"""The drafts of an enrolment's forms are told apart, and found again by what they are called."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.pathways.form_drafts import FormDraft, FormOf, form_draft
from facilitui.core.privacy.purging import draft_belongs

entries = st.from_regex(r"\Aenrolment-[0-9a-f]{1,8}\Z")
about = st.from_regex(r"\A[A-Za-z0-9][A-Za-z0-9_-]{0,63}\Z")
with_about = st.sampled_from([FormOf.NEW, FormOf.RULE, FormOf.PHASE, FormOf.ASIDE])
alone = st.sampled_from([FormOf.DETAILS, FormOf.AREAS, FormOf.CLOSING])


@given(entries, with_about, about)
def test_a_name_says_which_form_it_is_of(entry: str, form: FormOf, of: str) -> None:
    """And what it is about, whatever that is called."""
    draft = FormDraft(entry, form, of)
    assert form_draft(draft.name) == draft


@given(entries, alone)
def test_one_that_is_about_nothing(entry: str, form: FormOf) -> None:
    """Has only the enrolment and the form in its name."""
    assert form_draft(FormDraft(entry, form).name) == FormDraft(entry, form)


def test_what_is_no_draft_of_an_enrolment() -> None:
    """Is told to be none."""
    for name in ("debrief-1", "enrolment", "log_entry-1", "enrolment-", "", "roster-1"):
        assert form_draft(name) is None


def test_an_enrolment_may_be_called_anything() -> None:
    """As one that another program wrote."""
    assert form_draft("enrolment-a-b") == FormDraft("enrolment-a-b")
    assert form_draft("enrolment-a-b-areas") == FormDraft("enrolment-a-b", FormOf.AREAS)


@given(entries, with_about, about)
def test_all_drafts_go_with_a_purge_of_the_enrolment(entry: str, form: FormOf, of: str) -> None:
    """And those of another enrolment stay."""
    name = FormDraft(entry, form, of).name
    assert draft_belongs(name, {"typed": {}}, {entry}, ())
    assert draft_belongs(name, None, {entry}, ())
    assert not draft_belongs(name, {"typed": {}}, {f"{entry}0"}, ())
