"""Agendas that were written elsewhere, taken in as blocks of a plan."""
