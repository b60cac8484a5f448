"""Who may do what with reports; shared by pages and templates. The models say what *can* happen."""

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.db.models import F
from django.utils.functional import cached_property

from resrec.people.models import User
from resrec.reporting.models import ActivityReport, CoWriter, FocalPoint, Holder, ProgressReport
from resrec.reporting.models.activity_report import Status as ReportStatus
from resrec.reporting.models.activity_report_sets import bodies_not_judged_by
from resrec.reporting.models.focal_point import (
    LEADING_ROLES,
    posts_held_by,
    resolutions_held_by,
)
from resrec.reporting.models.progress_report import Status as ProgressStatus

# Who took a post last comes first; of a time without a first day nobody knows, it comes last.
BEGINNING_LAST = (F("since").desc(nulls_last=True), "-pk")


@dataclass(frozen=True)
class ActivityReportPolicy:
    """What a person may do with one Activity Report."""

    user: User | AnonymousUser
    report: ActivityReport

    @property
    def is_own(self):
        """One of the constituent's people today."""
        user = self.user
        return user.is_authenticated and self.report.constituent_id in user.constituent_ids

    @property
    def writes(self):
        """Its own people; an officer too, of what is entered on a constituent's behalf."""
        return self.is_own or (self.report.on_behalf and self.is_officer)

    @cached_property
    def co_writes(self):
        """Was invited to write in its drafts, and has accepted."""
        if not self.user.is_authenticated:
            return False
        return CoWriter.objects.writing().on(self.report).filter(person=self.user).exists()

    @property
    def takes_part(self):
        """Changes the words of its drafts."""
        return self.writes or self.co_writes

    @property
    def is_officer(self):
        return self.user.is_authenticated and self.user.is_officer

    @property
    def can_object(self):
        """Say that what was entered on its behalf is not the constituent's word."""
        handed_in = self.report.status in (ReportStatus.SUBMITTED, ReportStatus.ACCEPTED)
        return self.report.on_behalf and self.is_own and handed_in

    @property
    def can_answer_objection(self):
        return self.report.on_behalf and self.is_officer

    @property
    def can_edit(self):
        return self.report.status == ReportStatus.DRAFT and self.takes_part

    @property
    def can_submit(self):
        """At any time: only Progress Reports keep to a cycle. Who was invited does not."""
        return self.writes and self.report.status == ReportStatus.DRAFT

    @property
    def can_discard(self):
        return self.can_submit

    @property
    def can_invite(self):
        """Ask others to write in the draft."""
        return self.can_submit

    @property
    def can_correct(self):
        return self.writes and self.report.status in (ReportStatus.ACCEPTED, ReportStatus.RETURNED)

    @property
    def can_withdraw(self):
        """Take back an answer of one press, while it waits."""
        return self.writes and self.report.is_short and self.report.status == ReportStatus.SUBMITTED

    @property
    def reads_private(self):
        """Sees what is never public: its people, those invited to it, and those who judge it."""
        return self.is_own or bool(self._texts_led) or self.co_writes

    @property
    def can_judge(self):
        """Accept it or return it."""
        return self.report.status == ReportStatus.SUBMITTED and bool(self.texts_to_judge)

    @property
    def reads_reasons(self):
        """What was asked for is for its people and its readers at work, never for the public."""
        return self.reads_private or self.report.status == ReportStatus.RETURNED

    @cached_property
    def is_party(self):
        """Has begun it, written in it or handed it in, or works for its constituent: somebody else
        judges it (decision 18). The Secretariat's own reports are judged by others there."""
        if not self.user.is_authenticated:
            return False
        own = bodies_not_judged_by(self.user)
        return self.user.pk in self.report.hands or self.report.constituent_id in own

    @property
    def judges(self):
        """An officer, or the Secretariat's focal point for one of its texts; no party to it."""
        return not self.is_party and bool(self._texts_led)

    @property
    def needs_somebody_else(self):
        """Would give the verdict, had this person no part in the report."""
        is_open = self.report.status == ReportStatus.SUBMITTED
        return is_open and self.is_party and any(not one.verdict for one in self._texts_led)

    @property
    def texts_to_judge(self):
        """The ReportedTexts whose verdict is this person's to give and still open."""
        return [] if self.is_party else [one for one in self._texts_led if not one.verdict]

    @property
    def reviews(self):
        """May say what to think of it: an officer or a focal point of one of its texts."""
        return not self.is_party and bool(self._texts_held)

    @property
    def texts_to_review(self):
        """The ReportedTexts on which this person may give an opinion now."""
        is_open = self.report.status == ReportStatus.SUBMITTED and self.reviews
        return [one for one in self._texts_held if is_open and not one.verdict]

    @property
    def reads_opinions(self):
        """Those who may have one, and whoever entered it for another; never its own people."""
        return self.reviews or (self.report.on_behalf and self.is_officer)

    @property
    def may_check(self):
        """Who judges looks at what the rule has accepted; whether that is open is the model's."""
        return self.judges

    @property
    def can_check(self):
        by_rule = self.report.status == ReportStatus.ACCEPTED and self.report.rule
        return self.may_check and bool(by_rule) and not self.report.check_found

    @cached_property
    def _texts_led(self):
        led = {text for text, role in self._posts if role in LEADING_ROLES}
        return [one for one in self._texts_held if self.is_officer or one.resolution_id in led]

    @cached_property
    def _texts_held(self):
        held = {text for text, _role in self._posts}
        texts = self.report.reported_texts.all()
        return [one for one in texts if self.is_officer or one.resolution_id in held]

    @cached_property
    def _posts(self):
        return [] if self.is_officer else posts_held_by(self.user)


@dataclass(frozen=True)
class NeedPolicy:
    """What a person may do with the needs that an Activity Report names."""

    user: User | AnonymousUser
    report: ActivityReport

    @property
    def can_mark(self):
        """Mark one as met: its constituent's people, focal points of its texts, officers."""
        if not self.user.is_authenticated or self.report.status != ReportStatus.ACCEPTED:
            return False
        if self.user.is_officer or self.report.constituent_id in self.user.constituent_ids:
            return True
        texts = [one.resolution_id for one in self.report.reported_texts.all()]
        return resolutions_held_by(self.user).filter(pk__in=texts).exists()


@dataclass(frozen=True)
class ProgressReportPolicy:
    """What a person may do with one Progress Report."""

    user: User | AnonymousUser
    report: ProgressReport

    @cached_property  # a page asks it for every statement
    def is_writer(self):
        """The Secretariat's focal point for the text, an officer, or whom an officer gave it to.

        Who left the post is the writer no more.
        """
        if not self.user.is_authenticated:
            return False
        if self.user.is_officer or self._holds(leading=True):
            return True
        return self.report.writer_id == self.user.pk and self._holds()

    @property
    def can_see_work(self):
        """Whether what is in work, or that nothing is yet, is this person's to know."""
        return self.user.is_authenticated and (self.user.is_secretariat or self._holds())

    @property
    def can_begin(self):
        """Begin the account of a text in a cycle; out of its days, officers only."""
        if self.is_officer:
            return True
        return self.report.cycle.is_open and self.is_writer

    def _holds(self, *, leading=False):
        held = resolutions_held_by(self.user, leading=leading)
        return held.filter(pk=self.report.resolution_id).exists()

    @property
    def can_edit(self):
        return self.is_writer and self.report.status == ProgressStatus.DRAFT

    @property
    def can_propose(self):
        return self.can_edit

    @property
    def is_officer(self):
        return self.user.is_authenticated and self.user.is_officer

    @property
    def can_publish(self):
        """Publishing is the officer's, and so is sending a proposal back."""
        return self.is_officer and self.report.status == ProgressStatus.PROPOSED

    @property
    def can_give(self):
        """Give the writing to another focal point of the text."""
        return self.is_officer and self.report.status == ProgressStatus.DRAFT

    @property
    def can_supersede(self):
        """Open the next version of one that is published."""
        return self.is_writer and self.report.status == ProgressStatus.PUBLISHED


@dataclass(frozen=True)
class PostPolicy:
    """What a person may do with a post; who reads it is `FocalPoint.objects.visible_to`."""

    user: User | AnonymousUser
    post: FocalPoint

    @property
    def can_fill(self):
        """Ask somebody, and withdraw that."""
        return self.user.is_authenticated and self.user.is_officer

    def can_answer(self, holder: Holder):
        """Only who was asked answers."""
        return holder.person_id == self.user.pk

    def can_end(self, holder: Holder):
        """End a holder's time: an officer, or the one who leaves."""
        return self.can_fill or holder.person_id == self.user.pk

    @cached_property
    def reads_history(self):
        """Who held it: all who read the page but those who are only asked."""
        if self.can_fill or self.post.holders.held().filter(person=self.user).exists():
            return True
        return resolutions_held_by(self.user).filter(pk=self.post.resolution_id).exists()

    @cached_property
    def reads_handover(self):
        """Officers, the one who leaves or has left last, and the successor."""
        last_two = self.post.holders.held().order_by(*BEGINNING_LAST)[:2]
        return self.can_fill or self.user.pk in {holder.person_id for holder in last_two}


def may_trust(user: User | AnonymousUser):
    """Whether this person may say whose reports are accepted after a period: the officers."""
    return user.is_authenticated and user.is_officer


def may_assign(user: User | AnonymousUser):
    """Whether this person may fill many posts at once: the officers."""
    return user.is_authenticated and user.is_officer
