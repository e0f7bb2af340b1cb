"""Which letters the bytes of a file stand for, where the file does not say it itself."""

from __future__ import annotations

import re

from facilitui.core.words import Word

_SAMPLE = 400_000
_KANA = re.compile(r"[\u3041-\u30fe]")
_MANY = 0.2
"""The share of letters outside ASCII that are kana in any Japanese text."""
_ODD = re.compile(
    r"[a-zß-öø-ÿœšž](?=[À-ÖØ-ÞŠŒŽŸ])|\ufffd|[€†‡‰ˆ¢£¥§¶](?=[^\W\d_])|"
    r"(?<=[^\W\d_])[^\w\s\x00-\x7f‘’“”–—…°·](?=[^\W\d_])"
)
"""What hardly stands in a text: a capital in the middle of a word, or a sign there."""
_MOST_SHOWN = 6


class Letters(Word):
    """The usual ways of writing letters outside ASCII, by the names that Python gives them."""

    WESTERN = "cp1252", "Western European"
    MAC = "mac_roman", "Western European of older Macs"
    CENTRAL = "cp1250", "Central European"
    CYRILLIC = "cp1251", "Cyrillic"
    GREEK = "cp1253", "Greek"
    TURKISH = "cp1254", "Turkish"
    HEBREW = "cp1255", "Hebrew"
    ARABIC = "cp1256", "Arabic"
    BALTIC = "cp1257", "Baltic"
    JAPANESE = "cp932", "Japanese"
    CHINESE = "gb18030", "Chinese, simplified"
    TAIWANESE = "big5", "Chinese, traditional"
    KOREAN = "cp949", "Korean"
    UTF_8 = "utf-8", "Unicode (UTF-8)"


def likely_letters(data: bytes) -> Letters:
    """The letters that bytes most likely stand for, none of which say it themselves."""
    sample = data[:_SAMPLE]
    japanese = _others(sample.decode(Letters.JAPANESE, "replace"))
    if len(_KANA.findall(japanese)) > _MANY * len(japanese) and japanese.count("\ufffd") <= 1:
        return Letters.JAPANESE
    return min((Letters.WESTERN, Letters.MAC), key=lambda each: _odd(sample, each))


def _odd(sample: bytes, letters: Letters) -> int:
    return len(_ODD.findall(sample.decode(letters, "replace")))


def _others(text: str) -> str:
    """What is outside ASCII."""
    return "".join(each for each in text if not each.isascii())


def letters_told(text: str, letters: Letters, *, chosen: bool) -> str:
    """That a file's letters were guessed or chosen, with some of them to judge that by."""
    seen = ", ".join(dict.fromkeys(each for each in _others(text[:_SAMPLE]) if each.isprintable()))
    shown = f" ({seen[: 3 * _MOST_SHOWN - 2]})" if seen else ""
    read = f"its letters outside ASCII{shown} are read as {letters.label}"
    return f"{read}, as you chose" if chosen else f"{read}: if they look wrong, save it as UTF-8"
