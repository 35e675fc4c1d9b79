"""An article's other forms, each at an address below its own: Markdown, BibTeX and RIS."""

from django.http import HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from news.formats import citations
from news.formats.markdown import markdown
from news.related import subject_names
from psgsite.models import OrganisationSettings
from psgsite.pages import BasePage
from psgsite.previews.modes import PreviewedPage


class CitablePage(PreviewedPage, RoutablePageMixin, BasePage):
    """A page that can be kept as text, and cited."""

    class Meta:
        abstract = True

    @path("markdown/")
    def markdown(self, request):
        licence = OrganisationSettings.for_request(request).licence
        text = markdown(self, licence=licence)
        return self.form(text, "text/markdown; charset=utf-8")

    @path("bibtex/")
    def bibtex(self, request):
        text = citations.bibtex(self, **self.citation(request))
        return self.download(text, "application/x-bibtex", "bib")

    @path("ris/")
    def ris(self, request):
        subjects = subject_names(self)
        text = citations.ris(self, **self.citation(request), subjects=subjects)
        return self.download(text, "application/x-research-info-systems", "ris")

    def citation(self, request):
        """Who publishes this, and the day on which it was seen."""
        publisher = OrganisationSettings.for_request(request).name
        return {"publisher": publisher, "accessed": timezone.localdate()}

    def download(self, text, content_type, extension):
        response = self.form(text, f"{content_type}; charset=utf-8")
        name = f"{self.slug}.{extension}"
        response["Content-Disposition"] = content_disposition_header(
            as_attachment=True, filename=name
        )
        return response

    def form(self, text, content_type):
        """Answer with a form of this page that search engines leave to the page itself."""
        headers = {
            "X-Robots-Tag": "noindex",
            "Link": f'<{self.full_url}>; rel="canonical"',
        }
        return HttpResponse(text, content_type=content_type, headers=headers)
