"""Addresses of this app; all stand under a language."""

from django.urls import path

from resrec.reporting.urls.answers import answer_urls
from resrec.reporting.urls.asking import asking_urls
from resrec.reporting.urls.assignment import assignment_urls
from resrec.reporting.urls.progress import progress_urls
from resrec.reporting.urls.review import review_urls
from resrec.reporting.views import (
    activity_report,
    co_writer,
    desk,
    draft,
    evidence,
    known_names,
    need,
    open_points,
    paper,
    post,
    reported_texts,
    review,
)

report = "reports/<int:pk>"
invited = "reports/co-writers/<int:pk>"
holder = "posts/holders/<int:pk>"
points = "desk/open-points/<slug:assembly>/<int:year>"

activity_report_urls = [
    path("desk/", desk.desk, name="desk"),
    path(f"{points}/", open_points.open_points, name="open_points"),
    path(f"{points}/sheet/", open_points.open_points_sheet, name="open_points_sheet"),
    path(f"{points}/given/", open_points.open_points_given, name="open_points_given"),
    path(f"{points}/set-aside/", open_points.open_points_set_aside, name="open_points_set_aside"),
    path(f"{points}/undone/<int:pk>/", open_points.bulk_step_undone, name="bulk_step_undone"),
    path("reports/new/", activity_report.report_new, name="report_new"),
    path(f"{report}/", activity_report.activity_report, name="activity_report"),
    path(f"{report}/edit/", draft.report_edit, name="report_edit"),
    path(f"{report}/form.docx", paper.report_as_word, name="report_as_word"),
    path(f"{report}/print/", paper.report_to_print, name="report_to_print"),
    path("reports/names/<slug:group>/", known_names.known_names, name="known_names"),
    path("reports/filled-form/", paper.report_from_paper, name="report_from_paper"),
    path(f"{report}/co-writers/", co_writer.co_writers, name="co_writers"),
    path(f"{invited}/", co_writer.co_writer, name="co_writer"),
    path(f"{invited}/acceptance/", co_writer.co_writer_acceptance, name="co_writer_acceptance"),
    path(f"{invited}/end/", co_writer.co_writer_end, name="co_writer_end"),
    path(f"{report}/texts/", reported_texts.report_texts, name="report_texts"),
    path(
        f"{report}/started-from-last/",
        reported_texts.report_started_from_last,
        name="report_started_from_last",
    ),
    path(f"{report}/autosave/", draft.report_autosave, name="report_autosave"),
    path(f"{report}/submission/", draft.report_submission, name="report_submission"),
    path(f"{report}/discard/", draft.report_discard, name="report_discard"),
    path(f"{report}/correction/", review.report_correction, name="report_correction"),
    path("posts/<int:pk>/", post.post, name="post"),
    path("posts/<int:pk>/invitation/", post.post_invitation, name="post_invitation"),
    path("posts/<int:pk>/handover/", post.post_handover, name="post_handover"),
    path(f"{holder}/acceptance/", post.holder_acceptance, name="holder_acceptance"),
    path(f"{holder}/decline/", post.holder_decline, name="holder_decline"),
    path(f"{holder}/withdrawal/", post.holder_withdrawal, name="holder_withdrawal"),
    path(f"{holder}/leaving/", post.holder_leaving, name="holder_leaving"),
    path("needs/<int:pk>/met/", need.need_met, name="need_met"),
    path("needs/<int:pk>/open-again/", need.need_open_again, name="need_open_again"),
    path("evidence/<int:pk>/", evidence.evidence, name="evidence"),
]

urlpatterns = answer_urls + asking_urls + assignment_urls + activity_report_urls
urlpatterns += review_urls + progress_urls
