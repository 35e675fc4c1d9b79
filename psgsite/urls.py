from django.conf import settings
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from home.llms import llms
from home.styleguide import styleguide
from news.formats.sitemaps import ArchiveSitemap, ArticleSitemap, LatestSitemap
from news.views import corrections
from psgsite.drafts.views import draft
from psgsite.newsletter import urls as newsletter_urls
from psgsite.offline import offline, worker
from psgsite.review.approval import no_action
from psgsite.sitemaps import PageSitemap, sitemap, sitemap_index
from psgsite.views import card, favicon, manifest, rendition, robots
from search.figures.views import count
from search.suggestions import opensearch, suggest
from search.views import search

SITEMAPS = {
    "sitemaps": {
        "pages": PageSitemap,
        "articles": ArticleSitemap,
        "lists": ArchiveSitemap,
        "latest": LatestSitemap,
    }
}

urlpatterns = [
    # Before Wagtail's, which skips what a form checks. Nothing in the admin uses it.
    path(
        "admin/api/main/pages/<int:pk>/action/<slug:action>/",
        no_action,
        name="no_action",
    ),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("media/images/<path:path>", rendition),
    path("search/", search, name="search"),
    path("search/count/", count, name="count"),
    path("search/suggest/", suggest, name="suggest"),
    path("search/opensearch.xml", opensearch, name="opensearch"),
    path("corrections/", corrections, name="corrections"),
    path("cards/<int:page_id>.png", card, name="card"),
    path("drafts/<str:token>/", draft, name="draft"),
    path("newsletter/", include(newsletter_urls)),
    path("sitemap.xml", sitemap_index, SITEMAPS),
    path("sitemap-<slug:section>.xml", sitemap, SITEMAPS, name="sitemap"),
    path("robots.txt", robots),
    path("llms.txt", llms),
    path("manifest.webmanifest", manifest, name="manifest"),
    path("favicon.ico", favicon),
    path("sw.js", worker, name="service_worker"),
    path("offline/", offline, name="offline"),
    path("", include(wagtail_urls)),
]

handler400 = "psgsite.errors.bad_request"
handler500 = "psgsite.errors.server_error"

if settings.DEBUG:
    # Before Wagtail's, which answers every address.
    urlpatterns.insert(0, path("styleguide/", styleguide))
