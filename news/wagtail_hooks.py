"""What the news adds to the admin: its topics, and a guard for the archive's addresses."""

from django.db.models import Count
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.ui.tables import NumberColumn
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogFormatter
from wagtail.models import Page
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import DeleteView, IndexView, SnippetViewSet

from news.digest import wagtail_hooks as digest_hooks  # noqa: F401
from news.editing import wagtail_hooks as editing_hooks  # noqa: F401
from news.forms import CHECKED, problems
from news.models import ARCHIVE_SLUG, ArticlePage, Topic
from news.withdrawal.pages import LOG_ACTION
from news.withdrawal.view import WithdrawView
from psgsite.publishing import approve_only_if, publish_only_if


class TopicList(IndexView):
    @cached_property
    def columns(self):
        # Without boxes to tick: deleting many at once says nothing of the pages on them.
        return super().columns[1:]


class DeleteTopic(DeleteView):
    def get_usage_url(self):
        # Wagtail's count leaves out relations of many to many, so it is always 0 here.
        return None

    @property
    def confirmation_message(self):
        count = count_pages(self.object)
        if not count:
            return "No page is filed under this topic. Delete it?"
        pages = "1 page is" if count == 1 else f"{count} pages are"
        return (
            f"{pages} filed under this topic. Nothing is lost of them but the topic; "
            "its list of articles goes. Delete it?"
        )


def count_pages(topic):
    """How many pages, of whatever type and published or not, are filed under ``topic``."""
    relations = [
        relation
        for relation in topic._meta.get_fields(include_hidden=True)
        if relation.many_to_many
    ]
    return sum(
        relation.related_model.objects.filter(**{relation.field.name: topic}).count()
        for relation in relations
    )


@register_snippet
class TopicViewSet(SnippetViewSet):
    model = Topic
    icon = "tag"
    menu_label = "Topics"
    menu_name = "topics"
    menu_order = 350
    add_to_admin_menu = True
    list_display = [
        "name",
        "slug",
        NumberColumn("count", label="Articles", sort_key="count"),
    ]
    index_view_class = TopicList
    delete_view_class = DeleteTopic

    def get_queryset(self, request):
        return Topic.objects.annotate(count=Count("articles"))


@hooks.register("before_copy_page")
def keep_archive_addresses_free(request, page):
    """Refuse a copy the address that an article can't have: the form for it doesn't ask."""
    slug = request.POST.get("new_slug", "")
    if issubclass(page.specific_class, ArticlePage) and ARCHIVE_SLUG.fullmatch(slug):
        messages.error(
            request,
            f"“{slug}” is the address of a part of the archive. Choose another slug.",
        )
        return redirect(request.get_full_path())
    return None


@hooks.register("before_bulk_action")
def publish_no_unfinished_articles(request, action, objects, view):
    """Hold many articles to the rules that the form of one keeps."""
    return publish_only_if(is_finished, request, action, objects, view)


@hooks.register("before_publish_page")
def approve_no_unfinished_article(request, page):
    return approve_only_if(is_finished, request, page)


def is_finished(page):
    if not isinstance(page, ArticlePage):
        return True
    return not problems(**{name: getattr(page, name) for name in CHECKED})


@hooks.register("before_bulk_action")
def leave_withdrawn_articles_withdrawn(request, action, objects, view):
    """Refuse to publish one among many: it would come with what is below a section."""
    why = (
        "“{page}” was withdrawn. Leave it out, and the section that it is in; or, if "
        "readers shall see it again, first open it and publish it there."
    )
    return publish_only_if(is_not_withdrawn, request, action, objects, view, why)


def is_not_withdrawn(page):
    return not getattr(page, "is_withdrawn", False)


@hooks.register("before_delete_page")
def keep_withdrawn_articles(request, page):
    """Leave it to those who may publish to delete an article whose address says why it went."""
    for article in ArticlePage.objects.descendant_of(page, inclusive=True).withdrawn():
        if not article.permissions_for_user(request.user).can_publish():
            messages.error(
                request,
                f"Nothing was deleted, for “{article}” was withdrawn, and its address tells "
                "readers why. If it must go, ask someone who may publish.",
            )
            return redirect("wagtailadmin_pages:edit", article.pk)
    return None


@hooks.register("before_bulk_action")
def keep_withdrawn_articles_among_others(request, action, objects, view):
    if action == "delete" and issubclass(view.model, Page):
        for page in objects:
            if refusal := keep_withdrawn_articles(request, page):
                return refusal
    return None


@hooks.register("register_admin_urls")
def register_withdrawal():
    address = "news/articles/<int:pk>/withdraw/"
    return [path(address, WithdrawView.as_view(), name="withdraw_article")]


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def offer_withdrawal(page, user, next_url=None, view_name=None):
    """Put "Withdraw" below "Unpublish", in the menus of a page and of a row in a list."""
    is_article = issubclass(page.specific_class, ArticlePage)
    if is_article and page.permissions_for_user(user).can_unpublish():
        address = reverse("withdraw_article", args=[page.pk])
        yield Button("Withdraw", address, icon_name="no-view", priority=62)


@hooks.register("register_log_actions")
def register_withdrawal_in_histories(actions):
    @actions.register_action(LOG_ACTION)
    class Withdrawal(LogFormatter):
        label = "Withdraw"
        message = "Withdrawn"

        def format_comment(self, log_entry):
            return log_entry.data["reason"]
