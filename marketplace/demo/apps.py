"""The demo's app; it has commands and jobs, and no tables."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Loads what a newcomer sees one minute after cloning."""

    name = "marketplace.demo"
    label = "demo"
    verbose_name = "dữ liệu mẫu"
