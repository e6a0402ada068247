"""The dialogs: they return what was asked and never touch the journal."""
