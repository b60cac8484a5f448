"""What a program can notice and only a person can judge, for the warnings on the bench.

Pure: words in, findings out. Each errs on the side of silence, since a warning that cries wolf is
read by nobody.
"""
