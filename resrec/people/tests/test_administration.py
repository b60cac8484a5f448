"""The officers' administration: only theirs, and each change is in the journal."""

import pytest
from django.contrib import admin
from django.urls import reverse

from resrec.journal.models import Entry
from resrec.people.models import Constituent, Membership, User
from resrec.web.models import PublicRevision

pytestmark = pytest.mark.django_db


def test_strangers_are_sent_to_sign_in_and_others_are_told_no(client, cast):
    way = client.get("/en/admin/people/user/", follow=True).redirect_chain
    assert way[-1] == ("/en/sign-in/?next=/en/admin/people/user/", 302)
    client.force_login(cast.focal_point)
    assert client.get("/en/admin/login/").status_code == 403
    assert client.get("/en/admin/people/user/", follow=True).status_code == 403
    client.force_login(cast.officer)
    assert (
        client.get("/en/admin/login/?next=/en/admin/people/user/").url == "/en/admin/people/user/"
    )
    assert client.get("/en/admin/login/?next=//evil.example.org/").url == "/en/admin/"


@pytest.mark.parametrize("model", sorted(admin.site._registry, key=lambda m: m._meta.label))
def test_every_list_and_every_empty_form_opens(client, cast, model):
    client.force_login(cast.officer)
    address = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    assert client.get(reverse(f"{address}_changelist")).status_code == 200
    assert client.get(reverse(f"{address}_changelist"), {"q": "87"}).status_code == 200
    assert client.get(reverse(f"{address}_add")).status_code in (200, 403)


def test_a_change_and_its_entry_come_together(client, cast):
    client.force_login(cast.officer)
    before = PublicRevision.current()
    client.post(
        reverse("admin:people_user_change", args=[cast.stranger.pk]),
        {
            "email": "someone@example.org",
            "name": "Someone Else",
            "language": "fr",
            "is_active": "on",
            "memberships-TOTAL_FORMS": 1,
            "memberships-INITIAL_FORMS": 0,
            "memberships-0-constituent": cast.member.pk,
            "memberships-0-role": "reporter",
        },
    )
    stranger = User.objects.get(pk=cast.stranger.pk)
    assert (stranger.language, stranger.constituents) == ("fr", [cast.member])
    entry = Entry.objects.about(stranger).get()
    assert (entry.verb, entry.by) == ("user.changed", cast.officer)
    assert "Someone" not in str(entry.content)
    assert PublicRevision.current() == before + 1
    history = client.get(reverse("admin:people_user_history", args=[stranger.pk]))
    assert "user.changed" in history.content.decode()


def test_a_broken_rule_is_shown_in_the_form_and_changes_nothing(client, cast):
    client.force_login(cast.officer)
    page = client.post(
        reverse("admin:people_membership_add"),
        {"person": cast.stranger.pk, "constituent": cast.member.pk, "role": "officer"},
    )
    assert "Only the Secretariat has policy officers." in page.content.decode()
    assert not Membership.objects.filter(person=cast.stranger).exists()
    assert not Entry.objects.exists()


def test_saving_without_a_change_writes_nothing(client, cast):
    client.force_login(cast.officer)
    client.post(
        reverse("admin:people_constituentkind_change", args=["member"]),
        {"label_en": "Member", "label_fr": "Membre", "label_es": "Miembro", "position": 1},
    )
    entries = Entry.objects.count()
    client.post(
        reverse("admin:people_constituentkind_change", args=["member"]),
        {"label_en": "Member", "label_fr": "Membre", "label_es": "Miembro", "position": 1},
    )
    assert Entry.objects.count() == entries


@pytest.fixture
def unresolved(cast):
    body = Constituent.objects.create(kind_id="unresolved", name="7C0D-19")
    body.add_name("7C0D-19")
    return body


def act(client, chosen, action, **more):
    data = {"action": action, "_selected_action": chosen.pk, **more}
    return client.post(reverse("admin:people_constituent_changelist"), data)


def test_an_officer_says_whose_an_identifier_is_and_takes_it_back(client, cast, unresolved):
    client.force_login(cast.officer)
    asked = act(client, unresolved, "merge", index=0)
    assert "7C0D-19" in asked.content.decode()
    assert act(client, unresolved, "merge", body="fen and heath trust").status_code == 302
    assert Constituent.objects.named("7C0D-19") == cast.member
    act(client, unresolved, "unmerge", index=0)
    assert Constituent.objects.named("7C0D-19") == unresolved
    verbs = [entry.verb for entry in Entry.objects.about(unresolved)]
    assert verbs == ["constituent.merged", "constituent.unmerged"]


def test_a_name_nobody_bears_is_said(client, cast, unresolved):
    client.force_login(cast.officer)
    page = act(client, unresolved, "merge", body="Nobody at all")
    assert "No body is on record under this name." in page.content.decode()


def test_a_merge_that_breaks_a_rule_is_said_and_changes_nothing(client, cast, unresolved):
    client.force_login(cast.officer)
    answer = act(client, cast.member, "merge", body="Fen and Heath Trust")
    page = client.get(answer.url).content.decode()
    assert "A body cannot be merged into itself." in page
    assert not Entry.objects.exists()


def test_people_are_kept_and_not_deleted(client, cast):
    client.force_login(cast.officer)
    address = reverse("admin:people_user_delete", args=[cast.stranger.pk])
    assert client.post(address, {"post": "yes"}).status_code == 403
