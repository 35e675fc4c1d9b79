"""Peru as a map of tiles, one for each region, the redder the more news there is of it."""

from news.subjects import ascii_slug

SIDE = 46
PITCH = SIDE + 4
STEPS = 5

# What a tile says, its column from the west and its row from the north.
GRID = {
    "Tumbes": ("TUM", 0, 0),
    "Amazonas": ("AMA", 2, 0),
    "Loreto": ("LOR", 3, 0),
    "Piura": ("PIU", 0, 1),
    "Cajamarca": ("CAJ", 1, 1),
    "San Martín": ("SAM", 2, 1),
    "Lambayeque": ("LAM", 0, 2),
    "La Libertad": ("LAL", 1, 2),
    "Huánuco": ("HUC", 2, 2),
    "Ucayali": ("UCA", 3, 2),
    "Áncash": ("ANC", 1, 3),
    "Pasco": ("PAS", 2, 3),
    "Callao": ("CAL", 0, 4),
    "Lima": ("LIM", 1, 4),
    "Junín": ("JUN", 2, 4),
    "Madre de Dios": ("MDD", 4, 4),
    "Ica": ("ICA", 1, 5),
    "Huancavelica": ("HUV", 2, 5),
    "Cusco": ("CUS", 3, 5),
    "Ayacucho": ("AYA", 2, 6),
    "Apurímac": ("APU", 3, 6),
    "Puno": ("PUN", 4, 6),
    "Arequipa": ("ARE", 3, 7),
    "Moquegua": ("MOQ", 4, 7),
    "Tacna": ("TAC", 4, 8),
}
NAMES = {ascii_slug(name): name for name in GRID}


def tile_map(regions, chosen=""):
    """What the map shows of ``regions``, the links of facets; None without any.

    ``chosen`` is the slug of the region to mark, whether or not there is news of it.

    A dict of ``tiles``, row by row, with a ``region`` where there is news; ``legend``, the
    steps in use; ``regions``, what is on the map; ``elsewhere``, what isn't, such as news
    of the whole country.
    """
    if not regions:
        return None
    by_slug = {region["key"]: region for region in regions}
    placed = [region for region in regions if region["key"] in NAMES]
    ends = step_ends(max((region["count"] for region in placed), default=0))
    return {
        "tiles": [
            tile(name, by_slug.get(slug), ends) | {"chosen": slug == chosen}
            for slug, name in NAMES.items()
        ],
        "legend": legend(ends),
        "regions": placed,
        "elsewhere": [region for region in regions if region["key"] not in NAMES],
    }


def tile(name, region, ends):
    label, column, row = GRID[name]
    return {
        "name": name,
        "label": label,
        "x": column * PITCH,
        "y": row * PITCH,
        "region": region,
        "step": step(region["count"], ends) if region else 0,
    }


def step_ends(most):
    """The highest count of each step, up to ``most``, the count of the region in front.

    A step ends at a fraction of ``most``: 1/25, 4/25, 9/25, 16/25 and all of it, so that
    the step goes with the square root of the count. News is uneven: with equal steps a
    region with ten times as much as the others would leave those all in the first. Each
    step has at least one count to itself; with little news a step is one article, and
    a single article isn't the deepest red. 1: 1. 10: 1, 2, 3, 6, 10. 2,000: 80, 320, 720,
    1,280, 2,000.
    """
    ends = [max(n, most * n * n // STEPS**2) for n in range(1, STEPS + 1)]
    return [end for end in ends if end < most] + ([most] if most else [])


def step(count, ends):
    """The step that a count belongs to, from 1."""
    return next(n for n, end in enumerate(ends, 1) if count <= end)


def legend(ends):
    """Each step with the counts that it stands for: "1", "2–4"."""
    starts = [1, *(end + 1 for end in ends)]
    return [
        {
            "step": n,
            "counts": f"{end:,}" if start == end else f"{start:,}–{end:,}",
        }
        for n, (start, end) in enumerate(zip(starts, ends, strict=False), 1)
    ]
