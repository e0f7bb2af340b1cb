"""Enrolments in pathways, on stores that live in memory."""
