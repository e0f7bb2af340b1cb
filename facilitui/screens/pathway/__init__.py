"""Enrolments in pathways: all of them, and one by one."""
