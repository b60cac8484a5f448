"""Addresses of assigning many posts at once, and of answering for many."""

from django.urls import path

from resrec.reporting.views import assignment, posts_asked

one = "assignments/<int:pk>"

assignment_urls = [
    path("assignments/", assignment.assignments, name="assignments"),
    path("assignments/sheet/", assignment.assignment_from_sheet, name="assignment_from_sheet"),
    path("assignments/texts/", assignment.assignment_from_texts, name="assignment_from_texts"),
    path("assignments/template.xlsx", assignment.assignment_template, name="assignment_template"),
    path(f"{one}/", assignment.assignment, name="assignment"),
    path(f"{one}/rows.csv", assignment.assignment_rows, name="assignment_rows"),
    path(f"{one}/carrying-out/", assignment.assignment_carried_out, name="assignment_carried_out"),
    path(f"{one}/undoing/", assignment.assignment_undone, name="assignment_undone"),
    path("posts/asked/", posts_asked.posts_asked, name="posts_asked"),
]
