"""People who sign in. Who they are comes from the organisation's accounts; rights do not."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from resrec.people.models.constituent import SECRETARIAT, Constituent
from resrec.people.models.membership import Membership


class UserManager(BaseUserManager):
    def create_user(self, email, password=None, **fields):
        """Make a person by address; signing in itself happens at the organisation's accounts."""
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser, PermissionsMixin):
    """A person, known by e-mail address; allauth keeps the link to the account."""

    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=200, blank=True)
    language = models.CharField(_("language"), max_length=2, default="en")
    agrees_to_be_named = models.BooleanField(_("agrees to be named in public"), default=False)
    is_active = models.BooleanField(_("may sign in"), default=True)
    joined_at = models.DateTimeField(default=timezone.now, editable=False)
    is_demonstration = models.BooleanField(_("demonstration"), default=False)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self):
        return self.name or self.email

    @property
    def is_staff(self):
        """Django's administration asks for this name."""
        return self.is_officer

    @cached_property
    def memberships_today(self):
        return list(
            self.memberships.in_force().select_related("constituent", "constituent__merged_into")
        )

    @cached_property
    def constituents(self):
        """The bodies this person may report for today, as they stand after merges."""
        return sorted({m.constituent.current for m in self.memberships_today}, key=str)

    @cached_property
    def constituent_ids(self):
        """Ids of these bodies and of all that were merged into them."""
        own = Constituent.objects.filter(pk__in=[body.pk for body in self.constituents])
        return (
            set(own.including_merged().values_list("pk", flat=True)) if self.constituents else set()
        )

    @cached_property
    def is_officer(self):
        """A policy officer of the Secretariat today: accepts, publishes, administers."""
        return self.is_active and any(
            m.role == Membership.Role.OFFICER and m.constituent.current.kind_id == SECRETARIAT
            for m in self.memberships_today
        )

    @cached_property
    def is_secretariat(self):
        """Anyone who works in the Secretariat today: may read what was handed in."""
        return self.is_active and any(body.is_secretariat for body in self.constituents)
