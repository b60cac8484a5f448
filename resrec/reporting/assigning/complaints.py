"""What is said about a row, by the name under which it is kept, in the reader's language."""

from django.utils.translation import gettext_lazy as _

# The columns as the template and the pages name them.
NAMES = {
    "code": _("Code"),
    "role": _("Role"),
    "constituent": _("Constituent"),
    "email": _("E-mail address"),
    "paragraphs": _("Paragraphs"),
    "since": _("From"),
    "until": _("Until"),
    "": _("Whole row"),
}
WRONG = {
    "beyond_headers": _("There are %(number)d cells, which is more than there are headers."),
    "missing": _("This cell is empty, and it is needed."),
    "unknown_code": _("No text has the code “%(said)s”."),
    "unknown_code_near": _("No text has the code “%(said)s”. Near it: %(near)s."),
    "no_text": _("“%(said)s” is an assembly, not one of its texts."),
    "open_code": _("“%(said)s” can mean %(texts)s. Write the whole code of the one that is meant."),
    "unknown_role": _("“%(said)s” is no role. Roles: %(roles)s."),
    "unknown_body": _("We know no constituent “%(said)s”."),
    "unknown_body_near": _("We know no constituent “%(said)s”. Near it: %(near)s."),
    "unresolved": _("“%(said)s” is a name from imported pages that is not identified yet."),
    "several_bodies": _("“%(said)s” can mean %(names)s."),
    "bad_email": _("“%(said)s” is not an e-mail address."),
    "blocked": _("This person may not sign in."),
    "unknown_paragraph": _("The text has no paragraph “%(said)s”."),
    "no_paragraphs": _("This text has not been read into paragraphs yet."),
    "other_paragraphs": _("The post exists for other paragraphs. Change it on its own page first."),
    "bad_day": _("“%(said)s” is not a day. Write it as 2026-12-31."),
    "open_day": _("“%(said)s” can be read as two days. Write it as 2026-12-31."),
    "day_order": _("The last day lies before the first."),
    "day_over": _("This day has passed."),
    "twice": _("Row %(row)d is about the same post."),
    "exists": _("This post exists already."),
    "holds_it": _("They hold this post already."),
    "held": _("%(person)s holds this post then: let it end first, or begin after that."),
    "asked_already": _("They have been asked already, and have not answered."),
    "another_asked": _("%(person)s has been asked and has not answered yet: withdraw that first."),
}
NOTES = {
    "read_as": _("Read as %(code)s."),
    "archived": _("This text is archived."),
    "merged": _("“%(said)s” was merged into %(name)s, which is taken."),
    "post_exists": _("The post exists and is vacant: they are only asked."),
    "new_person": _("Nobody here has this address yet."),
    "bounces": _("Mail to this address comes back."),
    "term": _("It ends with the term, on %(day)s."),
}


def words_of(complaints, sentences=WRONG):
    """Give [(column's name, sentence)] of a row's `wrong`, or of its `notes`."""
    return [(NAMES[column], sentences[what] % words) for column, what, words in complaints]
