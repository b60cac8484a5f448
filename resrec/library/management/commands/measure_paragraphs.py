"""Print how well the parser of paragraphs does on labelled texts."""

from itertools import chain

from django.core.management.base import BaseCommand, CommandError

from resrec.library.parsing.measuring import measured, texts_in

ROWS = [
    "preambular or operative, outside annexes",
    "preambular or operative",
    "heading",
    "kind",
    "number",
    "level",
    "verb",
    "verb type",
    "no verb",
]


class Command(BaseCommand):
    """Figures by language, on standard output."""

    help = __doc__
    requires_system_checks: list[str] = []

    def add_arguments(self, parser):
        """Any number of files."""
        parser.add_argument("files", nargs="+", metavar="FILE", help=".jsonl or .jsonl.gz")

    def handle(self, *args, **options):
        """One table a language."""
        try:
            scores = measured(chain.from_iterable(map(texts_in, options["files"])))
        except (OSError, ValueError, KeyError) as wrong:
            raise CommandError(f"These labels cannot be read: {wrong}") from wrong
        for score in scores.values():
            self.stdout.write(
                f"{score.language}: {score.texts} texts, {score.paragraphs} paragraphs, "
                f"{score.seconds:.1f} s"
            )
            for what in ROWS:
                self._row(what, score)
            self._addressees(score)

    def _row(self, what, score):
        if score.asked[what]:
            share, right, asked = score.share(what), score.right[what], score.asked[what]
            self.stdout.write(f"  {what:44} {share:7.2%}  {right} of {asked}")

    def _addressees(self, score):
        for by in ("name", "class"):
            right = score.right[f"addressee {by}"]
            wanted, given = score.asked[f"addressee {by}"], score.asked[f"addressee {by} given"]
            precision, recall = right / max(given, 1), right / max(wanted, 1)
            both = 2 * right / max(wanted + given, 1)
            self.stdout.write(
                f"  addressees by {by:30} precision {precision:.1%}, recall {recall:.1%}, "
                f"F1 {both:.1%}  ({wanted} labelled, {given} found)"
            )
