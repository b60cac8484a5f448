"""A ladder that can be walked down in tests."""

from datetime import date

from resrec.reporting.models import FocalPoint, Holder

YEAR = date.today().year


def day(month, number):
    return date(YEAR, month, number)


def give_post(role, constituent, person, resolution):
    """Make a post and put a person (or None) into it."""
    post = FocalPoint.objects.create(role_id=role, constituent=constituent, resolution=resolution)
    if person:
        Holder.objects.create(post=post, person=person)
    return post


def first_weekday(month, number=1):
    """The first day from this one that is no weekend."""
    from resrec.reporting.asking.ladder import Quiet

    return Quiet().next_after(day(month, number))
