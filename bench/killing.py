"""`make load`: the reporters' minute, then another while web or worker is killed twenty times.

Killed are, by chance, the web server with all its processes, one of its processes, or the worker;
each is started again at once. Afterwards every acknowledged save must be there and every
submission once, no message may be claimed for longer than a minute, and each must have arrived at
the mail server: twice only if it was in flight when the worker was killed, under one Message-ID.

`python -m bench.killing --seed 7` repeats the choices of a run; moments vary with the machine.
"""

import argparse
import random
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from functools import partial

from bench import SCALE
from bench.reporters import SECONDS, measure, not_as_acknowledged, sign_in, work_together
from bench.reporting_site import sites_on
from bench.site import ENGINES

KILLS = max(2, round(20 * SCALE))
VICTIMS = ["web", "one web process", "worker"]
# What the outbox waits for before it takes a dead worker's message for lost, and some air.
CLAIM_SECONDS = 60 + 5
DRAIN_SECONDS = 180


def kill_at_random(site, chance):
    """Kill and start again, KILLS times within SECONDS; the worker is hit at least once."""
    moments = sorted(chance.uniform(0.05, 0.9) * SECONDS for _ in range(KILLS))
    victims = ["worker", "web"] + [chance.choice(VICTIMS) for _ in range(KILLS - 2)]
    chance.shuffle(victims)
    begun = time.monotonic()
    for moment, victim in zip(moments, victims, strict=True):
        time.sleep(max(0, begun + moment - time.monotonic()))
        if victim == "one web process":
            site.web.kill_a_child(chance)
            continue
        process = site.worker if victim == "worker" else site.web
        process.kill()
        process.start()
    return victims


def drain(site):
    """Wait until all is sent; gives sentences on messages that hang.

    What is claimed now was claimed by a worker that died. That it falls due within a minute is
    looked up rather than waited for; then its moment is brought forward.
    """
    latest = datetime.now(UTC) + timedelta(seconds=CLAIM_SECONDS)
    waiting = [mail for mail in site.people("stored")["mails"] if mail["sent_at"] is None]
    hanging = [
        f"{mail['message_id']} is claimed until {mail['next_try_at']}"
        for mail in waiting
        if mail["attempts"] < 2 and datetime.fromisoformat(mail["next_try_at"]) > latest
    ]
    deadline = time.monotonic() + DRAIN_SECONDS
    while waiting and time.monotonic() < deadline:
        site.people("hurry")
        time.sleep(1)
        waiting = [mail for mail in site.people("stored")["mails"] if mail["sent_at"] is None]
    return hanging + [f"{mail['message_id']} is never sent" for mail in waiting]


def not_as_promised(mails, arrivals, killed_at):
    """Compare outbox and mail server; gives sentences on what is lost or doubled without a kill."""
    found = [
        f"{mail['message_id']} never arrived"
        for mail in mails
        if mail["message_id"] not in arrivals
    ]
    known = {mail["message_id"] for mail in mails}
    found += [f"{one} arrived and is in no outbox" for one in arrivals if one not in known]
    doubled = {one: moments for one, moments in arrivals.items() if len(moments) > 1}
    for one, moments in doubled.items():
        if len(moments) > 1 + sum(moments[0] <= at <= moments[-1] for at in killed_at):
            found.append(f"{one} arrived {len(moments)} times, and no kill explains it")
    if len(doubled) > len(killed_at):
        found.append(f"{len(doubled)} messages are doubled by {len(killed_at)} kills")
    return found, len(doubled)


def work_while_killing(site, reporters, engine, seed):
    """Run the minute with kills and print it; gives True when a promise was broken."""
    with ThreadPoolExecutor(1) as pool:
        killing = []
        kill = partial(pool.submit, kill_at_random, site, random.Random(seed))
        work_together(reporters, seed, when_begun=lambda: killing.append(kill()))
        victims = killing[0].result()
    site.wait_until_it_answers()
    wrong = drain(site)
    stored = site.people("stored")
    wrong += not_as_acknowledged(reporters, stored)
    broken, doubled = not_as_promised(stored["mails"], site.arrivals(), site.worker.killed_at)
    wrong += broken
    print_what_happened(engine, seed, victims, reporters, stored, doubled)
    for said in wrong[:20]:
        print(f"  {said}")
    return bool(wrong)


def print_what_happened(engine, seed, victims, reporters, stored, doubled):
    drafts = [draft for reporter in reporters for draft in reporter.drafts]
    asked = [one for reporter in reporters for one in reporter.browser.asked]
    lost = sum(reporter.browser.lost for reporter in reporters)
    conflicts = sum(reporter.conflicts for reporter in reporters)
    killed = ", ".join(f"{victims.count(one)} x {one}" for one in VICTIMS)
    print(f"{engine}, seed {seed}: {len(reporters)} reporters for {SECONDS:.0f} s, killed {killed}")
    print(f"  {len(asked)} requests answered, {lost} not; {len(drafts)} reports, ", end="")
    print(f"{sum(draft.is_submitted for draft in drafts)} of them submitted, ", end="")
    print(f"{conflicts} times a person was asked which copy to keep")
    print(f"  {len(stored['mails'])} messages, {doubled} of them arrived twice")


def main():
    reader = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    reader.add_argument("--seed", type=int, default=random.randrange(10_000))
    seed, failed = reader.parse_args().seed, False
    with sites_on(ENGINES) as sites:
        for engine, site in zip(ENGINES, sites, strict=True):
            reporters = sign_in(site)
            failed = measure(site, reporters, engine) or failed
            # A twentieth is for one engine: what is tried is the same on both.
            if SCALE >= 1 or engine == ENGINES[0]:
                failed = work_while_killing(site, reporters, engine, seed) or failed
    return failed


if __name__ == "__main__":
    sys.exit(main())
