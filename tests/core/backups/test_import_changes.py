"""Whether what comes has anything to do with what is here."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from facilitui.core.backups.import_changes import brought, is_strange_to, named_again


def document(entry: str, session: str = "", **more: Any) -> Mapping[str, Any]:
    """A document as far as that is told by it."""
    body = json.dumps({"session": session} if session else more.pop("body", {}))
    return {"id": entry, "rev": 1, "hash": f"hash of {entry}", "body": body, **more}


def test_what_is_about_ones_own_sessions_is_not_strange() -> None:
    """Nor what goes over, speaks of, or is an entry of the journal; all else is."""
    here = [document("mine", "s1")]
    assert not is_strange_to([document("other", "s1")], here)
    assert not is_strange_to([document("mine", "s9")], here)
    assert not is_strange_to([document("x", prev="hash of mine")], here)
    assert not is_strange_to([document("x", body={"about": "mine"})], here)
    assert is_strange_to([document("other", "s2")], here)
    assert is_strange_to([document("other")], here)
    assert not is_strange_to([], here)


def test_an_empty_journal_knows_by_what_is_around_it() -> None:
    """A session of the home, or a document that it is known to have had."""
    assert is_strange_to([document("a", "s1")], [])
    assert is_strange_to([document("a", "s1")], [], {"s2", "hash of b"})
    assert not is_strange_to([document("a", "s1")], [], {"s1"})
    assert not is_strange_to([document("a", "s1")], [], {"hash of a"})


def test_what_comes_is_told_by_kind_with_who_gave_it() -> None:
    """Each entry once, whatever its revisions; of many givers how many they are; none of bare."""
    answers = [
        document("a", kind="answer", body={"giver": "Bea"}),
        {**document("a", kind="answer", body={"giver": "Bea"}), "rev": 2},
        document("b", kind="answer", body={"giver": "Bea"}),
        document("c", kind="debrief"),
        document("d", kind="strange", body={"giver": 3}),
    ]
    assert brought(answers) == ("1 debrief", "2 answers by Bea", "1 other")
    many = [document(f"{n}", kind="observation", body={"giver": f"{n}\x1b"}) for n in range(4)]
    assert brought(many) == ("4 observations by 4 people",)
    assert brought(many[:1])[0].startswith("1 observation by 0") and "\x1b" not in brought(many)[0]
    assert brought([]) == ()


def test_what_was_made_of_words_that_were_cleaned_of_names_is_known() -> None:
    """By what it goes over: a blank revision, or one that is not here; not what was made of the
    clean words, however often it was gone on with; nor any other entry."""

    def revision(seal: str, prev: str, entry: str = "log", text: str = "x") -> Mapping[str, Any]:
        body = json.dumps({"note": text}) if text else ""
        return {"id": entry, "rev": 1, "hash": seal, "prev": prev, "body": body, "salt": text}

    here = [revision("old", "", text=""), revision("clean", "old")]
    fine = [revision("a", "clean"), revision("b", "a"), revision("c", "gone", "other")]
    assert named_again(here, fine, {"log"}) == ()
    blank = revision("d", "old", text="")
    assert named_again(here, [*fine, blank], {"log"}) == ()
    for odd in ([revision("e", "old")], [*fine, revision("f", "gone")], [revision("g", "")]):
        assert named_again(here, odd, {"log"}) == ("log",)
        assert named_again(here, odd, ()) == ()
    joined = {**revision("h", "clean"), "joins": ["old"]}
    assert named_again(here, [joined], {"log"}) == ("log",)
