"""Which static files of other packages this site takes over."""

import os
from collections.abc import Iterable, Iterator

from django.contrib.staticfiles.finders import AppDirectoriesFinder

# Oscar carries TinyMCE 7, which is GPL-2.0-or-later: we neither use nor hand it on.
LEFT_OUT = "oscar/js/tinymce"


class AppFinder(AppDirectoriesFinder):
    """The files of every app, without those below LEFT_OUT."""

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator:
        """Every file that collectstatic takes."""
        left_out = os.path.normpath(LEFT_OUT)
        for path, storage in super().list(ignore_patterns):
            if not os.path.normpath(path).startswith(left_out):
                yield path, storage

    def find(self, path: str, *args, **kwargs):
        """The file behind ``path``, if it is one of ours to serve."""
        if os.path.normpath(path).startswith(os.path.normpath(LEFT_OUT)):
            return []
        return super().find(path, *args, **kwargs)
