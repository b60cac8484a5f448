"""Answering for many posts at once; the officer who asked gets one message for all."""

from collections import defaultdict

from resrec.journal.recording import journalled
from resrec.reporting.assigning import notices
from resrec.rules import RuleBroken


@journalled()
def answer_all(holders, *, by, accepts, reason=""):
    """Accept or decline for each of these Holders. Gives (number answered, messages on those that
    could not be): one that cannot be does not stop the others."""
    done, refused = defaultdict(list), []
    for holder in holders:
        try:
            if accepts:
                holder.accept(by, tell=False)
            else:
                holder.decline(by, reason, tell=False)
        except RuleBroken as rule:
            refused.append(f"{holder.post.resolution.label}: {rule}")
        else:
            done[holder.invited_by].append(holder)
    for officer, theirs in done.items():
        notices.answered(officer, theirs)
    return sum(map(len, done.values())), refused
