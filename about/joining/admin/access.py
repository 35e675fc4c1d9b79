"""Who may see enquiries."""

from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic import PermissionCheckedMixin

from about.joining.models import Enquiry
from psgsite.wrong_key import WrongKeyMixin


def may_look(user):
    return user.has_perm("about.view_enquiry")


class EnquiriesMenuItem(MenuItem):
    def is_shown(self, request):
        return may_look(request.user)


class EnquiryAccessMixin(PermissionCheckedMixin, WrongKeyMixin):
    model = Enquiry
    permission_required = "view"
