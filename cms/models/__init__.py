"""The showcase's tables: pages, pictures, the operator's settings."""

from .home import FeaturedProduct, HomePage
from .news import NewsIndexPage, NewsPage, NewsProduct
from .picture import Picture, PictureRendition
from .setting import SiteSettings
from .standard import StandardPage

__all__ = [
    "FeaturedProduct",
    "HomePage",
    "NewsIndexPage",
    "NewsPage",
    "NewsProduct",
    "Picture",
    "PictureRendition",
    "SiteSettings",
    "StandardPage",
]
