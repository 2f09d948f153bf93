"""Where a change's picture lies until it is approved: out of everybody's reach."""

from django.core.files.storage import default_storage

from catalog.approvals.models import ProductEdit
from catalog.register import pictures
from catalog.register.models.paper import private_files

PREVIEW = "-640.webp"


def private_name(edit: ProductEdit, ending: str) -> str:
    """A cut picture of the change, before anybody approved it."""
    return f"edits/{edit.pk}/{edit.picture}{ending}"


def publish_files(edit: ProductEdit) -> None:
    """Copy the cut pictures to where the public page finds them; again does nothing."""
    for ending in pictures.PHOTOGRAPH_ENDINGS:
        with private_files().open(private_name(edit, ending)) as cut:
            pictures.keep(default_storage, edit.picture + ending, cut.read())


def forget_files(edit: ProductEdit) -> None:
    """Delete what was sent and what was cut of it."""
    storage = private_files()
    if edit.picture_file:
        storage.delete(edit.picture_file.name)
    if edit.picture:
        for ending in pictures.PHOTOGRAPH_ENDINGS:
            storage.delete(private_name(edit, ending))
