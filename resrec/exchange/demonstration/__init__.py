"""The demonstration: an invented assembly, invented reports on real texts, and an invented cast.

The files beside this one are the content; `loading` brings it into an empty house.
"""
