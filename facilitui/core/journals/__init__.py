"""The journal: sealed entries, found, compared, revised and withdrawn."""
