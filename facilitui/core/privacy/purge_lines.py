"""The lines that tell what a purge would do, to be read before its word is typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from facilitui.core.privacy.purge_files import all_listed, in_groups
from facilitui.core.privacy.purge_survey import Survey
from facilitui.core.privacy.purging import ENTRY
from facilitui.core.safe_text import line as safe_line
from facilitui.core.told import plural

FOR_GOOD = "It goes for good: nothing brings it back."


def survey_lines(
    survey: Survey, also: Sequence[str] | None = None, *, brief: bool = False
) -> tuple[str, ...]:
    """All of it in lines to be read before anything is done; in `brief` many are only counted.

    `also` are the files that were chosen to go too; None where that is still to be chosen.
    """
    chosen = () if also is None else tuple(also)
    asked = [f"only if you ask for it: {each}" for each in also_told(survey)]
    kept = [each for each in survey.set_aside if each not in chosen]
    held = [f"{safe_line(each)}, {_held(survey, each)}" for each in kept if each in survey.named]
    files = in_groups if brief else all_listed
    left = () if also is None else tuple(each for each in survey.history if each not in chosen)
    states = (f"{_states(survey)}: {files(left)}",) if left else ()
    with_all = "" if survey.what == ENTRY else ", with all there is of it"
    goes = (
        *survey.goes(brief=brief),
        *((files(chosen),) if chosen else ()),
        *(asked if also is None else ()),
    )
    stays = (*(held if also is not None else ()), *states, *survey.stays(brief=brief))
    return lines_before(f"{survey.of}{with_all}", goes, stays)


def lines_before(what: str, goes: Iterable[str], stays: Iterable[str]) -> tuple[str, ...]:
    """Lines to be read before anything is purged: of what, what goes and what stays."""
    return (
        f"Purge {what}? {FOR_GOOD}",
        "This will be purged",
        *(f"- {each}" for each in goes),
        "This will stay",
        *(f"- {each}" for each in stays),
    )


def also_told(survey: Survey) -> tuple[str, ...]:
    """What can be chosen to go too, a line for the plan's states and one for each other file.

    What is to be known of each stands behind a semicolon.
    """
    used = (
        "another session used that plan too" if survey.others_used else "no other session used it"
    )
    history = f"{_states(survey)}; {used}"
    aside = (f"{safe_line(each)}; {_held(survey, each)}" for each in survey.set_aside)
    return (*((history,) if survey.history else ()), *aside)


def _states(survey: Survey) -> str:
    return f"{plural(len(survey.history), 'earlier state')} of the plan {safe_line(survey.plan)}"


def _held(survey: Survey, file: str) -> str:
    """What is known of a file that nobody can read as a whole."""
    other = survey.only_there.get(file, 0)
    named = ", NAMES what goes" if file in survey.named else ""
    told = f"cannot be read as a whole{named}, may tell of other purges"
    entries = plural(other, "other entry is", "other entries are")
    return f"{told}, {entries} only there: import it first to save them" if other else told
