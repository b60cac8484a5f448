"""People who sign in. Who they are comes from the organisation's accounts; rights do not."""

from datetime import timedelta
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from resrec.journal.models import Entry, Mail
from resrec.journal.outbox import post
from resrec.journal.recording import journalled, record
from resrec.people.models.constituent import SECRETARIAT, with_merged
from resrec.people.models.membership import Membership
from resrec.rules import RuleBroken
from resrec.web.prepared import Prepared

# Asked by every page of who is signed in.
_memberships = Prepared(
    lambda people, day: (
        Membership.objects.in_force(day)
        .select_related("constituent", "constituent__merged_into")
        .filter(person__in=people)
    )
)


class UserManager(BaseUserManager["User"]):
    def create_user(self, email, password=None, **fields):
        """Make a person by address; signing in itself happens at the organisation's accounts."""
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    @journalled()
    def known_by(self, email, *, by, language="en"):
        """Give who has this address, in whatever case; an unknown one becomes a person.

        Signing in later with an account that vouches for the address is the same person.
        """
        email = email.strip()
        if person := self.filter(email__iexact=email).first():
            return person
        person = self.create_user(email, language=language)
        record(person, "user.added", by=by)
        return person

    def officers(self):
        """Give the policy officers of today."""
        officers = Membership.objects.in_force().filter(role=Membership.Role.OFFICER)
        people = self.filter(pk__in=officers.values("person"))
        return [person for person in people if person.is_officer]

    def unreachable(self):
        """Give the people to whose address mail came back; a new address ends it."""
        return self.filter(email__in=Mail.objects.bounced().values("to"))


class User(AbstractBaseUser, PermissionsMixin):
    """A person, known by e-mail address; allauth keeps the link to the account."""

    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=200, blank=True)
    language = models.CharField(_("language"), max_length=2, default="en")
    agrees_to_be_named = models.BooleanField(_("agrees to be named in public"), default=False)
    is_active = models.BooleanField(_("may sign in"), default=True)
    joined_at = models.DateTimeField(_("joined"), default=timezone.now, editable=False)
    is_demonstration = models.BooleanField(_("demonstration"), default=False)

    objects: ClassVar[UserManager] = UserManager()

    # Set where the session was opened by a personal link (see sign_in.ByLink).
    came_by_link = False

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self):
        return self.name or self.email

    @property
    def public_name(self):
        """The name, where this person agrees to be named; "" otherwise, and never the address."""
        return self.name if self.agrees_to_be_named else ""

    @property
    def is_staff(self):
        """Django's administration asks for this name."""
        return self.is_officer

    def has_perm(self, perm, obj=None):
        """Django's administration asks this: an officer may do all there, others nothing."""
        return self.is_officer

    def has_module_perms(self, app_label):
        return self.is_officer

    @cached_property
    def memberships_today(self):
        return _memberships([self.pk], timezone.localdate())

    @cached_property
    def constituents(self):
        """The bodies this person may report for today, as they stand after merges."""
        return sorted({m.constituent.current for m in self.memberships_today}, key=str)

    @cached_property
    def constituent_ids(self):
        """Ids of these bodies and of all that were merged into them."""
        return with_merged(body.pk for body in self.constituents)

    @cached_property
    def is_officer(self):
        """A policy officer of the Secretariat today: accepts, publishes, administers."""
        return (
            self.is_active
            and not self.came_by_link
            and any(
                m.role == Membership.Role.OFFICER and m.constituent.current.kind_id == SECRETARIAT
                for m in self.memberships_today
            )
        )

    @cached_property
    def is_secretariat(self):
        """Anyone who works in the Secretariat today: may read what was handed in."""
        return self.is_active and any(body.is_secretariat for body in self.constituents)

    @property
    def has_work_here(self):
        """Acts for a constituent, holds a post or is invited to a draft today; who does not is
        shown the welcome page."""
        invited = self.co_writing.open()
        return bool(self.constituents) or self.posts.in_force().exists() or invited.exists()

    @property
    def asked_to_join_at(self):
        """When this person last asked to be joined to a constituent, or None."""
        asked = Entry.objects.about(self).filter(verb="user.asked_to_join")
        return asked.order_by("-sequence").values_list("at", flat=True).first()

    @property
    def bounce(self):
        """Why mail to this address came back, in the server's words; "" when it did not."""
        came_back = Mail.objects.bounced().filter(to=self.email).order_by("-bounced_at")
        return came_back.values_list("bounce", flat=True).first() or ""

    @journalled()
    def ask_to_join(self, *, constituent, message):
        """Write to the officers for whom this person works (a name as typed); once a day."""
        asked = self.asked_to_join_at
        if asked and timezone.now() - asked < timedelta(days=1):
            raise RuleBroken(_("You have asked today. The Secretariat will answer by e-mail."))
        for officer in User.objects.officers():
            post(
                officer,
                "people/mail/asks_to_join",
                asking=self,
                constituent=constituent,
                message=message,
            )
        record(self, "user.asked_to_join", by=self)

    @journalled()
    def change_profile(self, *, language, agrees_to_be_named):
        """Take over what this person chose on the profile page."""
        self.language, self.agrees_to_be_named = language, agrees_to_be_named
        self.save(update_fields=["language", "agrees_to_be_named"])
        record(self, "user.changed_profile", by=self)
