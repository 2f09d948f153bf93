"""Uploaded and drawn pictures, where they lie on the local disk.

Only folders that are meant for everybody are served: a producer's papers lie in the same
storage and never leave it this way, and a new folder is private until it is named here.
"""

import posixpath

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve

PUBLIC_FOLDERS = frozenset({"products", "images"})
LOCAL = "django.core.files.storage.FileSystemStorage"
CACHE = "public, max-age=2592000"  # 30 days; Last-Modified answers the rest


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """One public file, or 404 for anything else, whether it exists or not."""
    clean = posixpath.normpath(path)
    if settings.STORAGES["default"]["BACKEND"] != LOCAL or not _is_public(clean):
        raise Http404
    response = serve(request, clean, document_root=settings.MEDIA_ROOT)
    response["Cache-Control"] = CACHE
    response["X-Content-Type-Options"] = "nosniff"
    return _without_body(response) if request.method == "HEAD" else response


def _without_body(response: HttpResponseBase) -> HttpResponse:
    """The same headers; a stream that nobody reads would be sent and dropped."""
    response.close()
    return HttpResponse(status=response.status_code, headers=dict(response.headers))


def _is_public(path: str) -> bool:
    folder, _, rest = path.partition("/")
    return folder in PUBLIC_FOLDERS and bool(rest) and "\0" not in rest
