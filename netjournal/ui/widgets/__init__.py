"""The widgets: reusable, and free of the journal."""
