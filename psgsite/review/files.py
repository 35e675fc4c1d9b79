"""Who may change or delete a picture or a document."""

from wagtail.models import Page
from wagtail.permission_policies.collections import (
    CollectionOwnershipPermissionPolicy,
    CollectionPermissionPolicy,
)

from psgsite.tasks import pages_with

CHANGES = {"change", "delete"}


class FilePolicy(CollectionOwnershipPermissionPolicy):
    """Lets people change files of their own until they are on a published page.

    From then on, readers see a change at once, so it takes the permission for all files.
    """

    def __init__(self, model, auth_model):
        super().__init__(model, auth_model, owner_field_name="uploaded_by_user")
        self.for_all_files = CollectionPermissionPolicy(model, auth_model)

    def user_has_any_permission_for_instance(self, user, actions, instance):
        allowed = super().user_has_any_permission_for_instance
        if not allowed(user, actions, instance):
            return False
        # As in Wagtail's policy, who may change a file may delete it.
        needed = {"change" if action in CHANGES else action for action in actions}
        if self.for_all_files.user_has_any_permission_for_instance(
            user, needed, instance
        ):
            return True
        return not is_published(instance)


def is_published(file):
    return Page.objects.live().filter(pk__in=pages_with([file])).exists()
