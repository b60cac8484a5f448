from datetime import UTC, date, datetime, time

from django.db import migrations

WORDS = ("decision", "reason_en", "reason_fr", "reason_es")


def carry_over(apps, schema_editor):
    """The journal knows each archiving; the text's own fields have the words of the last one."""
    Resolution, LifeEvent = (apps.get_model("library", m) for m in ("Resolution", "LifeEvent"))
    Entry = apps.get_model("journal", "Entry")
    told = Entry.objects.filter(
        subject_type="library.resolution",
        verb__in=["resolution.archived", "resolution.reactivated"],
    )
    there = {str(pk): pk for pk in Resolution.objects.values_list("pk", flat=True)}
    events = {}
    for entry in told.order_by("sequence"):
        if pk := there.get(entry.subject_id):
            on = entry.content.get("on")
            event = LifeEvent(
                text_id=pk,
                kind=entry.verb.partition(".")[2],
                on=date.fromisoformat(on) if on else entry.at.date(),
                decision=entry.content.get("decision", ""),
                by_id=entry.by_id,
                at=entry.at,
            )
            events.setdefault(pk, []).append(event)
    for text in Resolution.objects.exclude(archived_on=None):
        life = events.setdefault(text.pk, [])
        if not life or life[-1].kind != "archived":
            at = datetime.combine(text.archived_on, time(), tzinfo=UTC)
            life.append(LifeEvent(text_id=text.pk, kind="archived", at=at))
        life[-1].on = text.archived_on
        for field in WORDS:
            name = "archived_by_decision" if field == "decision" else f"archived_{field}"
            setattr(life[-1], field, getattr(text, name))
    LifeEvent.objects.bulk_create([event for life in events.values() for event in life])
    Resolution.objects.exclude(archived_on=None).update(standing="archived")


class Migration(migrations.Migration):
    dependencies = [
        ("library", "0014_lives"),
        ("journal", "0003_names_in_three_languages"),
    ]
    operations = [migrations.RunPython(carry_over, migrations.RunPython.noop, elidable=False)]
