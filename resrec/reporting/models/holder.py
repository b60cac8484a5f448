"""The people who hold posts, held them, or are asked to."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from resrec.journal.recording import journalled, record
from resrec.people.models import Term
from resrec.people.periods import InForceQuerySet, Period, in_force
from resrec.reporting.notices import posts as post_notices
from resrec.rules import RuleBroken

LEAD = "secretariat_lead"
# The roles whose holders write the Progress Report of their text.
LEADING_ROLES = (LEAD, "secretariat_alternate")


class HolderQuerySet(InForceQuerySet):
    def held(self):
        """Who has accepted or was put in by hand, whenever."""
        return self.filter(Q(answer=Holder.Answer.ACCEPTED) | Q(invited_at=None))

    def lasting(self, on=None):
        """Whose time is not over on a day (today), neither by its own last day nor by the term's.

        A term ends what began before its last day; a time without a first day, at any term's end.
        """
        on = on or timezone.localdate()
        terms = Term.objects.of_outer("post__constituent")
        ended = terms.filter(until__lt=on).ending_from(OuterRef("since"))
        return self.filter(Q(until=None) | Q(until__gte=on)).exclude(Exists(ended))

    def in_force(self, on=None):
        """Who holds their post on a day (today): rights begin with acceptance."""
        return self.held().lasting(on).filter(in_force(on))

    def with_term(self):
        """Annotate `term_ends`, the last day of the term that their time ends with, or None."""
        terms = Term.objects.of_outer("post__constituent")
        ends = terms.ending_from(OuterRef("since")).values("until")[:1]
        return self.annotate(term_ends=models.Subquery(ends))

    def asked(self):
        """Who has been asked and has not answered."""
        return self.filter(answer=Holder.Answer.NONE, invited_at__isnull=False)

    def for_display(self):
        """Fetch what a line about the post says."""
        of = ("resolution__assembly__kind__collection", "role", "constituent__merged_into")
        return self.select_related(*(f"post__{name}" for name in of))

    def leading(self):
        """Posts that carry the duty to write Progress Reports."""
        return self.filter(post__role__in=LEADING_ROLES)


class Holder(Period):
    """A person in a post for a time: put in by hand, or asked, and then only once they accept."""

    class Answer(models.TextChoices):
        NONE = "", _("asked")
        ACCEPTED = "accepted", _("accepted")
        DECLINED = "declined", _("declined")
        WITHDRAWN = "withdrawn", _("withdrawn")

    post = models.ForeignKey(
        "reporting.FocalPoint",
        on_delete=models.CASCADE,
        related_name="holders",
        verbose_name=_("post"),
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="posts",
        verbose_name=_("person"),
    )
    invited_at = models.DateTimeField(_("asked on"), null=True, editable=False)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("asked by"),
    )
    answer = models.CharField(_("answer"), max_length=9, choices=Answer, blank=True, editable=False)
    answered_at = models.DateTimeField(_("answered on"), null=True, editable=False)
    declined_because = models.TextField(_("why it was declined"), blank=True, editable=False)

    objects: ClassVar[models.Manager] = HolderQuerySet.as_manager()

    class Meta(Period.Meta):
        verbose_name = _("holder of a post")
        verbose_name_plural = _("holders of posts")
        constraints: ClassVar[list] = [
            *Period.Meta.constraints,
            models.UniqueConstraint(
                fields=["post"],
                condition=Q(answer="", invited_at__isnull=False),
                name="one_asked_a_post",
            ),
            models.CheckConstraint(
                condition=Q(answer="") | Q(invited_at__isnull=False),
                name="only_who_was_asked_answers",
            ),
            models.CheckConstraint(
                condition=~Q(answer="declined") | ~Q(declined_because=""),
                name="declined_with_a_word",
            ),
        ]

    def __str__(self):
        return str(self.person)

    def clean(self):
        """Where terms have ended it must be clear in which of them this begins."""
        if self.post_id is None or self.since:
            return
        terms = Term.objects.of(self.post.constituent)
        if terms.filter(until__lt=timezone.localdate()).exists():
            raise RuleBroken(_("Give the first day: a term of this constituent has ended before."))

    @property
    def is_asked(self):
        return self.invited_at is not None and self.answer == self.Answer.NONE

    @property
    def has_declined(self):
        return self.answer == self.Answer.DECLINED

    @journalled()
    def accept(self, by, *, tell=True):
        """Take the post, from the day agreed or from today when that has passed.

        With `tell` the officer who asked gets a message.
        """
        begins = max(filter(None, [self.since, timezone.localdate()]))
        if self.until and self.until < begins:
            raise RuleBroken(_("The term for which you were asked is over."))
        self.post.refuse_while_held(begins)
        ends = self.until or self.post.term_ends(begins)
        self._answer(self.Answer.ACCEPTED, by, since=begins, until=ends)
        if tell:
            post_notices.answered(self)

    @journalled()
    def decline(self, by, reason, *, tell=True):
        """Refuse the post; with `tell` the officer who asked is told why."""
        if not reason.strip():
            raise RuleBroken(_("Say in a word why you decline."))
        self._answer(self.Answer.DECLINED, by, declined_because=reason.strip())
        if tell:
            post_notices.answered(self)

    @journalled()
    def withdraw(self, by):
        """Take an invitation back that has not been answered."""
        self._answer(self.Answer.WITHDRAWN, by)
        post_notices.withdrawn(self)

    @journalled()
    def leave(self, by, on):
        """End this person's time in the post with that day, the last one."""
        if self.is_asked or self.answer in (self.Answer.DECLINED, self.Answer.WITHDRAWN):
            raise RuleBroken(_("Who does not hold a post cannot leave it."))
        if self.since and on < self.since:
            raise RuleBroken(_("The last day lies before the first."))
        if not Holder.objects.lasting(max(on, timezone.localdate())).filter(pk=self.pk).exists():
            raise RuleBroken(_("This ends earlier already."))
        Holder.objects.filter(pk=self.pk).update(until=on)
        self.until = on
        record(self, "holder.left", by=by, post=self.post_id, on=on.isoformat())

    def _answer(self, answer, by, **fields):
        """Set the answer of who was asked; of two answers only one still finds the row."""
        fields |= {"answer": answer, "answered_at": timezone.now()}
        if not Holder.objects.asked().filter(pk=self.pk).update(**fields):
            raise RuleBroken(_("This invitation has been answered or withdrawn."))
        for name, value in fields.items():
            setattr(self, name, value)
        record(self, f"holder.{answer}", by=by, post=self.post_id)
