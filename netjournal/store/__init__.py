"""How it is kept: tables, transactions, history, migrations and queries over one SQLite file."""
