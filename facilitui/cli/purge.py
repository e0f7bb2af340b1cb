"""The journal's commands that let something count no more, or say nothing any more."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Coroutine, Iterable
from functools import partial
from itertools import takewhile

from facilitui.bootstrap import Wiring
from facilitui.cli.printing import PROBLEM, WELL, complain, note, say
from facilitui.cli.progress import watched
from facilitui.core.errors import FacilituiError
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.journals.withdrawal import MEANS, WithdrawnAlready
from facilitui.core.privacy.named_entries import Certainty
from facilitui.core.privacy.purge_intent import listed, review_named
from facilitui.core.privacy.purge_lines import survey_lines
from facilitui.core.privacy.purge_places import SETTLE_FIRST, words_in
from facilitui.core.privacy.purge_survey import Survey
from facilitui.core.safe_text import line as safe_line
from facilitui.core.safe_text import quoted
from facilitui.core.told import plural
from facilitui.services.privacy.purging import Purging
from facilitui.services.reviews.forgetting import Forgetting

BACK = "`journal withdraw ID --back`"
NOTHING_DONE = "nothing was purged: the word was not typed"
NO_STATES = "--history: the plan has no earlier states here"
NAMES_STAY = (
    "names stand in {} besides: --names takes whole names out of there too, all there is "
    "--names-in ENTRY out of one of these: {}"
)
MAY_BE_WORDS = (
    "these are no whole names, may be other words, and stay: {}; --names-in ENTRY takes all of an "
    "entry, and Journal shows each word to be ticked"
)
TYPE_NAMES = "Whom it named is known no more. Type each name on a line; an empty line ends it."
NONE_TYPED = "no name was typed; nothing was purged"
NONE_IN = "--names-in {}: no name can be taken out of it; {}"
NONE_BEGUN = "No purge waits to be finished."
NOTHING_NAMED = "name an entry or a session; `facilitui journal list` shows the entries"


async def withdraw(wiring: Wiring, options: argparse.Namespace) -> int:
    """Let an entry count no more, or take that back."""
    if options.back:
        await wiring.withdrawing.take_back(options.id, options.reason or "")
        say("Taken back: it counts again.")
        return WELL
    try:
        await wiring.withdrawing.withdraw(options.id, options.reason or "")
    except WithdrawnAlready as error:
        raise WithdrawnAlready(f"{BACK} lets it count again") from error
    say(f"Withdrawn. {MEANS.format(BACK)}")
    return WELL


async def purge(wiring: Wiring, options: argparse.Namespace) -> int:
    """Do the purge that is asked for, or finish the one that was begun, once it is confirmed."""
    purging = wiring.purging
    if options.give_up:
        say(await purging.give_up() or NONE_BEGUN)
        return WELL
    if told := await purging.unfinished():
        word = "" if options.id else await purging.unfinished_word()
        if not word:  # one that is damaged is replaced by the next; any other is finished first
            note(told)
        else:
            return await _once_confirmed((told,), word, options, purging.finish)
    if not options.id:
        raise FacilituiError(NOTHING_NAMED)
    if folder := review_named(options.id):
        return await _forget(wiring.forgetting, folder, options)
    typed = await _typed(purging, options)
    survey = await purging.survey(options.id, typed=typed)
    also = _also(survey, options)
    survey = _cleaning(survey, options)
    do = partial(purging.purge, survey, also)
    return await _once_confirmed(survey_lines(survey, also), survey.word, options, do)


async def _forget(forgetting: Forgetting, folder: str, options: argparse.Namespace) -> int:
    """Purge what is kept of another person's journal, once it is confirmed."""
    survey = await forgetting.survey(folder)
    do = partial(forgetting.purge, survey)
    return await _once_confirmed(survey.lines, survey.word, options, do)


async def _once_confirmed(
    lines: Iterable[str],
    word: str,
    options: argparse.Namespace,
    do: Callable[[Progress], Coroutine[None, None, str]],
) -> int:
    """Show what would be done, and do it once its word is given."""
    for line in lines:
        say(line)
    if not _is_confirmed(word, options.word):
        complain(NOTHING_DONE)
        return PROBLEM
    progress = Progress()
    say(await watched(do(progress), progress, "purging"))
    return WELL


async def _typed(purging: Purging, options: argparse.Namespace) -> list[str]:
    """The names to be taken out after a roster that was purged already; none for any other."""
    if not await purging.is_emptied(options.id):
        return []
    if not (options.names or options.names_in):
        return []
    say(TYPE_NAMES)
    lines = iter(sys.stdin.readline, "") if sys.stdin is not None else iter(())
    names = list(takewhile(bool, (" ".join(line.split()) for line in lines)))
    if not names:
        raise FacilituiError(NONE_TYPED)
    return names


def _cleaning(survey: Survey, options: argparse.Namespace) -> Survey:
    """The same with names taken out of other entries, as is asked; what stays so is told."""
    there = [each.entry for each in survey.named_in if each.can_go]
    rivalled = {each.entry for each in survey.named_in if each.is_rivalled}
    for each in options.names_in:
        if each in rivalled:
            raise FacilituiError(f"--names-in {safe_line(each)}{SETTLE_FIRST}")
        if each not in there:
            offered = f"it can of {listed(there, len(there))}" if there else "nor of any other"
            raise FacilituiError(NONE_IN.format(safe_line(each), offered))
    every = {*words_in(survey.named_in)}
    chosen = {each for each in every if each.entry in options.names_in}
    chosen |= {*words_in(survey.named_in, Certainty.WHOLE)} if options.names else set()
    left = sorted(every - chosen)
    entries = list(dict.fromkeys(each.entry for each in left))
    if options.names and left:
        words = dict.fromkeys(f"{quoted(e.word)} in {safe_line(e.entry)}" for e in left)
        note(MAY_BE_WORDS.format(", ".join(words)))
    elif left:
        told = plural(len(entries), "entry", "entries")
        note(NAMES_STAY.format(told, listed(entries, len(entries))))
    return survey.cleaning(chosen)


def _also(survey: Survey, options: argparse.Namespace) -> tuple[str, ...]:
    """What goes besides: states of the plan unless somebody else used it, or as is asked."""
    history = survey.history_goes if options.history is None else options.history
    if options.history and not survey.history:
        note(NO_STATES)
    aside = survey.set_aside if options.set_aside else ()
    return (*(survey.history if history else ()), *aside)


def _is_confirmed(word: str, given: str | None) -> bool:
    if given is not None:
        return given == word
    say(f"To purge it, type {word} and press enter; anything else leaves all as it is.")
    line = sys.stdin.readline() if sys.stdin is not None else ""
    return line.strip() == word


async def unfinished(wiring: Wiring) -> int:
    """Say that a purge was not finished, where one was not."""
    if told := await wiring.unfinished_purge():
        complain(told)
        return PROBLEM
    return WELL
