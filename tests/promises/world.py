"""One of each thing in each state, and the address of every page on it."""

from datetime import date
from io import BytesIO
from types import SimpleNamespace

from django.core.files.base import ContentFile

from resrec.analysis.freeze.freezing import freeze
from resrec.analysis.models import Narrative, Theme
from resrec.library.bringing_in import bring_in
from resrec.library.correcting import set_values
from resrec.library.models import Citation, Followed, Original, Resolution, ResourceDocument
from resrec.library.originals import read_pasted
from resrec.library.paragraph_trees import store
from resrec.people.models import MailChoices
from resrec.people.personal_links import personal_link
from resrec.reporting.asking.short_answers import answer
from resrec.reporting.assigning.beginning import from_sheet
from resrec.reporting.assigning.storing import carry_out
from resrec.reporting.models import (
    ActivityReport,
    BulkStep,
    CoWriter,
    FocalPoint,
    ProgressReport,
    ReportingCycle,
    SpotCheck,
    Trust,
)
from resrec.reporting.models.asking import lay_ladder


def build(cast, report_of):
    """Give a namespace: reports draft/submitted/accepted, accounts in each state, their parts."""
    accepted = report_of(
        results="Forty rangers learned to read tracks.",
        status="accepted",
        activities=[{"kind_id": "field", "description": "Walking the corridor"}],
        needs=[{"kind_id": "people", "description": f"Rangers, {n}"} for n in "ab"],
    )
    draft = report_of(results="Not finished yet.")
    submitted = report_of(results="Two bridges were built.")
    for report in (draft, submitted):
        _attach(report)
    submitted.needs.create(kind_id="decision", description="Leave to build a third")
    submitted.submit(by=cast.reporter)
    accepted.needs.last().mark_met(by=cast.reporter, name="A donor")
    account = _account(cast, cast.resolution, cast.cycle)
    statement = account.statements.create(section="results", text="Rangers.", language="en")
    quotation = statement.quote(accepted, "results", "rangers learned")
    proposed = _account(cast, Resolution.objects.get(code="WCC-2016-Res-001"), cast.cycle)
    _say(proposed)
    proposed.propose(by=cast.officer)
    published = _account(cast, cast.resolution, ReportingCycle.objects.get(year=2018))
    _say(published)
    published.propose(by=cast.officer)
    published.publish(by=cast.officer)
    correction = _correction(cast)
    other = Resolution.objects.get(code="WCC-2016-Res-001")
    shared, invited, co_writer = _shared(cast, report_of)
    asked = _asked(cast)
    trust = Trust.give(cast.member, days=30, reason="Ten years of care.", by=cast.officer)
    return SimpleNamespace(
        frozen=_frozen(cast),
        correction=correction,
        original=Original.objects.get(),
        accepted=accepted,
        draft=draft,
        shared=shared,
        invited=invited,
        co_writer=co_writer,
        submitted=submitted,
        themed=_themed(cast, accepted),
        short=answer(other, cast.member, "nothing", by=cast.reporter),
        on_behalf=_on_behalf(cast),
        draft_on_behalf=_draft_on_behalf(cast, other),
        handed_in_on_behalf=_handed_in_on_behalf(cast),
        trust=trust,
        by_rule=_by_rule(report_of, trust),
        account=account,
        statement=statement,
        quotation=quotation,
        proposed=proposed,
        published=published,
        citation=_citation(),
        life_event=_life_event(cast),
        token=personal_link(cast.stranger, "/en/following/").split("/")[-2],
        followed=Followed.begin(cast.reporter, resolution=cast.resolution),
        post=cast.resolution.focal_points.get(role="secretariat_lead"),
        holder=cast.focal_point.posts.get(),
        asked=asked,
        asked_post=asked.post,
        assignment=_assignment(cast),
        carried_out=_carried_out(cast),
        bulk_step=BulkStep.objects.create(verb="charge", by=cast.officer, changes=[]),
        choices=_chosen(cast),
        document=ResourceDocument.objects.create(
            page="reporting",
            language="en",
            title="A leaflet",
            file=ContentFile(b"%PDF-1.4 leaflet", name="leaflet.pdf"),
        ),
    )


def _frozen(cast):
    return freeze(cast.resolution.assembly, ReportingCycle.objects.get(year=2018), by=None)


def _themed(cast, report):
    """A passage under a theme, and a section written beside the figures."""
    theme = Theme.begin(cast.cycle.assembly, {"en": "Tracks"}, by=cast.officer)
    Narrative(assembly=cast.cycle.assembly, cycle=cast.cycle, place="summary", language="en").write(
        "Much was done.", {}, by=cast.officer, read=0
    )
    return theme.passages.create(
        key="a", side="challenge", report=report, field="challenges", exact="Rain.", language="en"
    )


def _shared(cast, report_of):
    """A draft in which a stranger writes, and the other Member's reporter is invited to."""
    report = report_of(results="Written together.")
    asked, writing = (
        CoWriter.invite(report, person.email, by=cast.reporter)
        for person in (cast.other_reporter, cast.stranger)
    )
    writing.accept(by=cast.stranger)
    return report, asked, writing


def _asked(cast):
    """The other Member's reporter, asked to be its focal point."""
    post = FocalPoint.objects.create(
        resolution=cast.resolution, role_id="member", constituent=cast.other_member
    )
    return post.invite(cast.other_reporter, by=cast.officer)


def _chosen(cast):
    """The reporter's choices of mail; reports of the cycle are due."""
    cast.cycle.reports_due_on = cast.cycle.closes_on
    cast.cycle.save()
    lay_ladder(cast.cycle)
    return MailChoices(person=cast.reporter)


def _on_behalf(cast):
    """One that the constituent objects to."""
    report = _draft_on_behalf(cast, cast.resolution)
    report.submit(by=cast.officer)
    report.accept(by=cast.officer)
    report.object(by=cast.reporter, reason="We built one bridge.")
    return report


def _handed_in_on_behalf(cast):
    """One that waits, with an opinion on it."""
    report = _draft_on_behalf(cast, cast.resolution)
    report.submit(by=cast.officer)
    report.give_opinion("returned", by=cast.focal_point, words="Which bridges?")
    return report


def _by_rule(report_of, trust):
    """One that nobody has read; another is held for a look."""
    SpotCheck.hold(report_of(results="A third bridge.", status="submitted"), trust)
    report = report_of(results="Two bridges were built.", status="submitted")
    report.accept(by=None, trust=trust)
    return report


def _assignment(cast, code="GA-16.08"):
    """A row that is good, and one with errors."""
    rows = (
        f"Code,Role,Constituent,E-mail\n{code},member,Fen and Heath Trust,new@example.org\nx,y,z,"
    )
    return from_sheet(BytesIO(rows.encode()), "posts.csv", by=cast.officer)


def _carried_out(cast):
    made = _assignment(cast, "GA-16.09")
    carry_out(made, by=cast.officer, only_good=True)
    made.refresh_from_db()
    return made


def _draft_on_behalf(cast, resolution):
    year = cast.cycle.year
    report = ActivityReport.begin(
        by=cast.officer, constituent=cast.member, resolution=resolution, language="en"
    )
    report.results, report.period_from = "Two bridges, by telephone.", date(year, 1, 1)
    report.period_to = date(year, 12, 31)
    report.save()
    return report


def _life_event(cast):
    text = Resolution.objects.get(code="GA-16.05")
    text.archive(by=cast.officer, decision="C/1", reason_en="Done.")
    return text.life.get()


def _citation():
    """One whose words can mean two texts."""
    texts = Resolution.objects.filter(code__in=["GA-16.08", "GA-16.09"])
    source = Resolution.objects.get(code="WCC-2020-Res-073")
    citation = Citation.objects.create(
        source=source, exact="Antarctica", key="a", state="ambiguous"
    )
    citation.candidates.set(texts)
    return citation


def _correction(cast):
    """A text in two languages that do not agree, read into paragraphs; one was put right."""
    text = Resolution.objects.get(code="WCC-2016-Res-002")
    for language, words in (("en", "1. CALLS for more:\n(a) walks;\n2. ENDS."), ("fr", "1. FIN.")):
        original = ("words.txt", words.encode())
        found = read_pasted(words)
        bring_in(text, language, found, original, by=cast.officer, read=None, title="Walks")
        text.__dict__.pop("current_texts", None)
    store(text, by=cast.officer)
    set_values(text.paragraphs.first(), {"verb": "ask"}, by=cast.officer, read=None, language="en")
    Original.objects.filter(text__language="fr").delete()
    return text.paragraph_corrections.get()


def _account(cast, resolution, cycle):
    return ProgressReport.objects.create(resolution=resolution, cycle=cycle)


def _say(account):
    account.statements.create(
        section="results", text="It went on.", language="en", basis="own_knowledge"
    )


def _attach(report):
    report.evidence.create(
        title="Map",
        file=ContentFile(b"%PDF-1.4 map", name="map.pdf"),
        file_name="map.pdf",
        media_type="application/pdf",
        size=12,
    )
