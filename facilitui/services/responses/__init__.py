"""Hearing participants: answers taken in, slips typed in."""
