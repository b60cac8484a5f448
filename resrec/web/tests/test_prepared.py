"""A prepared query gives what the ORM gives, for any number of values."""

import pytest

from resrec.library.models import Assembly
from resrec.web.prepared import MOST_KEPT, Prepared, take_as_read

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


def test_models_come_with_what_is_beside_them(django_assert_num_queries):
    def assemblies(ids, kind):
        return Assembly.objects.select_related("kind").filter(pk__in=ids, kind=kind).order_by("pk")

    first = Assembly.objects.select_related("kind").order_by("pk").first()
    asked = Prepared(assemblies)
    for ids in ([first.pk], [first.pk, 10**9]):
        with django_assert_num_queries(1):
            (found,) = asked(ids, first.kind_id)
            assert (found, found.kind.label_en) == (first, first.kind.label_en)
            assert vars(found).keys() == vars(first).keys()
    assert asked([first.pk], 0) == []


def test_what_is_kept_is_bounded():
    asked = Prepared(lambda ids, _day: codes(ids))
    for day in range(MOST_KEPT + 5):
        asked([1], day)
    assert len(asked._kept) <= MOST_KEPT


def test_rows_are_taken_as_read_until_one_is_added(django_assert_num_queries):
    assembly = Assembly.objects.first()
    take_as_read(assembly, "resolutions", [])
    with django_assert_num_queries(0):
        assert not assembly.resolutions.all()
        assert not assembly.resolutions.filter(number=1).exists()
