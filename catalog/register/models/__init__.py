"""The register's tables, one file per noun."""

from .certificate import Certificate, RuleVersion
from .paper import Paper
from .producer import Producer
from .product import Product, ProductSet

__all__ = ["Certificate", "Paper", "Producer", "Product", "ProductSet", "RuleVersion"]
