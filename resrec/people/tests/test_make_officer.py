"""The first officer of an installation comes from the command line."""

import pytest
from django.core.management import CommandError, call_command

from resrec.journal.models import Entry
from resrec.people.models import Constituent, User

pytestmark = pytest.mark.django_db


def test_a_person_is_made_an_officer_once(capsys):
    for _again in range(2):
        call_command("make_officer", "Lena@Example.org")
    person = User.objects.get(email__iexact="lena@example.org")
    assert person.is_officer
    assert person.memberships.count() == 1
    assert [e.verb for e in Entry.objects.all()] == ["membership.added"]
    assert "nothing was changed" in capsys.readouterr().out


def test_something_that_is_no_address_is_refused():
    with pytest.raises(CommandError, match="not an e-mail address"):
        call_command("make_officer", "lena")


def test_with_several_units_the_unit_must_be_named():
    Constituent.objects.create(kind_id="secretariat", name="Policy Desk")
    with pytest.raises(CommandError, match="Policy Desk"):
        call_command("make_officer", "lena@example.org")
    call_command("make_officer", "lena@example.org", unit="policy desk")
    assert User.objects.get().is_officer
