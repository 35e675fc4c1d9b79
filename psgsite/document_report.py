"""What editors are told of documents in which a search finds nothing."""

from django.utils.functional import cached_property
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.documents import get_document_model
from wagtail.documents.forms import BaseDocumentForm
from wagtail.permissions import policy_registry


def why_without_text(document):
    if document.text_problem:
        return document.text_problem
    if not document.text_version:
        return "It has not been read yet."
    return "Files of this kind are not read."


class DocumentsWithoutTextView(ReportView):
    page_title = "Documents without text"
    header_icon = "doc-full-inverse"
    index_url_name = "documents_without_text"
    index_results_url_name = "documents_without_text_results"
    edit_url_name = "wagtaildocs:edit"
    model = get_document_model()
    any_permission_required = ["change"]
    default_ordering = "title"
    columns = [
        TitleColumn("title", label="Title", url_name=edit_url_name),
        Column("filename", label="File"),
        Column("why", label="Why", accessor=why_without_text),
    ]

    @cached_property
    def permission_policy(self):
        return policy_registry.get_by_type(self.model)

    def get_base_queryset(self):
        editable = self.permission_policy.instances_user_has_permission_for(
            self.request.user, "change"
        )
        return editable.filter(text="")


class DocumentsWithoutTextMenuItem(MenuItem):
    def is_shown(self, request):
        policy = policy_registry.get_by_type(get_document_model())
        return policy.user_has_permission(request.user, "change")


class DocumentForm(BaseDocumentForm):
    """Says beside the file why its text can't be found."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields and self.instance.text_problem:
            self.fields[
                "file"
            ].help_text = (
                f"Search finds nothing in this document. {self.instance.text_problem}"
            )
