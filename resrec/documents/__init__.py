"""Documents: what the pages say, as files to print, edit and calculate with."""
