"""Django's settings. What differs between installations comes from the environment (env.py)."""

from urllib.parse import urlparse

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from resrec import env

BASE_DIR = env.BASE_DIR
DATA_DIR = env.data_dir()

# One address tells hosts, cookies and transport: with nothing set, only this machine is served.
ORIGIN = env.text("ORIGIN", "http://localhost:8000").rstrip("/")
_origin = urlparse(ORIGIN)
SECURE = _origin.scheme == "https"

RELEASE = env.text("RELEASE", "0.1.0")
# Where this installation's source can be read; each page links to it when it is set.
SOURCE_URL = env.text("SOURCE_URL")
SECRET_KEY = env.secret_key()
DEBUG = False
ALLOWED_HOSTS = [_origin.hostname] if SECURE else ["localhost", "127.0.0.1", "[::1]"]
CSRF_TRUSTED_ORIGINS = [ORIGIN]

INSTALLED_APPS = [
    "resrec.web",
    "resrec.journal",
    "resrec.people",
    "resrec.library",
    "resrec.reporting",
    "resrec.analysis",
    "resrec.exchange",
    "resrec.public",
    "resrec.documents",
    "resrec.web.apps.OfficersAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # Deny by default: a page for everyone says so with @public_page or @login_not_required.
    "resrec.web.kept_forms.SignInMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "resrec.web.unstorable.UnstorableMiddleware",
]

ROOT_URLCONF = "resrec.urls"
WSGI_APPLICATION = "resrec.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "resrec.public.shell.shell",
            ],
        },
    }
]
FORM_RENDERER = "resrec.web.forms.FormRenderer"

# How much each web process keeps of the public pages that were seen; 0 keeps none.
PAGE_CACHE_BYTES = int(env.text("PAGE_CACHE_MB", "8")) * 1024 * 1024

DATABASES = {"default": env.database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Signing in: the organisation's accounts, by OpenID Connect, and nothing else.
AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = [
    "allauth.account.auth_backends.AuthenticationBackend",
    "resrec.people.sign_in.ByLink",
]
LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "resrec.people.sign_in.AccountAdapter"
SOCIALACCOUNT_ADAPTER = "resrec.people.sign_in.OrganisationAccountAdapter"
SOCIALACCOUNT_ONLY = True
SOCIALACCOUNT_AUTO_SIGNUP = True
SOCIALACCOUNT_LOGIN_ON_GET = False
SOCIALACCOUNT_STORE_TOKENS = False
# The accounts are the organisation's own: an address they vouch for is the person we know by it.
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
OIDC_PROVIDER_ID = "accounts"
OIDC_SERVER = env.text("OIDC_SERVER")
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": OIDC_PROVIDER_ID,
                "name": "Organisation accounts",
                "client_id": env.text("OIDC_CLIENT_ID"),
                "secret": env.text("OIDC_CLIENT_SECRET"),
                "settings": {
                    "server_url": OIDC_SERVER,
                    # For accounts that never send `email_verified` although they verify.
                    "verified_email": env.text("OIDC_ADDRESSES") == "verified",
                },
            }
        ]
        if OIDC_SERVER
        else [],
    }
}
SESSION_COOKIE_NAME = "resrec_session"
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
CSRF_FAILURE_VIEW = "resrec.web.errors.csrf_failed"
SECURE_SSL_REDIRECT = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if SECURE else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
        "img-src": [SELF, "data:"],
    }
}

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("fr", _("French")), ("es", _("Spanish"))]
LANGUAGE_COOKIE_NAME = "resrec_language"
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["resrec.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = env.text("TIME_ZONE", "UTC")

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
MEDIA_ROOT = DATA_DIR / "files"
# Evidence is served by a view that asks who may see it, never from a folder.
MEDIA_URL = "/not-served/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "resrec.web.storage.StaticFilesStorage"},
}
# Names without a digest are never asked for; leaving them out halves the time of collecting.
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
EVIDENCE_MAX_BYTES = 20 * 1024 * 1024
# A form with files; a file that is a little too large is refused beside its field.
LARGEST_BODY_BYTES = 64 * 1024 * 1024
# A command that is given the path of each upload (see web/scanning.py); without it none is run.
VIRUS_SCANNER = env.text("VIRUS_SCANNER")

# Mail waits in the outbox (journal.Mail); the worker hands it to this server, or to files.
DEFAULT_FROM_EMAIL = env.text("MAIL_FROM", "resrec@localhost")
# Whom people are told to write to when the site cannot help them.
CONTACT = env.text("CONTACT", DEFAULT_FROM_EMAIL)
EMAIL_HOST = env.text("MAIL_HOST")
EMAIL_PORT = int(env.text("MAIL_PORT", "587"))
EMAIL_HOST_USER = env.text("MAIL_USER")
EMAIL_HOST_PASSWORD = env.text("MAIL_PASSWORD")
# "no" only for a server on this machine: what it says further on is its own business.
EMAIL_USE_TLS = bool(EMAIL_HOST) and env.text("MAIL_TLS") != "no"
EMAIL_TIMEOUT = 20
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if EMAIL_HOST
    else "django.core.mail.backends.filebased.EmailBackend"
)
EMAIL_FILE_PATH = DATA_DIR / "mail"
# Where the server lays down what comes back to the address above: a maildir, or nothing.
BOUNCES = env.text("BOUNCES")
# `manage.py serve` says that its own identity provider vouches for people: a demonstration on
# this machine. Only there, and where no mail server is set, the outbox is shown in the browser.
SHOWS_MAIL = env.text("DEMONSTRATION") == "yes" and not EMAIL_HOST and not SECURE

# Reminders: at most so many messages a person and month.
ASKING_CAP = int(env.text("REMINDERS_A_MONTH", "4"))
# What the worker runs once a day, after this hour in the time zone above. Each of these commands
# can be run twice on a day without harm.
DAILY = ["read_bounces", "accept_waiting", "ask", "tell_followers", "tell_amber"]
# Of the reports accepted by the rule of a period, one in so many is held for a person's look; 0
# for none.
SPOT_CHECK_ONE_IN = int(env.text("SPOT_CHECK_ONE_IN", "5"))
DAILY_AFTER_HOUR = int(env.text("DAILY_AFTER_HOUR", "7"))
# What the worker starts in a process of its own while there is something for it: a command, and
# the function that says whether there is.
BESIDE = {"make_documents": "resrec.documents.making.is_due"}

# A folder of fonts (.ttf, .otf) beside our own, for names in scripts that ours do not have.
DOCUMENT_FONTS = env.text("FONTS")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
