"""What is known of sessions, written down for one kind of reader."""
