"""Finding texts by their words, alike on SQLite and on PostgreSQL.

`indexing.index` writes what is searched, `query.read` understands what was typed, `engine` asks
the database, `catalogue` counts, and `finding.find` joins them.
"""
