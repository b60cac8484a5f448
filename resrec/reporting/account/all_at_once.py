"""What one press on the bench does to every statement that it fits."""

from django.db import transaction


@transaction.atomic
def point_all(bench):
    """Let each statement point at what its sources point at, beside what it does already."""
    for statement in bench.to_point:
        statement.point_at(statement.pointed | {one.pk for one in statement.proposed})


@transaction.atomic
def renew_all(bench):
    """Let each quotation that still stands in its corrected source rest on the correction."""
    for quotation in bench.to_renew:
        quotation.renew()
