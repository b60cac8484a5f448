"""Facts come with `migrate` alone, and loading them again leaves an officer's edits alone."""

import pytest
from django.core.management import call_command

from resrec.library.models import Assembly, Resolution, ResolutionText
from resrec.people.models import Constituent, Country
from resrec.reporting.models import ActivityKind, ImplementationStatus

pytestmark = pytest.mark.django_db


def test_facts_are_there_after_migrate():
    assert Assembly.objects.count() == 27
    assert Resolution.objects.get(code="WCC-2016-Res-087").text_in("en").title
    assert Country.objects.named("Korea (RK)").code == "KR"
    assert Constituent.objects.named("Global Wildlife Conservation") == Constituent.objects.named(
        "Re:wild"
    )
    assert [s.code for s in ImplementationStatus.objects.filter(on_scale=False)] == ["ongoing"]


def test_every_adopted_text_of_the_titles_file_is_there(shared_data):
    import csv

    with open(shared_data / "titles.csv", encoding="utf-8") as file:
        adopted = {row["code"] for row in csv.DictReader(file) if row["kind"] != "Motion"}
    assert set(Resolution.objects.values_list("code", flat=True)) == adopted


def test_loading_again_adds_nothing_and_changes_nothing():
    kind = ActivityKind.objects.get(code="field")
    kind.label_en = "Work in the field"
    kind.save()
    ResolutionText.objects.filter(resolution__code="WCC-2016-Res-087").delete()
    counted = (ActivityKind, Resolution, ResolutionText)
    before = [model.objects.count() for model in counted]
    call_command("load_facts", verbosity=0)
    assert [model.objects.count() for model in counted] == before
    assert ActivityKind.objects.get(code="field").label_en == "Work in the field"


def test_what_was_deleted_by_mistake_comes_back():
    ActivityKind.objects.filter(code="field").delete()
    call_command("load_facts", verbosity=0)
    assert ActivityKind.objects.filter(code="field").exists()
