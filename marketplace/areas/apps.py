"""Areas: the producers' counter at /ban-hang/, the officers' desk at /can-bo/."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AreasConfig(AppConfig):
    name = "marketplace.areas"
    label = "areas"
    verbose_name = _("Khu làm việc")
