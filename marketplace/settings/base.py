"""What every environment shares. Runs with an empty environment, on nothing but Python."""

import os
from pathlib import Path

from csp.constants import NONCE, NONE, SELF, UNSAFE_INLINE

from . import engines
from .oscar import *

BASE_DIR = Path(__file__).resolve().parents[2]
VAR_DIR = Path(os.environ.get("VAR_DIR", BASE_DIR / "var"))
VAR_DIR.mkdir(parents=True, exist_ok=True)

DEBUG = False
# Development only: production.py refuses to start with this value.
INSECURE_SECRET_KEY = "not-a-secret-development-only"  # noqa: S105
SECRET_KEY = INSECURE_SECRET_KEY
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
SITE_ID = 1
ROOT_URLCONF = "marketplace.urls"
WSGI_APPLICATION = "marketplace.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"

# The site as its operator names it.
SITE_NAME = "Làng Sao"
SAMPLE_DATA = False  # True while the demo's prices and stories are shown: every page says so
BASE_URL = os.environ.get("BASE_URL", "http://localhost:8000")

INSTALLED_APPS = [
    # First, because its `migrate` starts an empty database from the schema snapshot.
    "marketplace.apps.MarketplaceConfig",
    "catalog.journal.apps.JournalConfig",
    "catalog.places.apps.PlacesConfig",
    "catalog.register.apps.RegisterConfig",
    "catalog.decisions.apps.DecisionsConfig",
    "catalog.intake.apps.IntakeConfig",
    "catalog.approvals.apps.ApprovalsConfig",
    "catalog.reminders.apps.RemindersConfig",
    "cms.apps.CmsConfig",
    "marketplace.accounts.apps.AccountsConfig",
    "marketplace.areas.apps.AreasConfig",
    "marketplace.officers.apps.OfficersConfig",
    "marketplace.producers.apps.ProducersConfig",
    "marketplace.shop.listings.apps.ListingsConfig",
    "marketplace.shop.admission.apps.AdmissionConfig",
    "marketplace.shop.complaints.apps.ComplaintsConfig",
    "marketplace.renewals.apps.RenewalsConfig",
    "marketplace.shop.delivery.apps.DeliveryConfig",
    "marketplace.shop.paying.apps.PayingConfig",
    "marketplace.shop.ordering.apps.OrderingConfig",
    "marketplace.shop.reports.apps.ReportsConfig",
    "marketplace.operations.apps.OperationsConfig",
    "marketplace.demo.apps.DemoConfig",
    # Django
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sites",
    "django.contrib.flatpages",
    "django.contrib.sitemaps",
    # Sign-in
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    # Wagtail
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.embeds",
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
    # Oscar: our forks carry behaviour, never schema (see MIGRATION_MODULES)
    "oscar.config.Shop",
    "oscar.apps.analytics.apps.AnalyticsConfig",
    "oscar.apps.checkout.apps.CheckoutConfig",
    "oscar.apps.address.apps.AddressConfig",
    "oscar.apps.shipping.apps.ShippingConfig",
    "marketplace.shop.catalogue.apps.CatalogueConfig",
    "oscar.apps.catalogue.reviews.apps.CatalogueReviewsConfig",
    "oscar.apps.communication.apps.CommunicationConfig",
    "marketplace.shop.partner.apps.PartnerConfig",
    "marketplace.shop.basket.apps.BasketConfig",
    "oscar.apps.payment.apps.PaymentConfig",
    "oscar.apps.offer.apps.OfferConfig",
    "marketplace.shop.order.apps.OrderConfig",
    "oscar.apps.customer.apps.CustomerConfig",
    "oscar.apps.search.apps.SearchConfig",
    "oscar.apps.voucher.apps.VoucherConfig",
    "oscar.apps.wishlists.apps.WishlistsConfig",
    "oscar.apps.dashboard.apps.DashboardConfig",
    "oscar.apps.dashboard.reports.apps.ReportsDashboardConfig",
    "oscar.apps.dashboard.users.apps.UsersDashboardConfig",
    "oscar.apps.dashboard.orders.apps.OrdersDashboardConfig",
    "oscar.apps.dashboard.catalogue.apps.CatalogueDashboardConfig",
    "oscar.apps.dashboard.offers.apps.OffersDashboardConfig",
    "oscar.apps.dashboard.partners.apps.PartnersDashboardConfig",
    "oscar.apps.dashboard.pages.apps.PagesDashboardConfig",
    "oscar.apps.dashboard.ranges.apps.RangesDashboardConfig",
    "oscar.apps.dashboard.reviews.apps.ReviewsDashboardConfig",
    "oscar.apps.dashboard.vouchers.apps.VouchersDashboardConfig",
    "oscar.apps.dashboard.communications.apps.CommunicationsDashboardConfig",
    "oscar.apps.dashboard.shipping.apps.ShippingDashboardConfig",
    "widget_tweaks",
    "haystack",
    "treebeard",
    "django_tables2",
    # Jobs and headers
    "django_tasks",
    "django_tasks_db",
    "csp",
]

# A fork without schema keeps Oscar's own migrations (docs/adr/0002).
MIGRATION_MODULES = {
    "catalogue": "oscar.apps.catalogue.migrations",
    "partner": "oscar.apps.partner.migrations",
    "basket": "oscar.apps.basket.migrations",
    "order": "oscar.apps.order.migrations",
}

MIDDLEWARE = [
    "marketplace.health.ProbeMiddleware",
    "marketplace.middleware.RequestIdMiddleware",
    "django.middleware.security.SecurityMiddleware",
    # Keeps a page with the headers that the middleware below it have written.
    "marketplace.shop.listings.page_cache.PageCacheMiddleware",
    # Outside everything that may refuse: a refusal carries the headers too.
    "marketplace.middleware.PolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "marketplace.limits.middleware.FloodMiddleware",
    "marketplace.middleware.StoreDownMiddleware",
    "marketplace.accounts.doors.DoorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "marketplace.shop.basket.middleware.BasketMiddleware",
    # Looks for a moved page only when the answer is 404.
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "marketplace.context_processors.site",
            ],
        },
    },
]

DATABASES = {"default": engines.database(VAR_DIR)}
if "postgresql" in DATABASES["default"]["ENGINE"]:
    # Wagtail's search needs it there; without the driver it cannot even be imported.
    INSTALLED_APPS.append("django.contrib.postgres")
CACHES = engines.caches(VAR_DIR)
STORAGES = {
    "default": engines.media_storage(),
    "private": engines.private_storage(VAR_DIR),
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
ELASTICSEARCH_URL = engines.elasticsearch()
globals().update(engines.email(VAR_DIR))
DEFAULT_FROM_EMAIL = os.environ.get("DEFAULT_FROM_EMAIL", "Làng Sao <khong-tra-loi@localhost>")
OSCAR_FROM_EMAIL = DEFAULT_FROM_EMAIL

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "long"]}}

# Language and place
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = True
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
FORMAT_MODULE_PATH = ["marketplace.formats"]
USE_THOUSAND_SEPARATOR = True

# Files
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "marketplace.staticfiles.AppFinder",  # leaves TinyMCE out
]
WHITENOISE_USE_FINDERS = True
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"

# People
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 9},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/tai-khoan/"
WAGTAILADMIN_LOGIN_URL = LOGIN_URL
WAGTAIL_FRONTEND_LOGIN_URL = LOGIN_URL
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email", "phone"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_FORMS = {
    "login": "marketplace.accounts.forms.LoginForm",
    "signup": "marketplace.accounts.forms.SignupForm",
    "add_email": "marketplace.accounts.forms.AddEmailForm",
    "change_password": "marketplace.accounts.forms.ChangePasswordForm",
    "set_password": "marketplace.accounts.forms.SetPasswordForm",
    "reset_password": "marketplace.accounts.forms.ResetPasswordForm",
    "reset_password_from_key": "marketplace.accounts.forms.ResetPasswordKeyForm",
    "reauthenticate": "marketplace.accounts.forms.ReauthenticateForm",
}
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = None
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True
# Wrong tries, counted in the shared cache: ten in five minutes from one address, five for one key.
ACCOUNT_RATE_LIMITS = {"login_failed": "10/5m/ip,5/5m/key"}
ACCOUNT_ADAPTER = "marketplace.accounts.adapter.AccountAdapter"
MFA_ADAPTER = "marketplace.accounts.mfa.MfaAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = False
MFA_TOTP_ISSUER = SITE_NAME
# Nobody signs in before their first address is verified, so an unverified one is only ever a
# change that waits for its letter: it must not bar the second step, nor the step bar the change.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_FORMS = {
    "authenticate": "marketplace.accounts.forms.MfaCodeForm",
    "reauthenticate": "marketplace.accounts.forms.MfaReauthenticateForm",
    "activate_totp": "marketplace.accounts.forms.ActivateTOTPForm",
    "add_webauthn": "marketplace.accounts.forms.AddWebAuthnForm",
    "edit_webauthn": "marketplace.accounts.forms.EditWebAuthnForm",
}
# How many proxies of ours stand before the site; without one X-Forwarded-For is not believed.
ALLAUTH_TRUSTED_PROXY_COUNT = 0
# How often one address may send what costs much. Many people may share an address, so these are
# far above what anybody does by hand. RATE_LIMITS=off or checkout=600/m,search=off changes them.
RATE_LIMITS = {
    "sign_in": "30/5m",  # besides, allauth counts wrong tries
    "checkout": "60/m",
    "look_up": "20/m",  # a code is 49 random bits; this only keeps guessing quiet
    "message": "10/10m",  # words to a person: a complaint, an enquiry, an invitation
    "form": "300/m",  # every post, those above too
    "search": "240/m",
}
RATE_LIMITS_CHANGED = os.environ.get("RATE_LIMITS", "")
LIMITS = engines.limits(VAR_DIR)
FLOOD_VIEWS = {
    "account_login": "sign_in",
    "mfa_authenticate": "sign_in",
    "account_reauthenticate": "sign_in",
    "mfa_reauthenticate": "sign_in",
    "checkout:index": "checkout",
    "orders:index": "look_up",
    "complaints:complain": "message",
    "complaints:ticket": "message",
    "selling:members": "message",  # an invitation
}
FLOOD_SEARCHES = {"catalogue:index", "producers:index"}
CSRF_FAILURE_VIEW = "marketplace.refusals.csrf_failure"
# Wagtail's own ways to change an address or a password would pass allauth's checks by.
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAILUSERS_PASSWORD_ENABLED = False

# Headers
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
PICTURES_FROM = list(filter(None, [engines.media_origin()]))  # the bucket, if there is one
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", *PICTURES_FROM],
        "font-src": [SELF],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    },
}
# Two parts of the site are not ours to write without inline code. No other host in either.
CSP_OF_PREFIX = {
    "/cms/": {
        **CONTENT_SECURITY_POLICY["DIRECTIVES"],
        "script-src": [SELF, UNSAFE_INLINE],
        "style-src": [SELF, UNSAFE_INLINE],
        "img-src": [SELF, "data:", "blob:", *PICTURES_FROM],
        "frame-src": [SELF],  # previews
        "frame-ancestors": [SELF],
    },
    "/quan-tri/": {
        **CONTENT_SECURITY_POLICY["DIRECTIVES"],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, UNSAFE_INLINE],
    },
}

WAGTAIL_SITE_NAME = SITE_NAME
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
TAGGIT_CASE_INSENSITIVE = True
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {
        "WIDGET": "wagtail.admin.rich_text.DraftailRichTextArea",
        "OPTIONS": {"features": ["bold", "italic", "ol", "ul", "link"]},
    }
}
WAGTAILIMAGES_IMAGE_MODEL = "cms.Picture"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp"]  # an SVG may carry a script
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 30_000_000
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "xlsx", "pptx", "odt", "ods", "csv", "txt", "zip"]
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILEMBEDS_FINDERS: list = []  # no third party's frame

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"},
        "json": {"()": "marketplace.logs.JsonFormatter"},
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    # Every page made or published is in its history; the log need not say it again.
    "loggers": {
        "wagtail": {"level": "WARNING"},
        # Each task as it is queued, begun and ended: the queue's age tells more.
        "django_tasks": {"level": "WARNING"},
        "django_tasks_db": {"level": "WARNING"},
    },
}

# Deep forms (stream fields) post many fields; anything past this is refused.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
