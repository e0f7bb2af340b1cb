"""Making each screen with the services it needs."""
