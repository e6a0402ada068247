"""How a journal of an older version becomes one of this version, and a new file a journal."""
