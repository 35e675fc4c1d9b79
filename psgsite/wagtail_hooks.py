from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.rich_text.converters.html_to_contentstate import (
    InlineStyleElementHandler,
)
from wagtail.admin.rich_text.editors.draftail.features import InlineStyleFeature
from wagtail.models import Page, Site
from wagtail.rich_text.pages import PageLinkHandler

# Wagtail looks for the hooks of an app here.
import psgsite.addresses.wagtail_hooks
import psgsite.bin.wagtail_hooks
import psgsite.branding.wagtail_hooks
import psgsite.drafts.wagtail_hooks
import psgsite.handbook.wagtail_hooks
import psgsite.newsletter.wagtail_hooks
import psgsite.outbox.wagtail_hooks
import psgsite.personal_data.wagtail_hooks
import psgsite.review.wagtail_hooks
import psgsite.schedule.wagtail_hooks
import psgsite.uploads.wagtail_hooks  # noqa: F401
from psgsite.accounts import choose_password
from psgsite.document_report import (
    DocumentsWithoutTextMenuItem,
    DocumentsWithoutTextView,
)
from psgsite.languages import LANGUAGES, STYLES
from psgsite.models import Document
from psgsite.offline import serve_for_keeping
from psgsite.publishing import approve_only_if, is_finished, publish_only_if
from psgsite.sessions import own_session, warning_script
from psgsite.tasks import announce


class LivePageLinkHandler(PageLinkHandler):
    """Links to pages: one query for all, and none to a page that readers can't open.

    Wagtail's own asks twice, for the type of each page too, and links to drafts.
    """

    @classmethod
    def get_many(cls, attrs_list):
        pages = Page.objects.live().filter(pk__in={attrs["id"] for attrs in attrs_list})
        found = {str(page.pk): page for page in pages.defer_streamfields()}
        return [found.get(attrs["id"]) for attrs in attrs_list]

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        return [
            cls.open_tag(page) if page and page.url else "<a>"
            for page in cls.get_many(attrs_list)
        ]

    @staticmethod
    def open_tag(page):
        # On paper, a link to this site needs its whole address.
        return format_html(
            '<a href="{}" data-address="{}">', page.localized.url, page.full_url
        )


@hooks.register("register_rich_text_features", order=10)  # after Wagtail's own
def register_link_handler(features):
    features.register_link_type(LivePageLinkHandler)


@hooks.register("register_rich_text_features")
def register_languages(features):
    """Give the rich text editor a button for each language, and its markup."""
    for name, code in LANGUAGES.items():
        style = STYLES[code]
        button = {
            "type": style,
            "label": code.upper(),
            "description": name.title(),
            "style": {"textDecoration": "underline dotted"},
        }
        handler = InlineStyleElementHandler(style)
        element = {"element": "span", "props": {"lang": code}}
        rule = {
            "from_database_format": {f'span[lang="{code}"]': handler},
            "to_database_format": {"style_map": {style: element}},
        }
        features.register_editor_plugin("draftail", name, InlineStyleFeature(button))
        features.register_converter_rule("contentstate", name, rule)


hooks.register("on_serve_page", serve_for_keeping)
hooks.register("insert_editor_js", warning_script)


@hooks.register("register_admin_urls")
def register_choice_of_password():
    return [path("choose-password/", choose_password, name="choose_password")]


@hooks.register("register_admin_urls")
def register_own_session():
    return [path("session/", own_session, name="own_session")]


@hooks.register("register_admin_urls")
def register_documents_without_text():
    view = DocumentsWithoutTextView
    return [
        path("reports/documents/", view.as_view(), name="documents_without_text"),
        path(
            "reports/documents/results/",
            view.as_view(results_only=True),
            name="documents_without_text_results",
        ),
    ]


@hooks.register("register_reports_menu_item")
def register_documents_without_text_menu_item():
    return DocumentsWithoutTextMenuItem(
        "Documents without text",
        reverse("documents_without_text"),
        name="documents-without-text",
        icon_name="doc-full-inverse",
        order=1300,  # after Wagtail's own
    )


@hooks.register("after_bulk_action")
def announce_moved_documents(request, action, objects, view):
    """Moving many documents at once to another collection doesn't save them one by one."""
    if action == "add_to_collection" and issubclass(view.model, Document):
        announce(objects)


@hooks.register("before_delete_page")
def keep_the_home_page(request, page):
    """Refuse to delete a page that takes a site with it."""
    if Site.objects.filter(root_page__path__startswith=page.path).exists():
        messages.error(
            request,
            f"“{page.title}” can't be deleted, for the whole site hangs from it. If it "
            "must go, an administrator first gives the site another home page, under "
            "Settings, Sites.",
        )
        return redirect("wagtailadmin_explore", page.pk)
    return None


@hooks.register("before_bulk_action")
def keep_the_home_page_among_others(request, action, objects, view):
    """Refuse the same where many are deleted at once."""
    if action == "delete" and issubclass(view.model, Page):
        for page in objects:
            if refusal := keep_the_home_page(request, page):
                return refusal
    return None


@hooks.register("before_bulk_action")
def publish_no_unfinished_pages(request, action, objects, view):
    """Publishing many pages at once skips their forms, so check what those would."""
    return publish_only_if(is_finished, request, action, objects, view)


@hooks.register("before_publish_page")
def approve_no_unfinished_page(request, page):
    """So does approving one where it is listed."""
    return approve_only_if(is_finished, request, page)
