"""Asking for reports: which rung is due, what is missing, whom to ask, in which words."""
