"""What crawlers may read."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from marketplace.shop.listings.addresses import absolute

PRIVATE = ("/gio-hang/", "/thanh-toan/", "/don-hang/", "/tai-khoan/")
ENGLISH = "/en"
WORK = ("/cms/", "/quan-tri/")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Public pages, and where their list is."""
    closed = [*WORK, *PRIVATE, *(ENGLISH + path for path in PRIVATE)]
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in closed)]
    lines += ["", f"Sitemap: {absolute('/sitemap.xml')}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
