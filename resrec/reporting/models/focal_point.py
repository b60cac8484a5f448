"""Focal points: posts for a text, from all constituents."""

from typing import ClassVar

from django.db import IntegrityError, models, transaction
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from resrec.journal.recording import journalled, record
from resrec.library.models import Paragraph, Resolution
from resrec.people.models import Constituent, Term, User
from resrec.reporting.models.holder import LEAD, LEADING_ROLES, Holder
from resrec.reporting.models.vocabularies import FocalRole
from resrec.reporting.notices import posts as post_notices
from resrec.rules import RuleBroken
from resrec.web.prepared import Prepared

__all__ = [
    "LEAD",
    "LEADING_ROLES",
    "FocalPoint",
    "Holder",
    "posts_held_by",
    "resolutions_held_by",
]


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

    def readable_ids(self, posts, user):
        """Give the ids of those posts (FocalPoints) whose page this person may read."""
        if not (posts and user.is_authenticated):
            return set()
        ids = [post.pk for post in posts]
        if user.is_officer:
            return set(ids)
        return set(self.visible_to(user).filter(pk__in=ids).values_list("pk", flat=True))

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

        It is for the term of its constituent, where that serves for one. Raises RuleBroken when
        somebody is asked already, or holds the post on that day.
        """
        if not person.is_active:
            raise RuleBroken(_("This person may not sign in."))
        self.refuse_while_held(since or timezone.localdate())
        asked = Holder(post=self, person=person, since=since, until=self.term_ends(since))
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

    @journalled()
    def invite_address(self, email, *, by, since=None, language="en"):
        """Ask whoever has this address, who becomes a person by being asked; gives a Holder."""
        person = User.objects.known_by(email, by=by, language=language)
        return self.invite(person, by=by, since=since)

    def term_ends(self, day=None):
        """Give the last day of the term that holds the day (today), or None."""
        day = day or timezone.localdate()
        terms = Term.objects.of(self.constituent)
        held = terms.filter(since__lte=day, until__gte=day)
        return held.values_list("until", flat=True).first()

    def refuse_while_held(self, day):
        """Raise RuleBroken when somebody holds this post on that day or after it."""
        if holder := self.holders.held().lasting(day).select_related("person").first():
            words = _("%(person)s holds this post then: let it end first, or begin after that.")
            raise RuleBroken(words % {"person": holder.person})


_posts_held = Prepared(
    lambda people, day: (
        Holder.objects.in_force(day)
        .filter(person__in=people)
        .values_list("post__resolution", "post__role")
    )
)


def posts_held_by(user):
    """Give (id of the text, code of the role) of each post that this person holds today."""
    return _posts_held([user.pk], timezone.localdate()) if user.is_authenticated else []


def resolutions_held_by(user, *, leading=False, on=None):
    """Give the texts for which this person is a focal point today; `leading`: the Secretariat's."""
    if not user.is_authenticated:
        return Resolution.objects.none()
    posts = Holder.objects.in_force(on).filter(person=user)
    if leading:
        posts = posts.leading()
    return Resolution.objects.filter(focal_points__in=posts.values("post"))
