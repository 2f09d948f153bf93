"""The editors' desk: the product chooser, and a menu of what these people use."""

from wagtail import hooks

from .choosers import product_chooser

# Left out: guides to Wagtail itself, and tools that this site has elsewhere or not at all.
UNUSED_MENU_ITEMS = {"help", "forms", "snippets"}
UNUSED_REPORTS = {"page-types-usage", "workflow-tasks"}
UNUSED_SETTINGS = {"redirects-import", "workflow-tasks"}


@hooks.register("register_admin_viewset")
def register_product_chooser():
    """Offer the product chooser to forms and blocks."""
    return product_chooser


@hooks.register("construct_main_menu")
def leave_out_unused_items(request, menu_items) -> None:  # noqa: ARG001
    """Keep the main menu to what these people use."""
    menu_items[:] = [item for item in menu_items if item.name not in UNUSED_MENU_ITEMS]


@hooks.register("construct_reports_menu")
def leave_out_unused_reports(request, menu_items) -> None:  # noqa: ARG001
    """Keep the reports to what editors can act on."""
    menu_items[:] = [item for item in menu_items if item.name not in UNUSED_REPORTS]


@hooks.register("construct_settings_menu")
def leave_out_unused_settings(request, menu_items) -> None:  # noqa: ARG001
    """Keep the settings to what the operator changes."""
    menu_items[:] = [item for item in menu_items if item.name not in UNUSED_SETTINGS]
