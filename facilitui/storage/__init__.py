"""The only code that opens files: TOML library and plans, session logs, the TinyDB journal."""
