"""Plans, their agendas and groups: what is prepared before a session."""
