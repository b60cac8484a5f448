"""A post: who holds it, who held it, who is asked, and what is handed over."""

from functools import partial

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from resrec.people.link_questions import Question, asks
from resrec.reporting.forms.post import DeclineForm, InviteForm, LeaveForm
from resrec.reporting.handover import Handover
from resrec.reporting.models import FocalPoint, Holder
from resrec.reporting.policies import BEGINNING_LAST, PostPolicy
from resrec.rules import RuleBroken
from resrec.web.permission import require


def readable_post(request, pk):
    posts = FocalPoint.objects.visible_to(request.user).for_display()
    return get_object_or_404(posts.prefetch_related("paragraphs"), pk=pk)


def post_question(person, pk):
    """What the invitation to a post asks, on the page of the link that was mailed with it."""
    asked = Holder.objects.asked().for_display().filter(person=person, post=pk).first()
    return asked and Question(
        title=_("Will you take this post?"),
        template="posts/question_by_link.html",
        context={"asked": asked, "post": asked.post},
        button=_("Accept the post"),
        accept=partial(holder_acceptance, pk=asked.pk),
    )


@asks(post_question)
def post(request, pk):
    return post_page(request, readable_post(request, pk))


def post_page(request, found, **forms):
    """Show a post, with a form that was refused in the place of its empty one."""
    policy = PostPolicy(request.user, found)
    asked = found.holders.asked().select_related("person", "invited_by").first()
    holders = found.holders.with_term().select_related("person").order_by(*BEGINNING_LAST)
    context = {
        "post": found,
        "policy": policy,
        "holders": holders if policy.reads_history else [],
        "asked": asked,
        "may_answer": asked is not None and policy.can_answer(asked),
        "may_end": found.holder is not None and policy.can_end(found.holder),
        "inviting": InviteForm(),
        "declining": DeclineForm(),
        "leaving": LeaveForm(),
    }
    return render(request, "posts/page.html", context | forms)


def post_handover(request, pk):
    found = readable_post(request, pk)
    require(PostPolicy(request.user, found).reads_handover)
    context = {"post": found, "handover": Handover(found, request.user)}
    return render(request, "posts/handover.html", context)


@require_POST
def post_invitation(request, pk):
    found = readable_post(request, pk)
    require(PostPolicy(request.user, found).can_fill)
    form = InviteForm(request.POST)
    if not form.is_valid():
        return post_page(request, found, inviting=form)
    language = form.cleaned_data["language"] or "en"
    try:
        found.invite_address(
            form.cleaned_data["email"],
            by=request.user,
            since=form.cleaned_data["since"],
            language=language,
        )
    except RuleBroken as rule:
        form.add_error(None, rule)
        return post_page(request, found, inviting=form)
    messages.success(request, _("They are asked, and will find the question in their mail."))
    return redirect(found)


def holder_of_readable_post(request, pk):
    """Give the holder, and the policy of their post for who asks."""
    posts = FocalPoint.objects.visible_to(request.user)
    holders = Holder.objects.filter(post__in=posts.values("pk"))
    holder = get_object_or_404(holders.select_related("post", "person", "invited_by"), pk=pk)
    return holder, PostPolicy(request.user, holder.post)


@require_POST
def holder_acceptance(request, pk):
    holder, policy = holder_of_readable_post(request, pk)
    require(policy.can_answer(holder))
    try:
        holder.accept(by=request.user)
    except RuleBroken as rule:
        messages.error(request, rule)
    else:
        messages.success(request, _("The post is yours. Thank you."))
    return redirect(holder.post)


@require_POST
def holder_decline(request, pk):
    """Whoever declines reads the post's page no more: they are led to the text."""
    holder, policy = holder_of_readable_post(request, pk)
    require(policy.can_answer(holder))
    form = DeclineForm(request.POST)
    if not form.is_valid():
        return post_page(request, readable_post(request, holder.post_id), declining=form)
    try:
        holder.decline(by=request.user, reason=form.cleaned_data["reason"])
    except RuleBroken as rule:
        messages.error(request, rule)
    else:
        messages.success(request, _("You have declined. Thank you for saying so."))
    return redirect(holder.post.resolution)


@require_POST
def holder_withdrawal(request, pk):
    holder, policy = holder_of_readable_post(request, pk)
    require(policy.can_fill)
    try:
        holder.withdraw(by=request.user)
    except RuleBroken as rule:
        messages.error(request, rule)
    else:
        messages.success(request, _("The invitation is withdrawn, and they are told."))
    return redirect(holder.post)


@require_POST
def holder_leaving(request, pk):
    holder, policy = holder_of_readable_post(request, pk)
    require(policy.can_end(holder))
    form = LeaveForm(request.POST)
    found = readable_post(request, holder.post_id)
    if not form.is_valid():
        return post_page(request, found, leaving=form)
    try:
        holder.leave(by=request.user, on=form.cleaned_data["on"])
    except RuleBroken as rule:
        form.add_error("on", rule)
        return post_page(request, found, leaving=form)
    messages.success(request, _("The last day is on record."))
    return redirect(found)
