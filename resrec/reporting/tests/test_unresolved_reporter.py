"""A body known by an identifier alone is said to be so, wherever its report is named."""

from resrec.people.models import Constituent


def test_a_report_of_an_unresolved_body_says_that_it_is_not_identified(client, report_of):
    body = Constituent.objects.create(kind_id="unresolved", name="0A1B2C3D-0001")
    report = report_of(constituent=body, results="A pond was dug.", status="accepted")
    page = client.get(report.get_absolute_url()).content.decode()
    assert "0A1B2C3D-0001" in page
    assert "(not yet identified)" in page
