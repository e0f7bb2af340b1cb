"""What screens ask of the application."""
