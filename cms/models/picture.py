"""Uploaded pictures: stripped of what the camera wrote, with renditions made beforehand."""

from django.core.files.base import ContentFile
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.images.models import AbstractImage, AbstractRendition, Filter
from wagtail.images.models import Image as WagtailImage

from catalog.lib.uploads import clean_upload

# Every picture has all of these from its upload on; no visitor waits for one.
SIZES = {
    "teaser": "fill-640x400|format-webp",
    "phone": "width-640|format-webp",
    "wide": "width-1200|format-webp",
    "shared": "fill-1200x630|format-jpeg",  # Open Graph
    "logo": "max-320x96|format-png",
    "admin": "max-165x165",  # Wagtail's own listings
}


class Picture(AbstractImage):
    """One uploaded picture."""

    credit = models.CharField(_("tác giả, nguồn ảnh"), max_length=120, blank=True)

    admin_form_fields = (*WagtailImage.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("hình ảnh")
        verbose_name_plural = pgettext_lazy("plural", "hình ảnh")

    def save(self, *args, **kwargs) -> None:
        """Store a new file without its metadata, then make every rendition."""
        is_new_file = bool(self.file) and not self.file._committed  # noqa: SLF001
        if is_new_file:
            self.file = ContentFile(clean_upload(self.file).content, name=self.file.name)
            self._set_image_file_metadata()
        super().save(*args, **kwargs)
        if not kwargs.get("update_fields"):
            self.make_renditions()

    def make_renditions(self) -> None:
        """Make those of the fixed renditions that are missing (new file, new focal point)."""
        self.get_renditions(*SIZES.values())

    def size(self, name: str) -> "PictureRendition":
        """One of the fixed renditions, by its name in ``SIZES``.

        All of them are read with one query, where Wagtail's own way writes to the cache
        for each; one that somebody removed is made again.
        """
        spec = SIZES[name]
        key = Filter(spec).get_cache_key(self)
        for rendition in self._read_renditions:
            if (rendition.filter_spec, rendition.focal_point_key) == (spec, key):
                return rendition
        return self.get_rendition(spec)

    @cached_property
    def _read_renditions(self) -> list["PictureRendition"]:
        return list(self.renditions.all())


class PictureRendition(AbstractRendition):
    """One size of a picture."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        verbose_name = _("bản cỡ")
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"],
                name="rendition_once_per_picture_and_size",
            )
        ]
