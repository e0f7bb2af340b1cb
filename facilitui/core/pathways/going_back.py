"""What stands otherwise in a phase that is gone back into, or left: what was stated and held since
counts for the one and not for the other, and nobody goes without having been told."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from facilitui.core.pathways.progress import PathwayProgress
from facilitui.core.safe_text import line, quoted


def stands_otherwise(
    now: PathwayProgress, then: PathwayProgress, phase: str, told: Collection[str] = ()
) -> Iterator[str]:
    """Each requirement of a phase that would stand elsewhere, were it gone back into or left; a
    sentence.

    `then` is that of somebody who is `leaving` for it, or it; `told` are the texts of those that
    are told otherwise.
    """
    for each in (
        each for found in then.phases if found.phase.id == phase for each in found.requirements
    ):
        was = now.of(each.requirement.id)
        text = each.requirement.text
        if was is not None and was.standing is not each.standing and text not in told:
            how = f"{was.standing.label.lower()} now, {each.standing.label.lower()} then"
            yield line(f"{quoted(text)}: {how}.")
