"""Tables of what was measured, as Markdown."""

from benchmarks.measures import average, good_ones, score, typical_times

HEAD = "| kind | queries | recall@10 | MRR | nDCG@10 | nothing found |"
RULE = "| --- | --- | --- | --- | --- | --- |"
WAYS = {"plain": "Wagtail’s plain search", "site": "the site’s search"}


def tables(queries, answers):
    """Yield the lines of a report on ``answers``: by database, then by query."""
    for database, found in answers.items():
        for way, name in WAYS.items():
            yield from table(f"{name} on {database}", queries, found, way)
        yield from times(found)
        yield ""
    if len(answers) > 1:
        yield from agreement(*answers.values())


def table(title, queries, found, way):
    yield from ["", f"## {title[0].upper()}{title[1:]}", "", HEAD, RULE]
    scores = {
        each.query: score(each.relevant, found[each.query][way])
        for each in queries
        if each.relevant
    }
    for kind in dict.fromkeys(each.kind for each in queries if each.relevant):
        some = [scores[each.query] for each in queries if each.kind == kind]
        yield row(kind, some)
    yield row("**all**", list(scores.values()))
    yield ""
    for kind in dict.fromkeys(each.kind for each in queries if not each.relevant):
        found_by = [found[each.query][way] for each in queries if each.kind == kind]
        yield f"Of {len(found_by)} of the kind “{kind}” {found_by.count([])} found nothing."


def row(kind, scores):
    mean = average(scores)
    return (
        f"| {kind} | {len(scores)} | {mean.recall:.3f} | {mean.rank:.3f} "
        f"| {mean.ndcg:.3f} | {mean.empty:.1%} |"
    )


def times(found):
    median, most = typical_times([each["milliseconds"] for each in found.values()])
    yield (
        f"\nA page of results took {median:.0f} ms, and {most:.0f} ms at most for nineteen "
        "of twenty queries (this depends on the machine)."
    )


def agreement(one, other):
    pairs = [(one[query]["site"], other[query]["site"]) for query in one]
    same = sum(a == b for a, b in pairs) / len(pairs)
    alike = sum(set(a) == set(b) for a, b in pairs) / len(pairs)
    yield (
        f"The same first ten on both databases: {same:.1%} of queries in the same order, "
        f"{alike:.1%} in any order."
    )


def worst(queries, answers, count):
    """Yield the queries that the site answers worst: what came, and what was meant."""
    for database, found in answers.items():
        yield from ["", f"## The worst on {database}", ""]
        scored = [
            (score(each.relevant, found[each.query]["site"]), each)
            for each in queries
            if each.relevant
        ]
        scored.sort(key=lambda pair: (pair[0].recall + pair[0].ndcg, pair[1].query))
        for result, query in scored[:count]:
            yield from case(query, result, found[query.query]["site"])
        for query in queries:
            if not query.relevant and found[query.query]["site"]:
                yield f"- `{query.query}` ({query.kind}) should find nothing, but found:"
                yield from came(query, found[query.query]["site"])


def case(query, result, found):
    yield (
        f"- `{query.query}` ({query.kind}): recall {result.recall:.2f}, "
        f"reciprocal rank {result.rank:.2f}, nDCG {result.ndcg:.2f}"
    )
    yield from came(query, found)
    missed = [url for url in good_ones(query.relevant) if url not in found]
    for url in sorted(missed)[:3]:
        yield f"  - meant: {url} ({query.relevant[url]})"


def came(query, found):
    for url in found[:5]:
        yield f"  - came: {url} ({query.relevant.get(url, 0)})"
