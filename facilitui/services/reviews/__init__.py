"""Mentoring: what goes to a mentor, and reviewing another person's journal."""
