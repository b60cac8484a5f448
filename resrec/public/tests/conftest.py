"""What the reader's pages are tried on."""

import pytest


@pytest.fixture
def published(cast):
    """Publish a Progress Report: `published(2018, "initiated", "First words.", "Second words.")`.

    The statements are the writer's own knowledge. `resolution` is another text than the cast's.
    """
    from resrec.library.models import Assembly
    from resrec.reporting.models import ProgressReport, ReportingCycle

    def publish(year, status="", *statements, resolution=None, section="results"):
        resolution = resolution or cast.resolution
        cycle, _made = ReportingCycle.objects.get_or_create(
            collection=resolution.collection,
            year=year,
            defaults={"assembly": Assembly.objects.get(code="WCC-2016")},
        )
        report = ProgressReport.objects.create(
            resolution=resolution,
            cycle=cycle,
            implementation_status_id=status or None,
            status_reason="It has moved since.",
        )
        for position, text in enumerate(statements or ["Something was done."]):
            report.statements.create(
                section=section,
                position=position,
                text=text,
                language="en",
                basis="own_knowledge",
            )
        report.propose(by=cast.focal_point)
        report.publish(by=cast.officer)
        return report

    return publish


@pytest.fixture
def held_text(cast):
    """A text of an invented union whose words are held, its French older than its English."""
    from resrec.library.models import Assembly, AssemblyKind, Collection, Resolution

    union = Collection.objects.create(code="tide", name_en="Texts of the Tide Compact")
    series = AssemblyKind.objects.create(collection=union, code="TC", label_en="Tide Conference")
    sitting = Assembly.objects.create(
        kind=series, number=1, year_coded=2019, year_held=2019, code="TC-2019", place_en="Harwich"
    )
    text = Resolution.objects.create(
        assembly=sitting, kind_id="Res", number=1, code="TC-2019-Res-001", official_number="1.001"
    )
    first = text.texts.create(language="en", title="Salt marshes", version=1)
    text.texts.create(language="en", title="Salt marshes and their keepers", version=2)
    text.texts.create(language="fr", title="Les prés salés", renders=first)
    rows = [
        ("pre-1", "preambular", "", 1, "MINDFUL of the tide;", "CONSCIENTE de la marée ;"),
        ("op-1", "operative", "1", 1, "DECIDES to wait:", "DÉCIDE d’attendre :"),
        ("op-1-a", "operative", "(a)", 2, "until it ebbs.", None),
    ]
    for position, (path, kind, number, level, english, french) in enumerate(rows):
        paragraph = text.paragraphs.create(
            path=path, kind=kind, number=number, level=level, position=position
        )
        paragraph.texts.create(language="en", text=english)
        if french:
            paragraph.texts.create(language="fr", text=french)
    return text
