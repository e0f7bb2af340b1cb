"""Use cases over the core and its ports: planning, hosting a session, reflecting, reviewing."""
