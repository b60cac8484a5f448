"""The access table: every address, in each state of its thing, and who may do it.

A row is `Row(url name, what, method, arguments, who)`. `who` gives, for nobody (N), a stranger
(S), the constituent's reporter (R), another constituent's (O), the text's Secretariat lead (F)
and an officer (P), in this order, one letter each: `y` may, `m` may but not now and
is told so (nothing moves), `s` is sent to sign in, `f` is forbidden (403), `h` finds nothing
(404). Administration pages are the officers' alone and are
tried apart.
"""

from dataclasses import dataclass

PERSONS = ["nobody", "stranger", "reporter", "other_reporter", "focal_point", "officer"]
EVERYONE, SIGNED_IN, NO_ONE = "yyyyyy", "syyyyy", "hhhhhh"


@dataclass(frozen=True)
class Row:
    name: str
    what: str
    method: str
    arguments: object  # a function of (cast, world) that gives the address's arguments
    who: str

    def __str__(self):
        return f"{self.method} {self.name} {self.what}".strip()


def get(name, who, arguments=lambda c, w: [], what=""):
    return Row(name, what, "get", arguments, who)


def post(name, who, arguments=lambda c, w: [], what=""):
    return Row(name, what, "post", arguments, who)


def on(noun):
    return lambda cast, world: [getattr(world, noun).pk]


def need_of(noun, number=0):
    return lambda cast, world: [getattr(world, noun).needs.all()[number].pk]


def text(cast, world):
    return [cast.resolution.code]


def text_of(noun):
    return lambda cast, world: [getattr(world, noun).resolution.code]


def text_and_year(cast, world):
    return [cast.resolution.code, cast.cycle.year]


def congress(*more):
    return lambda cast, world: ["WCC-2016", *more]


def frozen(*more):
    return lambda cast, world: [*world.frozen.place, *more]


def congress_and_year(*more):
    return lambda cast, world: ["WCC-2016", cast.cycle.year, *more]


def theme_and_year(cast, world):
    return [world.themed.theme.pk, cast.cycle.year]


def themed_passage_and_year(cast, world):
    return [world.themed.pk, cast.cycle.year]


def evidence_of(noun):
    return lambda cast, world: [getattr(world, noun).evidence.get().pk]


ROWS = [
    # For everyone
    get("home", EVERYONE),
    get("resolutions", EVERYONE),
    get("status_rule", EVERYONE),
    get("resolutions_atom", EVERYONE),
    get("resolutions_csv", EVERYONE),
    get("resolutions_json", EVERYONE),
    get("resolutions_xlsx", EVERYONE),
    get("resolution", EVERYONE, text),
    get("text_form", EVERYONE, lambda c, w: [c.resolution.code, "json"]),
    get("citations", EVERYONE, text),
    get("text_coverage", EVERYONE, text),
    get("assembly_coverage", EVERYONE, congress_and_year()),
    get("assembly_coverage", NO_ONE, lambda c, w: ["WCC-2016", 1913], "of no cycle"),
    get("assembly_coverage_sheet", EVERYONE, congress_and_year()),
    get("side_by_side", EVERYONE, text),
    get("similar_texts", EVERYONE, text),
    get("comparison", EVERYONE),
    post("comparison", EVERYONE),
    get("assemblies", EVERYONE),
    get("motions", EVERYONE),
    get("progress_report", EVERYONE, lambda c, w: [c.resolution.code, 2018]),
    get("resources", EVERYONE),
    get("resource", EVERYONE, lambda c, w: ["reporting"]),
    get("resource_document", EVERYONE, on("document")),
    get("data_policy", EVERYONE),
    get("open_needs", EVERYONE, congress()),
    get("focal_points", EVERYONE, congress()),
    get("focal_points_sheet", EVERYONE, congress()),
    get("analyses", EVERYONE),
    get("analysis_year", EVERYONE, lambda c, w: [c.cycle.year]),
    get("analysis_frozen", EVERYONE, frozen()),
    get("analysis_frozen_list", EVERYONE, frozen("texts")),
    get("analysis_freezing", "sffffy", congress_and_year()),
    post("analysis_freezing", "sffffy", congress_and_year()),
    get("analysis", EVERYONE, congress_and_year()),
    get("analysis_movement", EVERYONE, congress_and_year()),
    get("themes", EVERYONE, congress_and_year()),
    get("analysis_list", EVERYONE, congress_and_year("texts")),
    get("robots", EVERYONE),
    get("sitemap", EVERYONE),
    get("sitemap_part", EVERYONE, lambda c, w: ["texts-1"]),
    get("favicon", EVERYONE),
    # In the development set-up everyone's (resrec/journal/tests/test_development_mail.py)
    get("development_mail", NO_ONE),
    get("development_message", NO_ONE, lambda c, w: [1]),
    get("development_message_html", NO_ONE, lambda c, w: [1]),
    get("sign_in", EVERYONE),
    get("sign_in_by_mail", EVERYONE),
    post("sign_in_by_mail", EVERYONE),
    get("personal_link", EVERYONE, lambda c, w: [w.token]),
    post("personal_link", EVERYONE, lambda c, w: [w.token]),
    post("personal_link_fresh", EVERYONE, lambda c, w: [w.token]),
    # A signed token in the address says whose they are
    get("unsubscribe", EVERYONE, lambda c, w: [w.choices.unsubscribe_token]),
    post("unsubscribe", EVERYONE, lambda c, w: [w.choices.unsubscribe_token]),
    get("calendar", EVERYONE, lambda c, w: [w.choices.calendar_token]),
    get("calendar", NO_ONE, lambda c, w: ["somebody"], "without its token"),
    get("sign_in_failed", EVERYONE, lambda c, w: ["cancelled"]),
    # For those who have signed in
    post("sign_out", EVERYONE),
    get("welcome", SIGNED_IN),
    get("profile", SIGNED_IN),
    post("mail_choices", SIGNED_IN),
    post("calendar_renewal", SIGNED_IN),
    get("desk", SIGNED_IN),
    get("known_names", SIGNED_IN, lambda c, w: ["member"]),
    get("known_names", "shhhhh", lambda c, w: ["results"], "of what are no names"),
    get("open_points", "sffffy", congress_and_year()),
    get("open_points_sheet", "sffffy", congress_and_year()),
    post("open_points_given", "sffffy", congress_and_year()),
    post("open_points_set_aside", "sffffy", congress_and_year()),
    post("bulk_step_undone", "sffffy", lambda c, w: ["WCC-2016", c.cycle.year, w.bulk_step.pk]),
    # Asking for reports
    get("asking", "sffffy", congress_and_year()),
    get("asking_preview", "sffffy", lambda c, w: ["WCC-2016", c.cycle.year, w.post.pk]),
    post("asking_pause", "sffffy", congress_and_year()),
    get("following", SIGNED_IN),
    get("follow", SIGNED_IN),
    post("follow", SIGNED_IN),
    post("followed_let_go", "shyhhh", on("followed")),
    post("report_texts", "shyhhh", on("draft"), "draft"),
    # A draft in which the stranger writes, and to which the other reporter is invited
    get("activity_report", "syyhhh", on("shared"), "written together"),
    get("report_edit", "syyhhh", on("shared"), "written together"),
    post("report_edit", "syyhhh", on("shared"), "written together"),
    post("report_autosave", "syyhhh", on("shared"), "written together"),
    post("report_submission", "sfyhhh", on("shared"), "written together"),
    post("report_discard", "sfyhhh", on("shared"), "written together"),
    post("report_started_from_last", "sfhhhh", on("shared"), "written together"),
    get("report_as_word", "syyhhh", on("shared"), "written together"),
    get("co_writers", "syyhhh", on("shared"), "written together"),
    post("co_writers", "sfyhhh", on("shared"), "written together"),
    get("co_writers", "shyhhh", on("draft"), "written alone"),
    get("co_writer", "shhyhh", on("invited"), "invited"),
    post("co_writer_acceptance", "shhyhh", on("invited"), "invited"),
    post("co_writer_end", "shyyhh", on("invited"), "invited"),
    get("co_writer", "syhhhh", on("co_writer"), "writing"),
    post("co_writer_acceptance", "syhhhh", on("co_writer"), "writing"),
    post("co_writer_end", "syyhhh", on("co_writer"), "writing"),
    post("report_texts", "shmhff", on("submitted"), "submitted"),
    post("report_started_from_last", "shhhhh", on("draft"), "draft"),
    get("report_as_word", "shyhhh", on("draft"), "draft"),
    get("report_as_word", "shfhff", on("submitted"), "submitted"),
    get("report_to_print", "shyhhh", on("draft"), "draft"),
    get("report_to_print", "shfhff", on("submitted"), "submitted"),
    get("assignments", "sffffy"),
    get("assignment_template", "sffffy"),
    post("assignment_from_sheet", "sffffy"),
    post("assignment_from_texts", "sffffy"),
    get("assignment", "sffffy", on("assignment")),
    get("assignment_rows", "sffffy", on("assignment")),
    post("assignment_carried_out", "sffffm", on("assignment"), "with errors"),
    post("assignment_carried_out", "sffffm", on("carried_out"), "carried out"),
    post("assignment_undone", "sffffm", on("assignment"), "only looked at"),
    post("assignment_undone", "sffffy", on("carried_out"), "carried out"),
    get("assignment", "sffffy", on("carried_out"), "carried out"),
    get("posts_asked", SIGNED_IN),
    post("posts_asked", SIGNED_IN),
    get("report_from_paper", SIGNED_IN),
    post("report_from_paper", SIGNED_IN),
    get("review", SIGNED_IN),
    post("review", SIGNED_IN),
    # Acceptance after a period, and the look at what it accepted
    get("trust", "sffffy"),
    post("trust", "sffffy"),
    post("trust_withdrawal", "sffffy", on("trust")),
    post("report_spot_check", "sfffyy", on("by_rule"), "accepted by rule"),
    post("report_spot_check", "sfffmm", on("accepted"), "accepted by a person"),
    post("report_spot_check", "shfhmm", on("submitted"), "submitted"),
    get("activity_report", EVERYONE, on("by_rule"), "accepted by rule"),
    post("report_opinion", "shfhyy", on("submitted"), "submitted"),
    post("report_opinion", "shfhhh", on("draft"), "draft"),
    post("report_opinion", "sfffmm", on("accepted"), "accepted"),
    get("report_new", "syyyyy"),
    get("kept_form", "shhhhh", lambda c, w: ["unknown"]),
    # Posts
    get("post", "shhhyy", on("post")),
    get("post", "shhyyy", on("asked_post"), "for which somebody is asked"),
    get("post_handover", "shhhyy", on("post")),
    get("post_handover", "shhffy", on("asked_post"), "for which somebody is asked"),
    post("post_invitation", "shhhfy", on("post")),
    post("post_invitation", "shhffy", on("asked_post"), "for which somebody is asked"),
    post("holder_acceptance", "shhyff", on("asked"), "asked"),
    post("holder_decline", "shhyff", on("asked"), "asked"),
    post("holder_withdrawal", "shhffy", on("asked"), "asked"),
    post("holder_leaving", "shhyfy", on("asked"), "asked"),
    post("holder_acceptance", "shhhmf", on("holder"), "in force"),
    post("holder_decline", "shhhmf", on("holder"), "in force"),
    post("holder_withdrawal", "shhhfm", on("holder"), "in force"),
    post("holder_leaving", "shhhyy", on("holder"), "in force"),
    # What became of a text
    get("life", "sffffy", text),
    post("life", "sffffy", text),
    post("related", "sffffy", text),
    post("retirement", "sffffy", text),
    get("life_event", "sffffy", on("life_event")),
    post("life_event", "sffffy", on("life_event")),
    # Citations that can mean several texts
    get("open_citations", "sffffy"),
    post("citation_decision", "sffffy", on("citation")),
    # Answers of one press
    get("short_answers", SIGNED_IN),
    get("short_answer", SIGNED_IN, text),
    post("short_answer", SIGNED_IN, text),
    post("report_withdrawal", "shyhff", on("short"), "submitted"),
    post("report_withdrawal", "sfmfff", on("accepted"), "accepted"),
    get("activity_report", "shyhyy", on("short"), "of one press"),
    # A report entered on a constituent's behalf, and objections to it
    get("activity_report", EVERYONE, on("on_behalf"), "entered on behalf"),
    get("activity_report", "shyhhy", on("draft_on_behalf"), "draft on behalf"),
    get("report_edit", "shyhhy", on("draft_on_behalf"), "draft on behalf"),
    post("report_acceptance", "shfhyf", on("handed_in_on_behalf"), "that an officer handed in"),
    post("report_opinion", "shfhyf", on("handed_in_on_behalf"), "that an officer handed in"),
    get("activity_report", "shyhyy", on("handed_in_on_behalf"), "that an officer handed in"),
    post("report_objection", "sfyfff", on("on_behalf")),
    post("report_objection", "sfmfff", on("accepted"), "to one's own report"),
    post("objection_withdrawal", "sfyfff", on("on_behalf")),
    post("objection_answer", "sffffy", on("on_behalf")),
    # An Activity Report in each state
    get("activity_report", "shyhhh", on("draft"), "draft"),
    get("activity_report", "shyhyy", on("submitted"), "submitted"),
    get("activity_report", EVERYONE, on("accepted"), "accepted"),
    get("report_edit", "shyhhh", on("draft"), "draft"),
    get("report_edit", "shmhff", on("submitted"), "submitted"),
    post("report_edit", "shyhhh", on("draft"), "draft"),
    post("report_autosave", "shyhhh", on("draft"), "draft"),
    post("report_autosave", "shmhff", on("submitted"), "submitted"),
    post("report_submission", "shyhhh", on("draft"), "draft"),
    post("report_submission", "shmhff", on("submitted"), "submitted"),
    post("report_discard", "shyhhh", on("draft"), "draft"),
    post("report_discard", "shmhff", on("submitted"), "submitted"),
    post("report_acceptance", "shfhhh", on("draft"), "draft"),
    post("report_acceptance", "shfhyy", on("submitted"), "submitted"),
    post("report_acceptance", "sfffmm", on("accepted"), "accepted"),
    post("report_return", "shfhyy", on("submitted"), "submitted"),
    post("report_correction", "sfyfff", on("accepted"), "accepted"),
    post("report_correction", "shmhff", on("submitted"), "submitted"),
    get("need_met", "sfyfyy", need_of("accepted"), "open"),
    post("need_met", "sfyfyy", need_of("accepted"), "open"),
    post("need_met", "sfmfmm", need_of("accepted", 1), "met"),
    get("need_met", "shfhff", need_of("submitted"), "not accepted"),
    post("need_open_again", "sfyfyy", need_of("accepted", 1), "met"),
    post("need_open_again", "sfmfmm", need_of("accepted"), "open"),
    get("evidence", "hhyhhh", evidence_of("draft"), "of a draft"),
    get("evidence", "hhyhyy", evidence_of("submitted"), "of a submitted report"),
    # A Progress Report in each state
    get("progress_report_version", "hhhhyy", on("account"), "draft"),
    get("progress_report_version", EVERYONE, on("published"), "published"),
    get("progress_bench", "shhhyy", text_and_year),
    post("progress_start", "shhhyy", text_and_year),
    post("progress_answers", "shhhyy", on("account"), "draft"),
    post("progress_answers", "shhhfm", on("proposed"), "proposed"),
    post("progress_answers", "sfffmm", on("published"), "published"),
    post("progress_writer", "shhhfy", on("account"), "draft"),
    post("progress_proposal", "shhhyy", on("account"), "draft"),
    post("progress_publication", "shhhfm", on("account"), "draft"),
    post("progress_publication", "shhhfy", on("proposed"), "proposed"),
    post("progress_return", "shhhfy", on("proposed"), "proposed"),
    post("progress_next_version", "sfffyy", on("published"), "published"),
    post("statement_new", "shhhyy", on("account"), "draft"),
    post("statement_new", "sfffmm", on("published"), "published"),
    post("statement_own", "shhhyy", on("account"), "draft"),
    post("statement_edit", "shhhyy", on("statement"), "in a draft"),
    post("statement_paragraphs", "shhhyy", on("statement"), "in a draft"),
    post("statement_move", "shhhyy", on("statement"), "in a draft"),
    post("statement_split", "shhhyy", on("statement"), "in a draft"),
    post("statement_join", "shhhmm", on("statement"), "the only one of its section"),
    get("progress_renderings", "shhhyy", lambda c, w: [w.account.pk, "fr"], "draft"),
    post("progress_renderings", "shhhyy", lambda c, w: [w.account.pk, "fr"], "draft"),
    post("statement_take_over", "shhhyy", lambda c, w: [w.published.statements.first().pk]),
    post("progress_paragraphs", "shhhyy", on("account"), "draft"),
    post("progress_renewal", "shhhyy", on("account"), "draft"),
    post("progress_undo", "shhhmm", on("account"), "draft, nothing done yet"),
    post("statement_delete", "shhhyy", on("statement"), "in a draft"),
    post("statement_suggestion", "shhhyy", on("statement"), "in a draft"),
    post("progress_suggestion", "shhhyy", on("account"), "draft"),
    post("progress_suggestion", "sfffmm", on("published"), "published"),
    post("progress_suggestion_answer", "shhhyy", on("account"), "draft"),
    post("quotation_delete", "shhhyy", on("quotation"), "in a draft"),
    post("quotation_renewal", "shhhmm", on("quotation"), "of a source that stands"),
    # Documents: what is in work is none yet, whoever asks
    get("progress_report_file", EVERYONE, lambda c, w: [c.resolution.code, 2018, "pdf"]),
    get("progress_report_file", NO_ONE, lambda c, w: [c.resolution.code, 2018, "odt"], "unknown"),
    get("progress_report_version_file", EVERYONE, lambda c, w: [w.published.pk, "docx"]),
    get("record", EVERYONE, text),
    post("record", EVERYONE, text),
    get("record_file", EVERYONE, lambda c, w: [c.resolution.code, "csv"]),
    get("collected", EVERYONE, congress_and_year()),
    post("collected", EVERYONE, congress_and_year()),
    get("collected_file", EVERYONE, congress_and_year("csv")),
    get("frozen_analysis_file", EVERYONE, frozen("csv")),
    get("analysis_file", EVERYONE, congress_and_year("xlsx")),
    get("progress_report_version_file", NO_ONE, lambda c, w: [w.account.pk, "docx"], "draft"),
    # What officers add to the yearly analysis
    get("themes_work", "sffffy", congress_and_year()),
    post("theme_new", "sffffy", congress_and_year()),
    post("themes_put", "sffffy", congress_and_year()),
    post("theme_rename", "sffffy", theme_and_year),
    post("theme_removal", "sffffy", theme_and_year),
    post("themed_passage_out", "sffffy", themed_passage_and_year),
    post("themed_passage_turn", "sffffy", themed_passage_and_year),
    get("narratives", "sffffy", congress_and_year()),
    get("narrative", "sffffy", congress_and_year("summary", "en")),
    post("narrative", "sffffy", congress_and_year("summary", "en")),
    post("narrative_confirmation", "sffffy", congress_and_year("summary", "en")),
    # The words of a text and its paragraphs
    get("words", "sffffy", text_of("correction")),
    post("words", "sffffy", text_of("correction")),
    get("original", "sffffy", on("original")),
    get("paragraphs", "sffffy", text_of("correction")),
    get("paragraphs_reading", "sffffy", text_of("correction")),
    post("paragraphs_reading", "sffffy", text_of("correction")),
    post("paragraph_correction", "sffffy", text_of("correction")),
    post("paragraph_correction_deletion", "sffffy", on("correction")),
]

# Not tried row by row, each for its reason.
ELSEWHERE = {
    None: "a spelling of a text's address; redirects to the one that stands",
    "openid_connect_callback": "tried by the journeys, against a real provider",
}
