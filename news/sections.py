from news.models import NewsIndexPage
from psgsite.sections import published_sections


def news_section(request):
    """The news section, if any visitor may read it; else None."""
    sections = published_sections(request)
    found = [section for section in sections if isinstance(section, NewsIndexPage)]
    return found[0] if found else None
