"""Papers and photographs for the few who may see them: no address leads to the files themselves.

The caller has asked who may look. Pictures that we wrote anew are shown; everything else is
handed over as a file and never opened on our own address.
"""

import posixpath

from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404

_SHOWN = {".jpg": "image/jpeg", ".png": "image/png", ".webp": "image/webp"}


def serve(file: FieldFile, *, name: str) -> FileResponse:
    """The file under a plain ``name`` without ending; Http404 when there is none."""
    if not file:
        raise Http404
    try:
        opened = file.storage.open(file.name)
    except FileNotFoundError as error:
        raise Http404 from error
    ending = posixpath.splitext(file.name)[1]
    kind = _SHOWN.get(ending)
    response = FileResponse(
        opened,
        as_attachment=kind is None,
        filename=f"{name}{ending}",
        content_type=kind or "application/octet-stream",
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "private, no-store"
    return response
