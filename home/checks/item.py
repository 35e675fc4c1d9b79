"""Wagtail's content checker, with what this site asks of its texts.

The rules say where to look and what editors are told; ``content-checks.js`` looks. Only
what editors can mend is looked at: not the frame of a page, nor other pages' titles.
"""

from wagtail.admin.userbar import ContentCheckerItem

from news.subjects import REGION_NAMES, ascii_slug

WITH_ACCENTS = [name for name in REGION_NAMES if not name.isascii()]
TEXTS = "main :is(h1, h2, h3, p, li, th, td, caption, figcaption)"

# By the name of the check: where it looks, what it is told, what it says and the remedy.
OURS = {
    "vague-link": {
        "selector": "main a[href]",
        "options": {
            "words": [
                "click here",
                "click",
                "here",
                "link",
                "more",
                "read more",
                "see more",
                "this",
                "this link",
                "this page",
                "aquí",
                "haga clic aquí",
                "leer más",
                "más",
                "ver más",
            ]
        },
        "message": "The words of a link don’t say where it leads",
        "remedy": "Link words that name what readers will find, such as the title of the page.",
    },
    "dead-link": {
        "selector": "main a",
        "message": "A link leads nowhere",
        "remedy": "What it led to is gone or not published: choose another target, or take "
        "the link out.",
    },
    "undescribed-picture": {
        "selector": "main img",
        "message": "A picture has no alternative text",
        "remedy": "Say what it shows for those who can’t see it, or mark it as decorative.",
    },
    "small-picture": {
        "selector": "main img[srcset]",
        "message": "A picture is too small for its place",
        "remedy": "Choose one that is at least 900 pixels wide, or readers see it blurred.",
    },
    "long-sentence": {
        "selector": TEXTS,
        "options": {"words": 35},
        "message": "A sentence has more than 35 words",
        "remedy": "Make two of it, so that readers needn’t begin it again.",
    },
    "region-accent": {
        "selector": TEXTS,
        "options": {
            # What somebody writes who has no accents on the keyboard.
            "names": [ascii_slug(name).replace("-", " ") for name in WITH_ACCENTS]
        },
        "message": "The name of a region lacks its accent",
        "remedy": f"Write {', '.join(WITH_ACCENTS[:-1])} or {WITH_ACCENTS[-1]}.",
    },
}

# Wagtail's own rules, in the same plain words.
OTHERS = {
    "empty-heading": ("A heading is empty", "Write its words, or delete it."),
    "heading-order": (
        "A heading skips a level",
        "Use “Heading” first; a “Sub-heading” only stands below a “Heading”.",
    ),
    "link-name": ("A link has no words", "Write what readers will find there."),
    "alt-text-quality": (
        "An alternative text looks like the name of a file",
        "Say in words what the picture shows.",
    ),
    "p-as-heading": (
        "A paragraph looks like a heading",
        "Use a “Heading” block, so that everyone can find it.",
    ),
    "empty-table-header": (
        "A column of a table has no heading",
        "Say above it what it holds.",
    ),
}


class ContentChecks(ContentCheckerItem):
    axe_run_only = [*ContentCheckerItem.axe_run_only, *OURS]
    axe_custom_rules = [
        *ContentCheckerItem.axe_custom_rules,
        # Not the summary, which is larger than the line of the date below it.
        {"id": "p-as-heading", "selector": ".prose p", "enabled": True},
        *(
            {
                "id": name,
                "selector": rule["selector"],
                "any": [f"check-{name}"],
                "impact": "moderate",
                "tags": ["best-practice"],
                "enabled": True,
            }
            for name, rule in OURS.items()
        ),
    ]
    axe_custom_checks = [
        *ContentCheckerItem.axe_custom_checks,
        *(
            {"id": f"check-{name}", "options": rule.get("options", {})}
            for name, rule in OURS.items()
        ),
    ]
    axe_messages = {
        **ContentCheckerItem.axe_messages,
        **{
            name: {"error_name": message, "help_text": remedy}
            for name, (message, remedy) in OTHERS.items()
        },
        **{
            name: {"error_name": rule["message"], "help_text": rule["remedy"]}
            for name, rule in OURS.items()
        },
    }

    class Media:
        js = ["home/content-checks.js"]
