"""Seals: what was changed shows, what was only left out does not."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.sealing import GENESIS, Seal, canonical, check, own_hash, seal, sha256
from tests.core.strategies import json_values, texts

SALT = "0123456789abcdef" * 2
fields = st.dictionaries(texts.filter(lambda k: k not in {"body", "salt", "hash"}), json_values)
contents = st.dictionaries(texts, json_values, max_size=3).map(canonical)


@given(fields, contents)
def test_what_was_sealed_is_whole(known: dict[str, Any], body: str) -> None:
    """A sealed document checks as whole, also after a way through a file."""
    known.pop("body_hash", None)
    document = seal(known, body, SALT)
    assert check(document) is Seal.WHOLE
    assert check(json.loads(canonical(document))) is Seal.WHOLE
    assert canonical(json.loads(canonical(document))) == canonical(document)


@given(fields, contents)
def test_a_blanked_body_still_verifies(known: dict[str, Any], body: str) -> None:
    """Without body and salt the rest is still proved, and the hash does not move."""
    document = seal(known, body, SALT)
    left = {**document, "body": "", "salt": ""}
    assert check(left) is Seal.BLANKED
    assert own_hash(left) == document["hash"]


@given(st.data(), fields, contents, json_values)
def test_any_other_change_shows(
    data: st.DataObject, known: dict[str, Any], body: str, other: Any
) -> None:
    """Changing, adding or dropping any field, known here or not, is seen."""
    document = seal(known, body, SALT)
    key = data.draw(st.sampled_from(sorted(document)))
    altered = {**document, key: other}
    if canonical(altered) != canonical(document):
        assert check(altered) is Seal.ALTERED
    less = {name: value for name, value in document.items() if name != key}
    assert check(less) is (Seal.MISSING if key == "hash" else Seal.ALTERED)
    assert check({**document, "one field more": other}) is Seal.ALTERED


@given(contents, st.integers(1, 40))
def test_nothing_moves_between_salt_and_body(body: str, shift: int) -> None:
    """Salt and body together hash the same wherever they are cut, but only one cut is right."""
    document = seal({"seq": 1}, body, SALT)
    both = SALT + body
    for cut in {len(SALT) - shift, len(SALT) + shift, len(both)} - {len(SALT)}:
        moved = {**document, "salt": both[: max(0, cut)], "body": both[max(0, cut) :]}
        assert check(moved) is Seal.ALTERED


@given(texts, texts)
def test_two_texts_never_share_a_hash(first: str, second: str) -> None:
    """A lone surrogate, or any other character, is not the escape that stands for it."""
    assert (sha256(first) == sha256(second)) == (first == second)
    escaped = first.encode("ascii", "backslashreplace").decode()
    assert (sha256(first) == sha256(escaped)) == (first == escaped)


def test_the_canonical_form_is_the_designs() -> None:
    """Sorted keys, no spaces, ASCII escapes, so that half a character survives."""
    assert canonical({"b": "é\ud800", "a": [1, 2.5]}) == '{"a":[1,2.5],"b":"\\u00e9\\ud800"}'
    assert json.loads(canonical("\ud800")) == "\ud800"
    assert GENESIS == "0" * 64


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_numbers_that_json_does_not_have_are_refused(number: float) -> None:
    """They never get into a hash; a document that holds one is altered, not an error."""
    with pytest.raises(ValueError, match="JSON"):
        canonical({"x": number})
    assert check({**seal({"x": 1}, "{}", SALT), "x": number}) is Seal.ALTERED


def test_a_document_too_deep_to_hash_is_altered() -> None:
    """Nesting without end is damage, not a crash."""
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    assert check({**seal({}, "{}", SALT), "x": deep}) is Seal.ALTERED
