"""The application: shows screens, keeps their order, and ends as it should."""
