"""Entries of the journal: written, found, read, withdrawn."""
