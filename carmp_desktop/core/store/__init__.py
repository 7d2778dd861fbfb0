"""The database: one SQLite file, one writer, what was asked, paid, made and kept."""
