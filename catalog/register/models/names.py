"""Names that are kept in two more forms: folded for search, and as part of an address."""

from django.db import models

from catalog.lib.vietnamese import fold, slug


class Named(models.Model):
    """A row with ``slug`` and ``folded``, which follow its name."""

    NAMES: tuple[str, ...] = ("name",)  # what is folded
    SLUG_WHEN_EMPTY = "ocop"  # for a name without any letter that a slug may have

    class Meta:
        abstract = True

    def save(self, *args, **kwargs) -> None:
        """Fold the names, and choose a free slug for a row that has none."""
        self.fold_names()
        if not self.slug:
            self.slug = self._free_slug()
        fields = kwargs.get("update_fields")
        if fields is not None and set(fields) & set(self.NAMES):
            kwargs["update_fields"] = {*fields, "folded"}
        super().save(*args, **kwargs)

    def fold_names(self) -> None:
        """What ``save`` does by itself; call it before ``bulk_create``."""
        size = self._meta.get_field("folded").max_length
        self.folded = fold(" ".join(getattr(self, field) for field in self.NAMES))[:size]

    def _free_slug(self) -> str:
        size = self._meta.get_field("slug").max_length - len("-9999")
        base = slug(self.name)[:size].strip("-") or self.SLUG_WHEN_EMPTY
        others = type(self).objects.filter(slug__startswith=base).exclude(pk=self.pk)
        taken = set(others.values_list("slug", flat=True))
        if base not in taken:
            return base
        return next(free for n in range(2, len(taken) + 3) if (free := f"{base}-{n}") not in taken)
