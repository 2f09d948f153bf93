"""Making pages once: one that is there, moved, renamed or rewritten, is left alone."""

import uuid

from wagtail.models import Locale, Page

# Pages are known by a key made from their first name, whatever editors do with them later.
_SPACE = uuid.UUID("8b0f4f3a-41a5-4f2e-9d1c-0c0a5ce8b2d1")


def key_of(name: str) -> uuid.UUID:
    """The translation key of a demo page, the same in both languages."""
    return uuid.uuid5(_SPACE, name)


def found(kind: type[Page], name: str, locale: Locale) -> Page | None:
    """The demo page of that name, wherever it is now."""
    return kind.objects.filter(translation_key=key_of(name), locale=locale).first()


def plant(parent: Page, page: Page, *, name: str, locale: Locale) -> Page:
    """Publish a new page below its parent."""
    page.translation_key = key_of(name)
    page.locale = locale
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page
