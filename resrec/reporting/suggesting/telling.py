"""What `measure_synthesis` prints: lines for people, or one object for programs."""

from collections.abc import Iterator, Sequence

from resrec.reporting.suggesting.baselines import BASELINES
from resrec.reporting.suggesting.measuring import Measured, Score, in_all
from resrec.reporting.suggesting.pairs import Pair

WAYS = ("draft", *BASELINES)
ROW = "  {:<16} {:>9} {:>11} {:>10} {:>8} {:>7}"


def lines_on(pair: Pair, found: Measured) -> Iterator[str]:
    """Yield the lines on one pair."""
    facts = f"{len(pair.facts)} facts" if pair.facts else "no facts given"
    yield f"{pair.id}: {len(pair.sources)} sources, {facts}, {pair.length} words"
    scores = {"draft": found.score, **found.baselines}
    for way in WAYS:
        score = scores[way]
        shares = (score.coverage, score.redundancy, score.anchored)
        yield ROW.format(
            way, *(_percent(share) for share in shares), f"{score.seconds:.3f}", score.words
        )
    if found.is_over(pair.length):
        yield f"  Every sentence is longer than {pair.length} words: the shortest stands alone."


def heading() -> str:
    return ROW.format("", "coverage", "redundancy", "at anchor", "seconds", "words")


def lines_in_all(results: Sequence[tuple[Pair, Measured]]) -> Iterator[str]:
    """Yield the lines on all pairs together."""
    yield f"All: {len(results)} pairs"
    for way, total in totals(results).items():
        shares = (total["coverage"], total["redundancy"], total["anchored"])
        yield ROW.format(way, *(_percent(s) for s in shares), f"{total['seconds']:.3f}", "")
    against = versus(results)
    if against["best_baseline"]:
        yield (
            f"  The best baseline of each pair covers {_percent(against['best_baseline'])} on "
            f"average; the draft {against['times']:.2f} times that. "
            f"It is below it on {len(against['below'])} of {against['pairs']} pairs"
            + (f": {', '.join(against['below'])}." if against["below"] else ".")
        )


def totals(results: Sequence[tuple[Pair, Measured]]) -> dict[str, dict[str, float | None]]:
    """Give what `in_all` does, by way to draft."""
    return {
        way: in_all([m.score if way == "draft" else m.baselines[way] for _pair, m in results])
        for way in WAYS
    }


def versus(results: Sequence[tuple[Pair, Measured]]) -> dict:
    """Hold the draft against the best baseline of each pair."""
    known = [(pair, m) for pair, m in results if m.score.coverage is not None]
    best = sum(m.best_baseline or 0.0 for _pair, m in known) / max(len(known), 1)
    ours = sum(m.score.coverage or 0.0 for _pair, m in known) / max(len(known), 1)
    return {
        "pairs": len(known),
        "best_baseline": best if known else None,
        "times": ours / best if best else None,
        "below": [p.id for p, m in known if (m.score.coverage or 0.0) < (m.best_baseline or 0.0)],
    }


def told_to_programs(
    results: Sequence[tuple[int, Pair, Measured]], unread: Sequence[tuple[int, str]]
) -> dict:
    """Give all of it as one object; shares are null where nothing is counted."""
    pairs = [(pair, found) for _number, pair, found in results]
    return {
        "pairs": [
            {
                "id": pair.id,
                "line": number,
                "length": pair.length,
                "sources": len(pair.sources),
                "facts": [fact.id for fact in pair.facts],
                "scores": {
                    way: _score(found.score if way == "draft" else found.baselines[way])
                    for way in WAYS
                },
                "draft": [
                    {
                        "source": pair.sources[one.source].id,
                        "start": one.start,
                        "end": one.end,
                        "lang": one.language,
                        "text": one.text,
                    }
                    for one in found.draft
                ],
                "over_length": found.is_over(pair.length),
                "complaints": pair.complaints,
            }
            for number, pair, found in results
        ],
        "all": totals(pairs),
        "against_best_baseline": versus(pairs),
        "unread": [{"line": number, "why": why} for number, why in unread],
    }


def _score(score: Score):
    return {
        "coverage": score.coverage,
        "redundancy": score.redundancy,
        "anchored": score.anchored,
        "seconds": score.seconds,
        "words": score.words,
        "sentences": score.sentences,
        "facts_told": score.facts,
    }


def _percent(share):
    return "-" if share is None else f"{share:.1%}"
