"""Reports by reader: the same facts, and of them what each reader needs."""
