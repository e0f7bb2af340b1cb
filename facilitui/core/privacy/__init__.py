"""Purging what was said, and finding names in what people wrote."""
