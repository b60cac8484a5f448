"""Two people in one draft: changes in different places both stand, the same place is a question."""

import pytest
from django.urls import reverse

from resrec.people.models import Membership, User
from resrec.reporting.tests.pages import sent_by, words_of


@pytest.fixture
def draft(report_of):
    return report_of(
        results="As it was", activities=[{"description": "Dug one pond", "kind_id": "field"}]
    )


@pytest.fixture
def colleague(cast):
    person = User.objects.create_user("maria@example.org", name="Maria")
    Membership.objects.create(person=person, constituent=cast.member, role="reporter")
    return person


class Window:
    """A page of the draft in somebody's browser."""

    def __init__(self, client, person, draft):
        self.client, self.person, self.pk = client, person, draft.pk
        client.force_login(person)
        self.address = reverse("report_edit", args=[draft.pk])
        self.fields = sent_by(client.get(self.address), self.address)

    def autosave(self, **changes):
        self.client.force_login(self.person)
        self.fields |= {name.replace("__", "-"): words for name, words in changes.items()}
        answer = self.client.post(reverse("report_autosave", args=[self.pk]), self.fields)
        if answer.status_code == 200:
            self.fields |= {name: answer.json()[name] for name in ("revision", "base")}
        return answer

    def save(self, **changes):
        self.client.force_login(self.person)
        return self.client.post(self.address, self.fields | changes)


@pytest.fixture
def ours(client, cast, draft):
    return Window(client, cast.reporter, draft)


@pytest.fixture
def theirs(client, colleague, draft):
    return Window(client, colleague, draft)


@pytest.fixture
def stored(draft):
    def read():
        draft.refresh_from_db()
        return draft

    return read


def test_different_fields_both_stand_and_the_page_is_told(ours, theirs, stored):
    theirs.autosave(results="Frogs came back")
    answer = ours.autosave(challenges="Little money", activities__0__description="Dug two ponds")
    draft = stored()
    assert (draft.results, draft.challenges) == ("Frogs came back", "Little money")
    assert draft.activities.get().description == "Dug two ponds"
    assert answer.json()["taken"] == [["results", "Frogs came back", "As it was"]]
    (said,) = answer.json()["news"]
    assert said.startswith("Maria changed (")
    assert "Results and achievements" in said


def test_fields_of_one_row_both_stand(ours, theirs, stored):
    theirs.autosave(activities__0__status="completed")
    ours.autosave(activities__0__description="Dug two ponds")
    row = stored().activities.get()
    assert (row.status_id, row.description) == ("completed", "Dug two ponds")


def add_row(key, words, at="1"):
    return {
        "activities__TOTAL_FORMS": str(int(at) + 1),
        f"activities__{at}__key": key,
        f"activities__{at}__description": words,
    }


def test_rows_added_by_both_stand(ours, theirs, stored):
    theirs.autosave(**add_row("aaaaaaaa", "Theirs"))
    answer = ours.autosave(**add_row("bbbbbbbb", "Ours"))
    rows = [(row.key, row.description) for row in stored().activities.all()]
    assert rows[1:] == [("bbbbbbbb", "Ours"), ("aaaaaaaa", "Theirs")]
    assert ["activities:aaaaaaaa/description", "Theirs", ""] in answer.json()["taken"]


def test_names_and_choices_added_by_both_stand(ours, theirs, stored):
    theirs.autosave(countries__0__name="Togo", scopes=["global"])
    ours.autosave(countries__0__name="Ghana", scopes=["africa"], member__0__name="Estuary Watch")
    draft = stored()
    assert {country.pk for country in draft.countries.all()} == {"GH", "TG"}
    assert {scope.pk for scope in draft.scopes.all()} == {"global", "africa"}
    assert [str(body) for body in draft.partners.all()] == ["Estuary Watch"]


def test_a_blank_row_taken_away_leaves_room_for_what_others_add(ours, theirs, stored):
    theirs.autosave(countries__0__name="Togo", **add_row("aaaaaaaa", "Theirs"))
    gone = {"countries__0__DELETE": "on", "countries__1__DELETE": "on"}
    ours.autosave(**gone, **add_row("bbbbbbbb", ""), activities__1__DELETE="on", results="Ponds")
    draft = stored()
    assert [country.pk for country in draft.countries.all()] == ["TG"]
    assert [row.description for row in draft.activities.all()] == ["Dug one pond", "Theirs"]


def test_a_name_taken_away_stays_away(ours, theirs, stored, client, cast, draft):
    theirs.autosave(countries__0__name="Togo")
    later = Window(client, cast.reporter, draft)
    theirs.autosave(countries__0__DELETE="on")
    later.autosave(results="More")
    assert not stored().countries.exists()


def test_a_row_taken_away_by_one_stays_when_the_other_has_changed_it(ours, theirs, stored):
    theirs.autosave(activities__0__DELETE="on")
    ours.autosave(activities__0__description="Dug two ponds")
    row = stored().activities.get()
    assert (row.description, row.kind_id) == ("Dug two ponds", "field")


def test_a_row_taken_away_here_comes_back_with_what_the_other_has_changed(ours, theirs, stored):
    theirs.autosave(activities__0__description="Dug three ponds")
    answer = ours.autosave(activities__0__DELETE="on", results="Ponds")
    assert stored().activities.get().description == "Dug three ponds"
    assert stored().activities.get().kind_id == "field"
    assert answer.status_code == 200


def test_a_row_taken_away_and_not_changed_is_gone(ours, theirs, stored):
    theirs.autosave(activities__0__DELETE="on")
    answer = ours.autosave(results="Ponds")
    assert not stored().activities.exists()
    assert len(answer.json()["gone"]) == 1


def test_the_same_field_is_a_conflict_and_the_rest_is_stored(ours, theirs, stored):
    theirs.autosave(results="Theirs", measures="Asked the council")
    answer = ours.autosave(results="Ours", challenges="Little money")
    draft = stored()
    assert answer.status_code == 409
    assert answer.json()["fields"] == ["Results and achievements"]
    assert (draft.results, draft.challenges, draft.measures) == (
        "Theirs",
        "Little money",
        "Asked the council",
    )
    # It stays one until a person has decided; what else is typed goes on being stored.
    again = ours.autosave(challenges="Little money and time")
    assert again.status_code == 409
    assert (stored().results, stored().challenges) == ("Theirs", "Little money and time")


def test_both_wordings_are_shown_and_one_is_kept(ours, theirs, stored):
    theirs.autosave(results="Theirs", measures="Asked the council")
    shown = ours.save(results="Ours")
    words = words_of(shown)
    assert "Theirs" in words
    assert "Ours" in words
    assert "Asked the council" not in words, "what only one changed is no question"
    ours.client.post(ours.address, sent_by(shown, ours.address))
    assert (stored().results, stored().measures) == ("Ours", "Asked the council")


def test_the_same_words_by_both_are_no_conflict(ours, theirs, stored):
    theirs.autosave(results="Ponds")
    assert ours.autosave(results="Ponds").status_code == 200


def test_a_save_that_the_page_never_heard_of_is_no_conflict_with_itself(ours, stored):
    before = dict(ours.fields)
    ours.autosave(results="One")
    ours.fields = before  # the answer was lost on its way
    answer = ours.autosave(results="One two")
    assert answer.status_code == 200
    assert stored().results == "One two"


def test_what_cannot_be_read_is_not_taken_for_untouched(ours, theirs, stored):
    ours.autosave(countries__0__name="Atlantis", contact_email="awa@")
    theirs.autosave(results="Theirs")
    answer = ours.autosave(challenges="Money")
    taken = [place for place, _words, _was in answer.json()["taken"]]
    assert taken == ["results"]
    assert "Country" in answer.json()["not_saved"]


def test_a_page_without_scripts_is_merged_as_well(ours, theirs, stored):
    theirs.autosave(results="Theirs")
    answer = ours.save(challenges="Little money")
    assert answer.status_code == 302
    assert "Maria changed" in ours.client.get(answer.url).text
    assert (stored().results, stored().challenges) == ("Theirs", "Little money")


def test_what_others_changed_is_read_before_it_is_submitted(ours, theirs, stored):
    theirs.autosave(challenges="Little money")
    ours.client.force_login(ours.person)
    submission = reverse("report_submission", args=[ours.pk])
    answer = ours.client.post(submission, ours.fields | {"results": "Ponds"})
    assert "then submit again" in answer.text
    assert "Maria changed" in words_of(answer)
    assert (stored().status, stored().results) == ("draft", "Ponds")
    again = sent_by(answer, ours.address)
    assert again["challenges"] == ["Little money"]
    ours.client.post(submission, again)
    assert stored().status == "submitted"


def test_the_page_says_who_else_is_in_the_draft(ours, theirs, client):
    theirs.autosave(results="Theirs")
    client.force_login(ours.person)
    assert "Maria" in words_of(client.get(ours.address))


def test_saving_what_is_there_touches_nothing(ours, stored):
    ours.autosave()
    assert stored().touched == {}
    ours.autosave(results="New")
    assert list(stored().touched) == ["results"]


def test_a_full_draft_saved_as_it_is_has_nothing_changed(client, cast, report_of):
    draft = report_of(
        results="Ponds\r\nand frogs ",
        challenges="Étangs",
        members_answer="yes",
        contact_email="awa@example.org",
        private_fields=["challenges"],
        activities=[{"description": "Dug", "kind_id": "field", "status_id": "ongoing"}],
        needs=[{"kind_id": "money", "amount": 12500, "currency": "EUR", "description": "Pumps"}],
    )
    draft.scopes.set(["africa", "global"])
    draft.countries.set(["TG", "CI"])
    draft.partners.create(kind="member", constituent=cast.other_member)
    draft.future_activities.create(title="Dig on", planned="yes")
    draft.evidence.create(url="https://example.org/ponds", happened_on="2025-03-01")
    page = Window(client, cast.reporter, draft)
    before = page.fields["base"]
    page.autosave()
    draft.refresh_from_db()
    assert draft.touched == {}
    assert sorted(page.fields["base"].split()) == sorted(before[0].split())


def test_a_merge_asks_a_fixed_number_of_queries(ours, theirs, django_assert_max_num_queries):
    theirs.autosave(results="Theirs")
    with django_assert_max_num_queries(55):
        ours.autosave(challenges="Little money")
