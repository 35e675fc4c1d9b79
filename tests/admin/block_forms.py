"""Values of blocks as the editor's browser sends them, each right unless changed."""

from wagtail.test.utils import form_data

from tests import factories


def rich_text(html):
    return form_data.rich_text(html) if html else "null"


def heading(text="The second round", level="2", anchor=""):
    return "heading", {"text": text, "level": level, "anchor": anchor}


def paragraph(html="<p>Judges <b>meet</b> in Lima.</p>"):
    return "paragraph", rich_text(html)


def quote(text="We want to be asked.", attribution="A farmer"):
    return "quote", {"text": text, "attribution": attribution}


def image(shown="", alt_text="A square", caption="The square", **fields):
    described = {"image": shown, "alt_text": alt_text}
    return "image", {"image": described, "caption": caption, "credit": ""} | fields


def document(file="", title=""):
    return "document", {"document": file, "title": title}


def table(caption="Votes", columns=("text", "number")):
    posted = {"caption": caption, "column-count": len(columns), "row-count": 1}
    posted |= {"row-0-order": 0, "row-0-deleted": ""}
    for position, kind in enumerate(columns):
        posted |= {
            f"column-{position}-type": kind,
            f"column-{position}-order": position,
            f"column-{position}-deleted": "",
            f"column-{position}-heading": kind.title(),
            f"cell-0-{position}": rich_text("<p>Puno</p>") if kind == "text" else "21",
        }
    return "table", posted


def video(url="https://vimeo.com/123456789", title="Water", shown=""):
    return "video", {"url": url, "title": title, "image": shown}


def call_to_action(page="", url="https://example.org/", label="Become a member"):
    return "call_to_action", {"text": "Join.", "label": label, "page": page, "url": url}


def fact_box(title="Regional presidents", html="<p>Four years.</p>"):
    return "fact_box", {"title": title, "text": rich_text(html)}


def person(name="Rosa Quispe", shown=""):
    text = rich_text("<p>Reads the post.</p>")
    return "person", {"name": name, "role": "Reader", "text": text, "image": shown}


def aim(title="To inform"):
    return "aim", {"title": title, "text": rich_text("<p>Every month.</p>")}


def event(year="1980", end_year="", heading="Voting returns", shown="", page=""):
    described = {"image": shown, "alt_text": "A queue"}
    text = rich_text("<p>After twelve years.</p>")
    fields = {"year": year, "end_year": end_year, "heading": heading}
    return "event", fields | {"text": text, "image": described, "page": page}


def way(name="Individual", price="£30 a year"):
    return "way", {"name": name, "price": price, "text": rich_text("<p>For one.</p>")}


def correction(day="2014-12-10", html="<p>It was Puno.</p>"):
    return "correction", {"date": day, "text": rich_text(html)}


def full_streams():
    """Every stream of every page type with every block type, pictures and file too."""
    picture, file = factories.image().pk, factories.document().pk
    body = [
        heading(),
        heading("Results", level="3"),
        paragraph(),
        quote(),
        image(picture),
        document(file),
        table(),
        video(shown=picture),
        call_to_action(),
        fact_box(),
    ]
    return {
        "body": body,
        "corrections": [correction()],
        "people": [person(shown=picture)],
        "aims": [aim()],
        "timeline": [event(shown=picture)],
        "reasons": [("reason", "The news by post")],
        "ways_of_joining": [way()],
    }


def empty_streams():
    """The same with each block added and nothing filled in."""
    return {
        "body": [
            heading(text=""),
            paragraph(""),
            quote(text="", attribution=""),
            image(alt_text="", caption=""),
            document(),
            table(caption="", columns=()),
            video(url="", title=""),
            call_to_action(url="", label=""),
            fact_box(title="", html=""),
        ],
        "corrections": [correction(day="", html="")],
        "people": [person(name="")],
        "aims": [aim(title="")],
        "timeline": [event(year="", heading="")],
        "reasons": [("reason", "")],
        "ways_of_joining": [way(name="", price="")],
    }
