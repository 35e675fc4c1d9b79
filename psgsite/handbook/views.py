from django.http import FileResponse, Http404
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from psgsite.handbook.pages import DOCS, FIRST, page, picture, read


class HandbookView(WagtailAdminTemplateMixin, View):
    template_name = "psgsite/handbook/page.html"
    header_icon = "help"

    def get(self, request, name=None):
        path = found(page, name) if name else FIRST
        self.page_title, text = read(path)
        context = self.get_context_data(text=text, is_first=path == FIRST)
        return self.render_to_response(context)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]


def handbook_picture(request, name):
    return FileResponse((DOCS / found(picture, name)).open("rb"))


def found(find, name):
    try:
        return find(name)
    except FileNotFoundError as error:
        raise Http404(f"The handbook has no “{name}”.") from error
