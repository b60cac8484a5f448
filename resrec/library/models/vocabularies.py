"""What texts are about and whom they address: terms that the Secretariat edits."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from resrec.people.models import ConstituentKind
from resrec.web.vocabulary import Vocabulary


class GeographicScope(Vocabulary):
    """Global, a region or an ocean."""

    class Meta(Vocabulary.Meta):
        # Where the table has stood since the first migration of reports.
        db_table = "reporting_geographicscope"
        verbose_name = _("geographic scope")
        verbose_name_plural = _("geographic scopes")


class Keyword(Vocabulary):
    """A subject under which texts are filed."""

    class Meta(Vocabulary.Meta):
        verbose_name = _("keyword")
        verbose_name_plural = _("keywords")


class AddresseeClass(Vocabulary):
    """Whom paragraphs address, by class: Members, a Secretariat, States, third parties …

    `constituent_kind` is the kind of constituents it stands for; empty for third parties.
    """

    constituent_kind = models.ForeignKey(
        ConstituentKind,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("kind of constituent"),
    )

    class Meta(Vocabulary.Meta):
        verbose_name = _("class of addressees")
        verbose_name_plural = _("classes of addressees")
