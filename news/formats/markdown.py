"""An article as Markdown, for people who keep notes and for programs that read."""

import re
from typing import Any

from bs4 import BeautifulSoup
from django.template.loader import render_to_string
from markdownify import ATX, MarkdownConverter

from news.formats.lookups import look_up_together
from news.formats.markdown_escapes import escape_address, escape_text
from news.formats.plain_html import CONTROL_CHARACTERS, plain_html


def markdown(article, *, licence=""):
    """The whole article with what stands around it; ``licence`` is the site's, if any."""
    look_up_together([article])
    context = {"article": article, "text": plain_html(article), "licence": licence}
    html = render_to_string("news/markdown_article.html", context)
    soup = BeautifulSoup(html.translate(CONTROL_CHARACTERS), "html5lib")
    text = ArticleConverter().convert_soup(soup).strip()
    return re.sub(r"\n{3,}", "\n\n", text) + "\n"


# Its type stubs leave out the methods that are there to be extended.
Converter: Any = MarkdownConverter


class ArticleConverter(Converter):
    class Options:
        autolinks = False
        bullets = "-"
        heading_style = ATX

    convert_figure = Converter.convert_div

    def escape(self, text, parent_tags):
        return escape_text(text, in_table=bool({"td", "th"} & parent_tags))

    def convert_a(self, el, text, parent_tags):
        el["href"] = escape_address(el["href"])
        return super().convert_a(el, text, parent_tags)

    def convert_img(self, el, text, parent_tags):
        el["alt"] = self.escape(" ".join(el["alt"].split()), parent_tags)
        el["src"] = escape_address(el["src"])
        return super().convert_img(el, text, parent_tags)
