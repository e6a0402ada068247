"""How it travels: pure renderers of readings, as Markdown, CSV, JSON and HTML; no database."""
