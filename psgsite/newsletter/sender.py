from wagtail.models import Site

from psgsite.models import OrganisationSettings


def organisation():
    """In whose name the newsletter is sent, where there is no request to tell."""
    return OrganisationSettings.for_site(Site.objects.get(is_default_site=True))
