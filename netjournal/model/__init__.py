"""What is recorded: one file per noun, as plain dataclasses that are cheap to import."""
