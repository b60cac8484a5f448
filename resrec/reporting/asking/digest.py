"""One message a person: all their gaps in their language, with answers of one press."""

from dataclasses import dataclass

from django.conf import settings
from django.db import IntegrityError, transaction
from django.template import Context, Engine
from django.urls import reverse
from django.utils.translation import override

from resrec.journal.outbox import post
from resrec.people.models import MailChoices
from resrec.people.personal_links import personal_link
from resrec.reporting.asking.due import Ask, plan
from resrec.reporting.asking.gaps import Gap, describe
from resrec.reporting.asking.teams import teams_of
from resrec.reporting.models import Reminder

TEMPLATE = "asking/mail/reminder"
SHOWN = 10  # texts of a message that are shown in full


@dataclass(frozen=True)
class Item:
    """A gap as the message shows it, with the addresses that lead to an answer."""

    gap: Gap
    answer: str
    write: str


def ask(on=None):
    """Write what is due on a day (today) into the outbox; gives the number of messages.

    Run again, it writes what is not written yet: each message stands or falls with its record.
    """
    found = plan(on)
    describe([gap for one in found.asks for gap in one.gaps])
    return sum(_write(one, found.on) for one in found.asks)


def _write(one, on):
    try:
        with transaction.atomic():
            mail = post(one.person, TEMPLATE, headers=headers_for(one.person), **message(one))
            Reminder.objects.bulk_create(
                Reminder(
                    person=one.person,
                    post=gap.post,
                    cycle=gap.cycle,
                    rung_id=gap.step.key,
                    mail=mail,
                    on=on,
                )
                for gap in one.new
            )
    except IntegrityError:  # another worker has just asked the same; its message stands
        return False
    return True


def message(one, link=personal_link):
    """Give what the templates show: the first gaps in full, `more` by their codes alone.

    `link(person, path)` gives the address that signs that person in by one press.
    """
    with override(one.person.language):
        items = [_item(one.person, gap, link) for gap in one.gaps[:SHOWN]]
        more = one.gaps[SHOWN:]
        all_texts = link(one.person, reverse("short_answers")) if more else ""
    said = {"items": items, "more": more, "all_texts": all_texts, "number": len(one.gaps)}
    return said | {"unsubscribe": unsubscribe_address(one.person)}


def _item(person, gap, link):
    answer = reverse("short_answer", args=[gap.text.code])
    write = f"{reverse('report_new')}?text={gap.text.code}"
    return Item(gap, link(person, answer), link(person, write))


def unsubscribe_address(person):
    with override(person.language):
        token = MailChoices(person=person).unsubscribe_token
        return f"{settings.ORIGIN}{reverse('unsubscribe', args=[token])}"


def headers_for(person):
    """Ending the reminders in one press of the mail program (RFC 8058)."""
    return {
        "List-Unsubscribe": f"<{unsubscribe_address(person)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


def preview(place, cycle):
    """Give (person, subject, text) as the holder of a post would get it now; None for a vacancy.

    Nothing is written, so the addresses in it are plain ones.
    """
    for team in teams_of(cycle, texts=[place.resolution_id]):
        for one in team.places:
            if one.post == place and one.people:
                gap = Gap(cycle, team, one.post, None)
                describe([gap])
                return _rendered(Ask(one.people[0], [gap], []))
    return None


def _rendered(one):
    shown = message(one, link=lambda person, path: f"{settings.ORIGIN}{path}")
    context = Context(shown | {"person": one.person}, autoescape=False)
    engine = Engine.get_default()
    with override(one.person.language):
        subject = engine.get_template(f"{TEMPLATE}.subject.txt").render(context)
        text = engine.get_template(f"{TEMPLATE}.txt").render(context)
    return one.person, " ".join(subject.split()), text.strip()
