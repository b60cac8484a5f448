"""From a submitted report to its verdict: opinions, doubts, acceptance of many and by rule."""
