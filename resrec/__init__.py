"""resrec: what became of the resolutions an assembly adopted."""
