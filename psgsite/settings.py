"""The settings, read top to bottom. Every secret and switch comes from the environment.

Production is the default. ``.env.example`` lists the variables; docs/operators/ explains
them.
"""

import os
from pathlib import Path

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent


def value(name: str, default: str = "") -> str:
    """An empty variable counts as one that isn't set."""
    return os.environ.get(name) or default


def flag(name: str, *, default: bool = False) -> bool:
    given = value(name, "1" if default else "0").strip().lower()
    if given in {"1", "true", "yes"}:
        return True
    if given in {"0", "false", "no"}:
        return False
    raise ImproperlyConfigured(f"{name} is {given!r}: write 1 for on or 0 for off.")


def words(name: str, default: str = "") -> list[str]:
    return value(name, default).replace(",", " ").split()


# What kind of run this is

DEBUG = flag("DEBUG")
# A site on a test machine that search engines must not list.
STAGING = flag("STAGING")

SECRET_KEY = value("SECRET_KEY", "only-for-development" if DEBUG else "")
if not DEBUG and (len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 5):
    raise ImproperlyConfigured(
        "SECRET_KEY is missing or too short (50 characters at least). Make one with: "
        'python3 -c "import secrets; print(secrets.token_urlsafe(64))"'
    )

# What people send about themselves is encrypted with the first; the others open what was
# stored before it.
ENCRYPTION_KEYS = words(
    "ENCRYPTION_KEYS", "b25seS1mb3ItZGV2ZWxvcG1lbnQtb25seS1mb3ItZGU=" if DEBUG else ""
)
if not ENCRYPTION_KEYS:
    raise ImproperlyConfigured(
        "ENCRYPTION_KEYS is missing. Make a key, and keep a copy of it apart from the "
        'backups: python3 -c "import base64, secrets; '
        'print(base64.urlsafe_b64encode(secrets.token_bytes(32)).decode())"'
    )

# What must be kept (database, uploads) and what can be rebuilt (cache, static files).
DATA_DIR = Path(value("DATA_DIR", str(BASE_DIR / "var"))).resolve()
DATA_DIR.mkdir(parents=True, exist_ok=True)


# Addresses

# Where readers find the site, without a slash at the end; mails and feeds use it too.
BASE_URL = value("BASE_URL", "http://127.0.0.1:8000").rstrip("/")
HTTPS = BASE_URL.startswith("https://")
WAGTAILADMIN_BASE_URL = BASE_URL

ALLOWED_HOSTS = words("ALLOWED_HOSTS", "127.0.0.1 localhost [::1]")
CSRF_TRUSTED_ORIGINS = [BASE_URL] if HTTPS else []
CSRF_FAILURE_VIEW = "psgsite.stale_forms.stale_form"

ROOT_URLCONF = "psgsite.urls"
WSGI_APPLICATION = "psgsite.wsgi.application"


# What the site is made of

INSTALLED_APPS = [
    "psgsite",
    "home",
    "news",
    "about",
    "search",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.search_promotions",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    # Answers a probe before anything can refuse or redirect it.
    "psgsite.health.HealthMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "psgsite.errors.MaintenanceMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    # A reader or a feed reader that has the page already gets 304, not the page.
    "django.middleware.http.ConditionalGetMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "psgsite.addresses.middleware.OldAddressMiddleware",
]

if STAGING:
    MIDDLEWARE.insert(1, "psgsite.staging.StagingMiddleware")

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    },
]


# Data

DATABASE_URL = value("DATABASE_URL", f"sqlite:///{DATA_DIR / 'db.sqlite3'}")
DATABASES = {
    "default": dj_database_url.parse(
        DATABASE_URL,
        # A connection that the server dropped is replaced, not answered with an error.
        conn_max_age=600,
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Readers don't wait for a writer, and writers queue instead of failing at once.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Several processes must agree on what is cached: a folder by default, not memory.
REDIS_URL = value("REDIS_URL")
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL,
    }
    if REDIS_URL
    else {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": DATA_DIR / "cache",
        # At Django's 300, sizes of pictures would push out the cards, which take long.
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}

# What takes long is left to a worker; development does without one.
IMMEDIATE = "django_tasks.backends.immediate.ImmediateBackend"
TASKS = {
    "default": {"BACKEND": IMMEDIATE},
    "background": {
        "BACKEND": IMMEDIATE if DEBUG else "django_tasks_db.DatabaseBackend"
    },
}

MEDIA_ROOT = DATA_DIR / "media"
MEDIA_URL = "/media/"
# An image carries its static files with it, apart from the data.
STATIC_ROOT = Path(value("STATIC_ROOT", str(DATA_DIR / "static")))
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
STATIC_URL = "/static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        # Hashed names can be kept by browsers for ever; development serves the sources.
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "psgsite.storage.StaticFilesStorage"
    },
}


# Language and time

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True


# People and sign-in

AUTH_USER_MODEL = "psgsite.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in [
        ("UserAttributeSimilarityValidator", {}),
        ("MinimumLengthValidator", {"min_length": 12}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    ]
]
LOGIN_URL = "wagtailadmin_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
# Readers of a page kept for signed-in people use the same door as editors.
WAGTAIL_FRONTEND_LOGIN_URL = "/admin/login/"
SESSION_COOKIE_AGE = 8 * 60 * 60


# Transport security

# Off only where BASE_URL is plain http, as on a developer's machine.
SECURE_SSL_REDIRECT = HTTPS
# Whether what a proxy says of a visitor is believed: the protocol, and the address.
BEHIND_PROXY = flag("BEHIND_PROXY")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
# For a domain with hosts that only speak http; browsers remember it for a year.
HSTS_SUBDOMAINS = flag("HSTS_SUBDOMAINS", default=True)
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS and HSTS_SUBDOMAINS
SECURE_HSTS_PRELOAD = HTTPS and HSTS_SUBDOMAINS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS


# Mail

EMAIL_HOST = value("EMAIL_HOST", "localhost")
EMAIL_PORT = int(value("EMAIL_PORT", "25"))
EMAIL_HOST_USER = value("EMAIL_USER", "")
EMAIL_HOST_PASSWORD = value("EMAIL_PASSWORD", "")
EMAIL_USE_TLS = flag("EMAIL_TLS")
# A mail server that doesn't answer must not hold an editor's request.
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = value("EMAIL_FROM", "Peru Support Group <no-reply@localhost>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
EMAIL_BACKEND = (
    "django.core.mail.backends.console.EmailBackend"
    if DEBUG
    else "psgsite.mail.EmailBackend"
)


# Wagtail

WAGTAIL_SITE_NAME = "Peru Support Group"
WAGTAIL_ALLOW_UNICODE_SLUGS = False
# Times that editors set are London's, wherever they are.
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
# Seconds after which the admin warns that publish_scheduled has not run.
PUBLISHING_LATE_AFTER = 10 * 60
# Names of editors and of this host stay here: no avatar service, no update check.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
# Who looks after the server isn't told of each article, unless they publish too.
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False

WAGTAILIMAGES_IMAGE_MODEL = "psgsite.Image"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILIMAGES_IMAGE_FORM_BASE = "psgsite.uploads.forms.PictureForm"
WAGTAILDOCS_DOCUMENT_MODEL = "psgsite.Document"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "pptx", "rtf", "txt", "xlsx"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILDOCS_DOCUMENT_FORM_BASE = "psgsite.uploads.forms.DocumentForm"

# Milliseconds for which the database may work on one reader's search.
SEARCH_TIME_LIMIT = 300
WAGTAILSEARCH_BACKENDS = {
    "default": {
        "BACKEND": "search.backend",
        # The search stems words by itself, for both databases.
        "SEARCH_CONFIG": "simple",
    }
}
# Days for which is kept what readers searched for; Wagtail's own command goes by it too.
SEARCHES_KEPT_DAYS = int(value("SEARCHES_KEPT_DAYS", "90"))
WAGTAILSEARCH_HITS_MAX_AGE = SEARCHES_KEPT_DAYS
# Days for which a deleted page can be restored.
BIN_KEPT_DAYS = int(value("BIN_KEPT_DAYS", "30"))
# Days for which is kept what people send with the form on the page about joining.
ENQUIRIES_KEPT_DAYS = int(value("ENQUIRIES_KEPT_DAYS", "365"))

WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {
        "WIDGET": "wagtail.admin.rich_text.DraftailRichTextArea",
        "OPTIONS": {
            "features": [
                "bold",
                "italic",
                "spanish",
                "quechua",
                "ol",
                "ul",
                "link",
                "document-link",
            ],
        },
    }
}

# The page editor posts one field for every part of every block.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000


# Logs go to standard error, where the process manager keeps them.


def is_no_missing_page(record):
    return getattr(record, "status_code", None) != 404


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {
        # An address may name a person, and bots ask for thousands that never were. What
        # readers missed is in a report.
        "no_missing_page": {
            "()": "django.utils.log.CallbackFilter",
            "callback": is_no_missing_page,
        },
        # Some addresses are as good as keys to whoever reads the log.
        "without_tokens": {"()": "psgsite.logs.WithoutTokens"},
    },
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}
    },
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["no_missing_page", "without_tokens"],
        }
    },
    "root": {"handlers": ["stderr"], "level": value("LOG_LEVEL", "INFO")},
    # Each save starts several tasks; only those that fail are news.
    "loggers": {
        # A damaged file is reported once, by us.
        "pypdf": {"level": "ERROR"},
        "django_tasks": {"level": "WARNING"},
        # Django's own handlers, in development, would leave the filter out.
        "django": {"handlers": []},
        "django.server": {"handlers": ["stderr"]},
        # It warns of every HEAD request, as Django leaves dropping the body to it.
        "gunicorn.http.wsgi": {"level": "ERROR"},
    },
}
