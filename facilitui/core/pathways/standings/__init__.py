"""Where a requirement stands by itself, one module a family of kinds."""
