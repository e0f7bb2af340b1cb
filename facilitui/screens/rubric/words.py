"""What the rubric's screen says of itself, and of what cannot be done as things are."""

from __future__ import annotations

SCORE_FIRST = "Score it first: a key from 1 on."
THROWN = "Thrown away: what is saved stands as it was. u brings back what you gave."
NOTHING_TO_THROW = "Nothing is given that is not in the journal."
OWN = (
    "Your own scores on this session, beside what observers scored and your earlier ones as "
    "median and range; an observer's are kept apart in their observation, and o goes to them. "
    "Score what was seen or recorded, give the moment and one quote or "
    "note; what has no score is missing, never the lowest. Once saved, a score changes only "
    "with a reason, and both are kept. f8 throws away what is not saved yet. tab goes to the text "
    "beside the list, which scrolls."
)
OBSERVERS = (
    "What an observer scored on this session, kept within their observation and never among your "
    "own scores or medians; yours stand beside it, and o goes to them. Enter what they scored, "
    "with the moment and the quote or note they gave; what has no score is missing, never the "
    "lowest. Once saved, a score changes only with a reason, and both are kept. f8 throws away "
    "what is not saved yet. tab goes to the text beside the list, which scrolls."
)
