"""Loads and measurements that anyone can run: `make load`, `make bench`."""

import os

# What `make test` runs is a twentieth of the whole.
SCALE = float(os.environ.get("SCALE", "1"))
