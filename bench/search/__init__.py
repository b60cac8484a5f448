"""How good search is: judged queries, a measure, and the plain engine it is measured beside."""
