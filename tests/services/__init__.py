"""The use cases, on stores that live in memory and a clock that a test moves."""
