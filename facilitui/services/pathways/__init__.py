"""Enrolments in pathways: where they stand, what is written down of them."""
