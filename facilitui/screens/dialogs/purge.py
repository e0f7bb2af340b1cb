"""Purging: what goes and what stays is shown, and a word that is shown has to be typed."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import App

from facilitui.core.errors import FacilituiError
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.privacy.named_entries import Certainty
from facilitui.core.privacy.purge_lines import FOR_GOOD, also_told, survey_lines
from facilitui.core.privacy.purge_places import Word, rows_of
from facilitui.core.privacy.purge_survey import Survey
from facilitui.core.privacy.purging import ENTRY, SESSION
from facilitui.core.told import capital
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.dialogs.tick import TickDialog
from facilitui.screens.dialogs.typed_names import NamesDialog
from facilitui.screens.dialogs.typed_word import WordDialog

if TYPE_CHECKING:
    from facilitui.services.privacy.purging import Purging
    from facilitui.services.reviews.forgetting import Forgetting

HISTORY = "history"
FINISH, GIVE_UP = "finish", "give up"
OUT_OF_WHICH = "Take names out of what is ticked?"
DROPPED = "escape again leaves, and purges nothing"
NONE_MARKED = "That needs an entry first: mark it, or one of its session."
NOTHING_KEPT = "You have kept nothing of this journal yet."


class PurgeDialog(WordDialog):
    """The purge of one survey."""

    def __init__(self, purging: Purging, survey: Survey, also: Iterable[str]) -> None:
        files = tuple(also)

        async def do(progress: Progress) -> str:
            return await purging.purge(survey, files, progress)

        brief = survey_lines(survey, files, brief=True)
        super().__init__(brief, survey.word, do, survey_lines(survey, files))


async def purge(app: App[Any], purging: Purging, entry: str) -> str:
    """Finish a purge that was begun, else ask what is to be purged and do it once it is confirmed.

    What was done; empty where nothing was. Raises FacilituiError.
    """
    if told := await purging.unfinished():
        return await _unfinished(app, purging, told, await purging.unfinished_word())
    if not entry:
        raise FacilituiError(NONE_MARKED)
    if await purging.is_emptied(entry):
        return await _purge_typed(app, purging, entry)
    session = await purging.session_of(entry)
    what = await app.push_screen_wait(_which(await purging.called(entry))) if session else ENTRY
    if what is None:
        return ""
    survey = await purging.survey(entry, whole=what == SESSION)
    also = await _also(app, survey)
    if also is None:
        return ""
    return await _purge_named(app, purging, survey, also)


async def _purge_typed(app: App[Any], purging: Purging, entry: str) -> str:
    """Take names out of entries that a roster had which was purged already: they are typed anew."""
    names = await app.push_screen_wait(NamesDialog())
    if not names:
        return ""
    return await _purge_named(app, purging, await purging.survey(entry, typed=names), ())


async def _purge_named(
    app: App[Any], purging: Purging, survey: Survey, also: tuple[str, ...]
) -> str:
    """Ask which words of other entries go as well, and purge once that is confirmed."""
    cleaned = await _cleaned(app, survey)
    if cleaned is None:
        return ""
    survey = survey.cleaning(cleaned)
    if survey.typed and not survey.cleaned:
        from facilitui.services.privacy.purging import NONE_CHOSEN

        raise FacilituiError(NONE_CHOSEN)
    return await app.push_screen_wait(PurgeDialog(purging, survey, also)) or ""


async def purge_review(app: App[Any], forgetting: Forgetting, folder: str) -> str:
    """Purge what is kept of another person's journal, once it is confirmed; what was done.

    Empty where nothing was. Raises FacilituiError.
    """
    from facilitui.services.reviews.forgetting import FOLDER

    if not await forgetting.keeps(folder):
        return NOTHING_KEPT
    survey = await forgetting.survey(f"{FOLDER}{folder}")
    do = partial(forgetting.purge, survey)
    return await app.push_screen_wait(WordDialog(survey.lines, survey.word, do)) or ""


async def _unfinished(app: App[Any], purging: Purging, told: str, word: str) -> str:
    """Finish the purge that was begun once the word is typed, or forget it.

    One without a word is damaged, and can only be forgotten.
    """
    sentence = f"{capital(told)}."
    choices = [Choice(GIVE_UP, "Forget it", "what it had purged already stays so")]
    if word:
        choices = [
            Choice(FINISH, "Finish it", "what is left of it is purged, once its word is typed"),
            Choice(GIVE_UP, "Forget it", "only where nothing of it was done yet"),
        ]
    chosen = await app.push_screen_wait(ChooseDialog(sentence, choices))
    if chosen == GIVE_UP:
        return await purging.give_up()
    if chosen != FINISH:
        return ""
    return await app.push_screen_wait(WordDialog((sentence,), word, purging.finish)) or ""


def _which(called: str) -> ChooseDialog:
    return ChooseDialog(
        f"Purge the {called}? {FOR_GOOD}",
        [
            Choice(ENTRY, "This entry", "all its revisions, and what was asked about it"),
            Choice(SESSION, "The whole session", "its entries, log, plan copy, files, drafts"),
        ],
    )


async def _also(app: App[Any], survey: Survey) -> tuple[str, ...] | None:
    """The further files that are to go too; None where nothing is to be purged after all."""
    keys = (*((HISTORY,) if survey.history else ()), *survey.set_aside)
    if not keys:
        return ()
    told = zip(keys, also_told(survey), strict=True)
    choices = [Choice(key, *line.split("; ", 1)) for key, line in told]
    ticked = {HISTORY} if survey.history_goes else set()
    chosen = await app.push_screen_wait(TickDialog("Also delete?", choices, ticked, "go on"))
    if chosen is None:
        return None
    history = survey.history if HISTORY in chosen else ()
    return (*history, *(each for each in survey.set_aside if each in chosen))


async def _cleaned(app: App[Any], survey: Survey) -> frozenset[Word] | None:
    """The words that are to be taken out of entries; None where nothing is to be purged after all.

    Each is shown with the words around it, since it may be somebody else's name, or none: what may
    be an ordinary word is not ticked.
    """
    rows = [row for each in survey.named_in for row in rows_of(each, survey.called((each.entry,)))]
    if not rows:
        return frozenset()
    words = {str(at): word for at, (word, _, _) in enumerate(rows)}
    choices = [Choice(key, *told) for key, (_, *told) in zip(words, rows, strict=True)]
    ticked = {key for key, word in words.items() if word.certainty > Certainty.ASKED}
    asking = TickDialog(
        OUT_OF_WHICH, choices, ticked, "go on", dropped=DROPPED, most_about=sys.maxsize
    )
    chosen = await app.push_screen_wait(asking)
    return None if chosen is None else frozenset(words[each] for each in chosen)
