"""Open points: what stands between an open cycle and its yearly analysis, for the officers."""
