"""`manage.py make_officer EMAIL`: the first officer of an installation, who can make the others."""

from django.core.exceptions import ValidationError
from django.core.management import BaseCommand, CommandError
from django.core.validators import validate_email

from resrec.journal.recording import journalled, record
from resrec.people.models import Constituent, Membership, User
from resrec.people.models.constituent import SECRETARIAT


class Command(BaseCommand):
    help = "Make the person with this address a policy officer of the Secretariat."

    def add_arguments(self, parser):
        parser.add_argument("email", help="the address of the person's account at the organisation")
        parser.add_argument("--unit", help="the Secretariat's unit, when there are several")

    def handle(self, *args, email, unit, **options):
        try:
            validate_email(email)
        except ValidationError as error:
            raise CommandError(f"{email!r} is not an e-mail address.") from error
        body = _unit(unit)
        person, made = _make(email, body)
        self.stdout.write(
            f"{person.email} is a policy officer of {body.name}"
            if made
            else f"{person.email} is an officer of {body.name} already; nothing was changed"
        )


@journalled()
def _make(email, body):
    """Give the person, made if need be, and whether the membership is new."""
    person = User.objects.filter(email__iexact=email).first() or User.objects.create_user(email)
    officer = Membership.Role.OFFICER
    if Membership.objects.in_force().filter(person=person, constituent=body, role=officer).exists():
        return person, False
    membership = Membership.objects.create(person=person, constituent=body, role=officer)
    record(membership, "membership.added", by=None)
    return person, True


def _unit(name):
    units = Constituent.objects.current().filter(kind_id=SECRETARIAT, is_demonstration=False)
    if name:
        units = [
            unit
            for unit in units
            if name.casefold() in (unit.name.casefold(), unit.acronym.casefold())
        ]
    else:
        units = list(units.filter(part_of=None))
    if len(units) == 1:
        return units[0]
    known = Constituent.objects.current().filter(kind_id=SECRETARIAT).values_list("name", flat=True)
    raise CommandError("Name the unit with --unit, one of: " + "; ".join(known))
