"""Areas: the producers' counter at /ban-hang/."""

from django.apps import AppConfig


class AreasConfig(AppConfig):
    name = "marketplace.areas"
    label = "areas"
    verbose_name = "Khu làm việc"
