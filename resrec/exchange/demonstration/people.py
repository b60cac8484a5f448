"""The cast: people of the development identity provider, known by their e-mail addresses."""

from resrec.exchange.demonstration import files
from resrec.library.models import Resolution
from resrec.people.models import Constituent, Membership, User
from resrec.reporting.models import FocalPoint, Holder


def add():
    """Add the people with their memberships and posts; rights come from nothing else."""
    for one in files.cast():
        person = User.objects.create_user(
            one["email"],
            name=one["name"],
            language=one["language"],
            agrees_to_be_named=one.get("agrees_to_be_named", False),
            is_demonstration=True,
        )
        for membership in one["memberships"]:
            Membership.objects.create(
                person=person,
                constituent=Constituent.objects.named(membership["constituent"]),
                role=membership["role"],
            )
        for post in one["posts"]:
            Holder.objects.create(post=_post(post), person=person, since=post.get("since"))
    for vacancy in files.vacancies():
        _post(vacancy)


def _post(post):
    found, _made = FocalPoint.objects.get_or_create(
        resolution=Resolution.objects.get(code=post["resolution"]),
        role_id=post["role"],
        constituent=Constituent.objects.named(post["constituent"]),
    )
    return found
