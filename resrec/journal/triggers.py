"""Rows that refuse change in the database itself, on SQLite and on PostgreSQL alike.

Installed after every `migrate`, because SQLite forgets a table's triggers when it rebuilds it;
and lifted before, because it cannot rebuild a table that another one's trigger names.
"""

PREFIX = "frozen_"


def refuse(connection, table, event, when):
    """Make the database refuse `event` ("UPDATE", "INSERT" or "DELETE") on rows of `table`.

    `when` is an SQL condition over OLD and NEW. A refused statement raises an IntegrityError.
    """
    name = f"{PREFIX}{table}_{event.lower()}"
    quoted = connection.ops.quote_name(table)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            _postgresql(cursor, name, quoted, event, when)
        else:
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
            cursor.execute(
                f"CREATE TRIGGER {name} BEFORE {event} ON {quoted} WHEN {when} "
                f"BEGIN SELECT RAISE(ABORT, '{name}'); END"
            )


def _postgresql(cursor, name, table, event, when):
    kept = "OLD" if event == "DELETE" else "NEW"
    cursor.execute(
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF {when} THEN RAISE EXCEPTION '{name}' "
        f"USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN {kept}; END $$"
    )
    cursor.execute(
        f"CREATE OR REPLACE TRIGGER {name} BEFORE {event} ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {name}()"
    )


def lift(connection):
    """Take away what `refuse` installed, on SQLite; PostgreSQL alters tables under triggers."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name GLOB %s", [f"{PREFIX}*"]
        )
        for (name,) in cursor.fetchall():
            cursor.execute(f"DROP TRIGGER {name}")


def changed(connection, columns):
    """Give the SQL condition that one of these columns differs between OLD and NEW."""
    differs = "IS DISTINCT FROM" if connection.vendor == "postgresql" else "IS NOT"
    return "(" + " OR ".join(f'OLD."{c}" {differs} NEW."{c}"' for c in columns) + ")"
