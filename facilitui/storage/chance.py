"""What nobody can guess, for names and salts."""

from __future__ import annotations

import os


def token_hex(count: int = 32) -> str:
    """So many random bytes as hexadecimal digits, as of the module `secrets`.

    That one loads a library of ciphers, which no start should wait for.
    """
    return os.urandom(count).hex()
