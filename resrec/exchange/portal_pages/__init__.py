"""Report pages of the present platform: read as they are printed, then stored as reports.

`reading.read_page` is pure (bytes in, a `PageReading` out); `storing` knows the database. The
facts this rests on, layouts, labels and traps, are told in docs/domain.md.
"""
