"""What the page behind a personal link asks, put on the link's own page: one press signs in and
says yes. Opening the link still changes nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve
from django.utils.translation import get_language_from_path, override


@dataclass(frozen=True)
class Question:
    """`title` and `template` ask it, with `context`; the template stands within the form.

    `button` says yes; where it is empty, the template has buttons of its own, of the name
    `answered_by`. `accept` is the view of that press: it is given the request, with what was
    posted, once its person is signed in.
    """

    title: str
    template: str
    context: dict
    button: str
    accept: Callable
    answered_by: str = "accept"


def asks(question):
    """Mark a view whose page asks something: `question` is called with the person and the view's
    arguments, and gives a Question, or None when there is nothing to answer (any more)."""

    def mark(view):
        view.link_question = question
        return view

    return mark


def question_of(link):
    """Give the Question of the page that a link leads to, or None. Nothing is written."""
    path = urlsplit(link.path).path
    with override(get_language_from_path(path) or link.person.language):
        try:
            match = resolve(path)
        except Resolver404:
            return None
    question = getattr(match.func, "link_question", None)
    return question(link.person, *match.args, **match.kwargs) if question else None
