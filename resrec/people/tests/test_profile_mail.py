"""A person whose mail comes back is told so where they are: on their profile."""

from django.urls import reverse

from resrec.journal.bounces import bounced
from resrec.journal.models import Mail


def test_the_profile_tells_that_mail_comes_back(client, cast):
    client.force_login(cast.reporter)
    assert "comes back" not in client.get(reverse("profile")).text
    mail = Mail.objects.create(to=cast.reporter.email, subject="Due", text="Soon", language="en")
    bounced(mail, "550 no such user")
    page = client.get(reverse("profile")).text
    assert "Mail to reporter@example.org comes back" in page
    assert "550 no such user" in page
