"""How much an import takes. What is more is refused before anything is stored."""

MEGABYTE = 1024 * 1024
FILE = 512 * MEGABYTE  # as it lies there, and unpacked
WORKBOOK = 128 * MEGABYTE  # unpacked: reading one holds its words in memory
LINE = 16 * MEGABYTE
BODY = 2_000_000  # characters
ROWS = 100_000
PARAGRAPHS = 10_000  # of one text
CELL = 32_767  # UTF-16 units: what a spreadsheet's cell holds
# Mistakes that are told; the rest are counted.
TOLD = 50
# Rows that are read, compared and stored together.
BATCH = 100
