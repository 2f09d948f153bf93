"""Held values are dropped when what they were made of changes."""

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from catalog.register.signals import register_changed

from . import selectors, versions
from .models import NewsIndexPage, NewsPage, Picture, SiteSettings, StandardPage
from .signals import identity_changed

PAGE_SIGNALS = (page_published, page_unpublished, post_page_move, post_delete)


@receiver([post_save, post_delete], sender=SiteSettings)
@receiver(PAGE_SIGNALS, sender=StandardPage)
@receiver(PAGE_SIGNALS, sender=NewsIndexPage)
def drop_identity(**_kwargs) -> None:
    """Name, colour, address or a page that every page names changed."""
    versions.renew(selectors.IDENTITY)
    transaction.on_commit(lambda: identity_changed.send(sender=SiteSettings))


@receiver(PAGE_SIGNALS)
def drop_tree(sender: type[Model], **_kwargs) -> None:
    """Some page came, went, moved or has new words."""
    if issubclass(sender, Page):
        versions.renew(selectors.TREE)


@receiver([post_save, post_delete], sender=Picture)
@receiver([post_save, post_delete], sender=PageViewRestriction)
def drop_lists(**_kwargs) -> None:
    """A picture that a list may show, or who may see a page, changed."""
    versions.renew(selectors.TREE)
    versions.renew(selectors.IDENTITY)


@receiver(register_changed)
def drop_figures(**_kwargs) -> None:
    """A product, producer or certificate changed."""
    versions.renew(selectors.FIGURES)


@receiver(page_published, sender=NewsPage)
def make_pictures(instance: NewsPage, **_kwargs) -> None:
    """Let no reader be the first to ask for a picture's size."""
    in_body = [one.value["picture"] for one in instance.body if one.block_type == "picture"]
    for picture in filter(None, [instance.picture, *in_body]):
        picture.make_renditions()
