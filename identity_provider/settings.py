"""Django's settings for the development identity provider: its own database, cookies and port."""

import os

from resrec import env

BASE_DIR = env.BASE_DIR
DATA_DIR = env.data_dir()
PORT = int(os.environ.get("PROVIDER_PORT", "8001"))

# The web server that people are sent back to, by whichever name of this machine they use.
CLIENT_ID = env.text("OIDC_CLIENT_ID", "resrec")
CLIENT_SECRET = env.text("OIDC_CLIENT_SECRET", "development")
REDIRECT_URIS = [f"http://{host}:{PORT - 1}/signed-in/" for host in ("localhost", "127.0.0.1")]

SECRET_KEY = env.secret_key() + "identity provider"
DEBUG = False
ALLOWED_HOSTS = ["localhost", "127.0.0.1"]

INSTALLED_APPS = [
    "identity_provider",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.idp.oidc",
]
MIDDLEWARE = [
    "identity_provider.middleware.loopback_only",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
ROOT_URLCONF = "identity_provider.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
            ]
        },
    }
]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA_DIR / "identity_provider.sqlite3",
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20},
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The one password is printed on the page; a slow hash of it would only delay the start.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
LOGIN_URL = "account_login"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
IDP_OIDC_ADAPTER = "identity_provider.adapter.CastAdapter"

# Browsers keep cookies by host and not by port: names of its own keep the two sites apart.
SESSION_COOKIE_NAME = "identity_provider_session"
CSRF_COOKIE_NAME = "identity_provider_csrf"
LANGUAGE_COOKIE_NAME = "resrec_language"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("fr", "Français"), ("es", "Español")]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_TZ = True

# The house's own style sheets, served under their plain names.
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "resrec" / "web" / "static"]
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
WHITENOISE_USE_FINDERS = True
