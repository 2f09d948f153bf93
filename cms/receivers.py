"""Held values are dropped when what they were made of changes."""

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished, post_page_move

from catalog.register.signals import register_changed

from . import selectors, versions
from .models import NewsPage, Picture, SiteSettings, StandardPage
from .signals import identity_changed


@receiver([post_save, post_delete], sender=SiteSettings)
@receiver([page_published, page_unpublished, post_page_move, post_delete], sender=StandardPage)
def drop_identity(**_kwargs) -> None:
    """Name, colour, address or a page of the foot changed."""
    versions.renew(selectors.IDENTITY)
    transaction.on_commit(lambda: identity_changed.send(sender=SiteSettings))


@receiver(register_changed)
def drop_figures(**_kwargs) -> None:
    """A product, producer or certificate changed."""
    versions.renew(selectors.FIGURES)


@receiver(page_published, sender=NewsPage)
def make_pictures(instance: NewsPage, **_kwargs) -> None:
    """Let no reader be the first to ask for a picture's size."""
    chosen = {instance.picture} | {
        block.value["picture"] for block in instance.body if block.block_type == "picture"
    }
    for picture in chosen:
        if isinstance(picture, Picture):
            picture.make_renditions()
