"""Adopted texts in and out: JSON Lines, CSV and XLSX. docs/formats.md describes each.

`reading` gives rows of whatever file, `checking` finds every mistake before anything is stored,
`storing` and `changing` write in batches, `importing` joins them in one transaction; `writing`
is the way out. The form of a line is that of `resrec.library.records`.
"""
