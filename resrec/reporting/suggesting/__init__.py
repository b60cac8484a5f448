"""A draft made of the sources' own sentences: extractive, offline, the same each time.

`sentences` takes sources apart, `content` reads what each sentence tells, `informing` how much
of it is news rather than courtesy, `likeness` which sentences tell the same in whatever language,
`ranking` orders them, `choosing` fills a number of words, `drafting` joins these; `folding` folds
passages that say the same. `baselines` and `measuring` say how good it is. No database is asked.
docs/synthesis.md explains the method and its parameters.
"""
