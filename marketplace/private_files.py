"""Files that only some may see: never kept by a cache, never run as a page."""

from django.core.files.storage import Storage
from django.http import FileResponse, Http404
from django.utils.translation import gettext as _

TYPES = {
    "pdf": "application/pdf",
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
}


def image_response(storage: Storage, name: str) -> FileResponse:
    """A picture to be shown inside a page."""
    return _response(storage, name)


def download_response(storage: Storage, name: str, *, called: str) -> FileResponse:
    """A file to be saved under the name ``called`` and the stored file's own ending."""
    ending = name.rpartition(".")[2]
    return _response(storage, name, called=f"{called}.{ending}")


def _response(storage: Storage, name: str, *, called: str = "") -> FileResponse:
    if not storage.exists(name):
        raise Http404(_("Không có tệp này."))
    response = FileResponse(
        storage.open(name),
        as_attachment=bool(called),
        filename=called,
        content_type=TYPES.get(name.rpartition(".")[2], "application/octet-stream"),
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
