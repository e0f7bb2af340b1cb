"""Joining a backup's months with a journal's: nothing of either goes, and the chain is whole."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from time import perf_counter
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.journals.journal import Document, link, make_document, verify
from facilitui.core.journals.journal_merging import Merged, merged
from facilitui.core.privacy.purged_here import PurgedHere
from facilitui.core.sealing import GENESIS

START = datetime(2026, 11, 1, tzinfo=UTC)
Months = dict[str, dict[str, Document]]


def saved(count: int, entries: int = 3) -> list[Document]:
    """So many documents of one journal, one after the other."""
    made: list[Document] = []
    for n in range(count):
        entry = f"e{n % entries}"
        last = next((each for each in reversed(made) if each["id"] == entry), None)
        made.append(
            make_document(
                entry_id=entry,
                kind="debrief",
                body={"n": n},
                made_at=START + timedelta(days=10 * n),
                salt=f"{n:032x}",
                last=last,
                after=link(made[-1]) if made else GENESIS,
            )
        )
    return made


def months(documents: Mapping[int, Document]) -> Months:
    """Documents by month and number, three a month."""
    found: Months = {}
    for n, each in documents.items():
        found.setdefault(f"2026-{n // 3 + 1:02}.json", {})[str(n % 3 + 1)] = each
    return found


def after(here: Months, made: Merged) -> list[tuple[str, Document]]:
    """All documents of a journal once it is joined."""
    now = {**here, **made.months}
    return [(f"{m}#{n}", each) for m, entries in sorted(now.items()) for n, each in entries.items()]


def broken(rows: list[tuple[str, Any]]) -> list[str]:
    """What of a journal does not hold."""
    return [f"{each.place} {each.fault.value}" for each in verify(rows) if each.broken]


WHOLE = dict(enumerate(saved(12)))
some = st.sets(st.sampled_from(sorted(WHOLE)))


@given(here=some, packed=some, mend=st.booleans())
def test_parts_of_one_journal_become_one_again(
    here: set[int], packed: set[int], mend: bool
) -> None:
    """Whatever was lost on either side: what either has is there, once, where it was."""
    own = months({n: WHOLE[n] for n in here})
    made = merged(own, months({n: WHOLE[n] for n in packed}), mend=mend)
    rows = after(own, made)
    assert made.lines == [] and len(made.healed) == 0
    assert sorted(each["body"] for _, each in rows) == sorted(
        WHOLE[n]["body"] for n in here | packed
    )
    if here | packed == set(WHOLE):
        assert broken(rows) == []
        assert dict(rows) == {
            f"{m}#{n}": each for m, e in months(WHOLE).items() for n, each in e.items()
        }


@given(altered=some, packed=some)
def test_mending_takes_the_backups_words(altered: set[int], packed: set[int]) -> None:
    """For what was altered here and is in the backup; the rest is left as it is, and told."""
    changed = {
        n: {**each, "body": '{"n":"x"}'} if n in altered else each for n, each in WHOLE.items()
    }
    own, backup = months(changed), months({n: WHOLE[n] for n in packed})
    made = merged(months(changed), backup, mend=True)
    assert len(made.healed) == len(altered & packed) and not made.lines
    rows = after(own, made)
    assert len(broken(rows)) == len(altered - packed)
    untouched = merged(own, backup, mend=False)
    assert (untouched.months, len(untouched.healed), untouched.lines) == ({}, 0, [])


def test_a_document_whose_seal_was_changed_is_mended_by_its_place() -> None:
    """It is known by nothing else any more, and stays no second revision of that number."""
    changed = {n: {**each, "hash": "0" * 64} if n == 1 else each for n, each in WHOLE.items()}
    made = merged(months(changed), months(WHOLE), mend=True)
    assert len(made.healed) == 1 and broken(after(months(changed), made)) == []


def test_a_closed_month_is_left_and_its_entries_are_handed_over() -> None:
    """A newer version wrote it, which may keep them otherwise."""
    own = months({n: WHOLE[n] for n in (0, 1, 3, 4, 5)})
    made = merged(own, months(WHOLE), {"2026-01.json"}, mend=True)
    assert "2026-01.json" not in made.months
    assert len(made.lines) >= 1


def test_what_another_program_wrote_is_kept_too() -> None:
    """It has no seal, and is known by all that it says."""
    strange = {"what": "of another program"}
    backup: Months = {"2026-01.json": {**months(WHOLE)["2026-01.json"], "9": strange}}
    made = merged({}, backup, mend=False)
    assert made.months["2026-01.json"]["9"] == strange
    again = merged(made.months, backup, mend=False)
    assert again.months == {} and again.lines == []


def test_thousands_of_one_month_are_joined_in_a_moment() -> None:
    """Each gets a number of its own behind those that are there, whichever it had."""
    first, second = (
        {str(n + 1): {"id": f"{name}{n}", "by": "another"} for n in range(8000)} for name in "ab"
    )
    first["9001"] = {"id": "far", "by": "another"}
    begun = perf_counter()
    made = merged({"2026-11.json": first}, {"2026-11.json": second}, mend=False)
    assert perf_counter() - begun < 1.5
    numbers = made.months["2026-11.json"]
    assert len(numbers) == 16_001 and set(numbers) > set(map(str, range(9002, 17_002)))


def test_what_says_again_what_was_purged_and_no_record_names_is_for_an_import_to_judge() -> None:
    """Nor is anything after it native: the chain would have a hole."""
    purged = PurgedHere(sessions=frozenset("s"), about={"e1": "s"})
    made = merged({}, months(WHOLE), mend=False, purged=purged)
    assert [each["id"] for each in made.months["2026-01.json"].values()] == ["e0"]
    assert len(made.lines) == len(WHOLE) - 1 and not made.purged
    assert merged({}, months(WHOLE), mend=False, purged=PurgedHere()).lines == []
