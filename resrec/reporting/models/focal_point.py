"""Focal points: posts for a text, from all constituents, and the people who hold them."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from resrec.library.models import Paragraph, Resolution
from resrec.people.models import Constituent
from resrec.people.periods import InForceQuerySet, Period, in_force
from resrec.reporting.models.vocabularies import FocalRole

LEAD = "secretariat_lead"
# The roles whose holders write the Progress Report of their text.
LEADING_ROLES = (LEAD, "secretariat_alternate")


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

    @property
    def holder(self):
        """The Holder in force today, or None for a vacancy. Uses what was prefetched."""
        return next((holder for holder in self.holders.all() if holder.is_in_force), None)


class HolderQuerySet(InForceQuerySet):
    def leading(self):
        """Posts that carry the duty to write Progress Reports."""
        return self.filter(post__role__in=LEADING_ROLES)


class Holder(Period):
    """A person in a post for a time."""

    post = models.ForeignKey(
        FocalPoint, on_delete=models.CASCADE, related_name="holders", verbose_name=_("post")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="posts",
        verbose_name=_("person"),
    )

    objects: ClassVar[models.Manager] = HolderQuerySet.as_manager()

    class Meta(Period.Meta):
        verbose_name = _("holder of a post")
        verbose_name_plural = _("holders of posts")

    def __str__(self):
        return str(self.person)


def resolutions_held_by(user, *, leading=False, on=None):
    """Give the texts for which this person is a focal point today; `leading`: the Secretariat's."""
    if not user.is_authenticated:
        return Resolution.objects.none()
    posts = Holder.objects.filter(in_force(on), person=user)
    if leading:
        posts = posts.leading()
    return Resolution.objects.filter(focal_points__in=posts.values("post"))
