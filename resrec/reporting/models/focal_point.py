"""Focal points: posts for a text, from all constituents, and the people who hold them."""

from typing import ClassVar

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from resrec.journal.recording import journalled, record
from resrec.library.models import Paragraph, Resolution
from resrec.people.models import Constituent
from resrec.people.periods import InForceQuerySet, Period, in_force
from resrec.reporting import post_notices
from resrec.reporting.models.vocabularies import FocalRole
from resrec.rules import RuleBroken

LEAD = "secretariat_lead"
# The roles whose holders write the Progress Report of their text.
LEADING_ROLES = (LEAD, "secretariat_alternate")


class FocalPointQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Posts whose page this person may read: officers all; others those of their texts.

        That is who holds a post of the text today, who ever held this one, and who is asked.
        """
        if not user.is_authenticated:
            return self.none()
        if user.is_officer:
            return self
        own = Holder.objects.filter(person=user)
        was, asked = own.held().values("post"), own.asked().values("post")
        texts = resolutions_held_by(user).values("pk")
        return self.filter(Q(pk__in=was) | Q(pk__in=asked) | Q(resolution__in=texts))

    def vacant(self, on=None):
        """Posts that nobody holds on a day (today), whoever has been asked."""
        return self.exclude(Exists(Holder.objects.in_force(on).filter(post=OuterRef("pk"))))

    def asked(self):
        """Posts for which somebody has been asked, who has not answered yet."""
        return self.filter(Exists(Holder.objects.asked().filter(post=OuterRef("pk"))))

    def for_display(self):
        """Fetch what a line about a post shows."""
        of = ("resolution__assembly__kind__collection", "role", "constituent__merged_into")
        return self.select_related(*of).with_holders()

    def with_holders(self):
        """Fetch who holds each post today, for `holder`, in one query for all."""
        today = Holder.objects.in_force().select_related("person")
        return self.prefetch_related(
            models.Prefetch("holders", queryset=today, to_attr="holders_today")
        )


class FocalPoint(models.Model):
    """A post: text, role and constituent. It stays when its holder leaves."""

    resolution = models.ForeignKey(
        Resolution, on_delete=models.PROTECT, related_name="focal_points", verbose_name=_("text")
    )
    role = models.ForeignKey(
        FocalRole, on_delete=models.PROTECT, related_name="focal_points", verbose_name=_("role")
    )
    constituent = models.ForeignKey(
        Constituent,
        on_delete=models.PROTECT,
        related_name="focal_points",
        verbose_name=_("constituent"),
    )
    paragraphs = models.ManyToManyField(
        Paragraph, blank=True, related_name="focal_points", verbose_name=_("paragraphs")
    )

    objects: ClassVar[models.Manager] = FocalPointQuerySet.as_manager()

    class Meta:
        ordering = ["resolution", "role__position", "constituent__name"]
        verbose_name = _("focal point")
        verbose_name_plural = _("focal points")
        constraints = [
            models.UniqueConstraint(
                fields=["resolution", "role", "constituent"], name="one_post_a_text_role_and_body"
            )
        ]

    def __str__(self):
        return f"{self.resolution}: {self.role}, {self.constituent}"

    def get_absolute_url(self):
        return reverse("post", args=[self.pk])

    @property
    def holder(self):
        """The Holder in force today, or None for a vacancy; sets are asked `with_holders()`."""
        if not hasattr(self, "holders_today"):
            return self.holders.in_force().select_related("person").first()
        return next(iter(self.holders_today), None)

    @journalled()
    def invite(self, person, *, by, since=None):
        """Ask a person to take this post from a day on (today or when they accept); gives a Holder.

        Raises RuleBroken when somebody is asked already, or holds the post on that day.
        """
        if not person.is_active:
            raise RuleBroken(_("This person may not sign in."))
        self.refuse_while_held(since or timezone.localdate())
        asked = Holder(post=self, person=person, since=since)
        asked.invited_at, asked.invited_by = timezone.now(), by
        try:
            with transaction.atomic():
                asked.save()
        except IntegrityError as error:
            words = _("Somebody has been asked and has not answered yet: withdraw that first.")
            raise RuleBroken(words) from error
        post_notices.asked(asked)
        record(asked, "holder.invited", by=by, post=self.pk, person=person.pk)
        return asked

    def refuse_while_held(self, day):
        """Raise RuleBroken when somebody holds this post on that day."""
        lasting = Q(until=None) | Q(until__gte=day)
        if holder := self.holders.held().filter(lasting).select_related("person").first():
            words = _("%(person)s holds this post then: let it end first, or begin after that.")
            raise RuleBroken(words % {"person": holder.person})


class HolderQuerySet(InForceQuerySet):
    def held(self):
        """Who has accepted or was put in by hand, whenever."""
        return self.filter(Q(answer=Holder.Answer.ACCEPTED) | Q(invited_at=None))

    def in_force(self, on=None):
        """Who holds their post on a day (today): rights begin with acceptance."""
        return self.held().filter(in_force(on))

    def asked(self):
        """Who has been asked and has not answered."""
        return self.filter(answer=Holder.Answer.NONE, invited_at__isnull=False)

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
        FocalPoint, on_delete=models.CASCADE, related_name="holders", verbose_name=_("post")
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

    @property
    def is_asked(self):
        return self.invited_at is not None and self.answer == self.Answer.NONE

    @journalled()
    def accept(self, by):
        """Take the post, from the day agreed or from today when that has passed."""
        begins = max(filter(None, [self.since, timezone.localdate()]))
        self.post.refuse_while_held(begins)
        self._answer(self.Answer.ACCEPTED, by, since=begins)
        post_notices.answered(self)

    @journalled()
    def decline(self, by, reason):
        """Refuse the post; the officers are told why."""
        if not reason.strip():
            raise RuleBroken(_("Say in a word why you decline."))
        self._answer(self.Answer.DECLINED, by, declined_because=reason.strip())
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
        if self.until and self.until < min(on, timezone.localdate()):
            raise RuleBroken(_("This has ended already."))
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


def resolutions_held_by(user, *, leading=False, on=None):
    """Give the texts for which this person is a focal point today; `leading`: the Secretariat's."""
    if not user.is_authenticated:
        return Resolution.objects.none()
    posts = Holder.objects.in_force(on).filter(person=user)
    if leading:
        posts = posts.leading()
    return Resolution.objects.filter(focal_points__in=posts.values("post"))
