"""`manage.py read_report_form FILE.docx`: what a filled form says, and the draft it makes."""

import json
from pathlib import Path

from django.core.management import BaseCommand, CommandError

from resrec.people.models import User
from resrec.reporting.paper.reading import read
from resrec.reporting.paper.taking_in import draft_for, filled_form
from resrec.rules import RuleBroken


class Command(BaseCommand):
    help = "Read a filled report form (.docx). With --by, turn it into that person's draft."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--by", metavar="ADDRESS", help="whose draft it becomes")

    def handle(self, *args, file, by, **options):
        try:
            with file.open("rb") as opened:
                filled = read(opened)
            found = {
                "series": filled.series,
                "language": filled.language,
                "texts": filled.texts,
                "answers": {code: words for code, words in filled.answers.items() if words},
                "unread": filled.unread,
            }
            if by:
                found |= self.take_in(filled, by)
        except OSError as error:
            raise CommandError(str(error)) from error
        except RuleBroken as rule:
            raise CommandError(str(rule)) from rule
        self.stdout.write(json.dumps(found, ensure_ascii=False, indent=1))

    def take_in(self, filled, by):
        person = User.objects.filter(email__iexact=by, is_active=True).first()
        if person is None:
            raise CommandError(f"Nobody here has the address {by}.")
        form, unread = filled_form(draft_for(filled, by=person), filled)
        form.save(by=person)
        return {"draft": form.report.pk, "unread": [*unread, *form.not_stored]}
