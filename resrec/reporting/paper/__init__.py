"""The report's form on paper: written as a Word file or printed, filled in, and read back.

Both are made of the questions of the form on the page, so there is one form and not two.
"""
