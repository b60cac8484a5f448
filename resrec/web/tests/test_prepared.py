"""A prepared query gives what the ORM gives, for any number of values."""

import pytest

from resrec.library.models import Assembly
from resrec.web.prepared import Prepared

pytestmark = pytest.mark.django_db


def codes(ids):
    return (
        Assembly.objects.filter(pk__in=ids, number__gt=1).order_by("pk").values_list("pk", "code")
    )


def test_the_rows_are_those_of_the_orm():
    ids = list(Assembly.objects.order_by("pk").values_list("pk", flat=True))
    asked = Prepared(codes)
    for some in (ids, ids[:3], ids[3:6], ids[:3], [10**9]):
        assert asked(some) == list(codes(some))


def test_nothing_is_asked_for_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert Prepared(codes)([]) == []
