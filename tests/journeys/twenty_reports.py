"""Twenty accepted Activity Reports on the text TEXT, in three languages; for `manage.py shell`."""

import os
from datetime import date

from resrec.library.models import Resolution
from resrec.people.models import Constituent, User
from resrec.reporting.models import ActivityReport

CODE, YEAR = os.environ["TEXT"], 2026
SAID = [
    ("en", "{n} rangers of the Kestrel valley learned to read tracks in April 2026."),
    ("fr", "Un atelier sur les haies du village a réuni {n} éleveurs pendant la saison sèche."),
    ("es", "Se plantaron {n} árboles en la ribera alta con ayuda de las escuelas."),
    ("en", "A count of otters along the lower river found {n} holts, more than ever before."),
]
ALIKE = [
    ("en", "Eleven ponds were dug along the Ronda river for newts in spring."),
    ("es", "En primavera se excavaron once estanques para tritones junto al río Ronda."),
]

text = Resolution.objects.get(code=CODE)
officer = User.objects.filter(memberships__role="officer").first()
for number in range(20):
    language, words = ALIKE[number] if number < 2 else SAID[number % len(SAID)]
    body = Constituent.objects.create(
        kind_id="member", name=f"Society number {number + 1} of {CODE}"
    )
    body.add_name(body.name)
    report = ActivityReport.objects.create(
        constituent=body,
        entered_by=officer,
        language=language,
        results=words.format(n=20 + number),
        challenges=f"Money for the boat came {number + 2} weeks late." if number % 5 == 0 else "",
        period_from=date(YEAR, 1, 1),
        period_to=date(YEAR, 12, 31),
    )
    report.reported_texts.create(resolution=text)
    report.submit(by=officer)
    report.accept(by=officer)
