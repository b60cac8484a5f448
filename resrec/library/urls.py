"""Addresses of the library's own pages: what officers settle."""

from django.urls import path

from resrec.library.views import citation, life, paragraphs, words

text = "resolutions/<str:code>"

urlpatterns = [
    path("citations/", citation.open_citations, name="open_citations"),
    path("citations/<int:pk>/decision/", citation.decision, name="citation_decision"),
    path(f"{text}/words/", words.words, name="words"),
    path("originals/<int:pk>/", words.original, name="original"),
    path(f"{text}/paragraphs/", paragraphs.paragraphs, name="paragraphs"),
    path(
        f"{text}/paragraphs/correction/",
        paragraphs.paragraph_correction,
        name="paragraph_correction",
    ),
    path(f"{text}/paragraphs/reading/", paragraphs.paragraphs_reading, name="paragraphs_reading"),
    path(
        "paragraph-corrections/<int:pk>/deletion/",
        paragraphs.paragraph_correction_deletion,
        name="paragraph_correction_deletion",
    ),
    path(f"{text}/life/", life.life, name="life"),
    path(f"{text}/related/", life.related, name="related"),
    path(f"{text}/retirement/", life.retirement, name="retirement"),
    path("life-events/<int:pk>/", life.life_event, name="life_event"),
]
