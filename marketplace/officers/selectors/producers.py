"""The producers of an officer's places."""

from django.db.models import Count, Q, QuerySet

from catalog.lib.vietnamese import fold
from catalog.register.models import Producer, Product


def found(producers: QuerySet[Producer], words: str) -> QuerySet[Producer]:
    """Those whose name, tax number or telephone has all the words."""
    for word in fold(words).split():
        producers = producers.filter(
            Q(folded__contains=word) | Q(tax_no__startswith=word) | Q(phone__startswith=word)
        )
    return producers.select_related("commune", "province")


def count_products(producers: list[Producer]) -> list[tuple[Producer, int]]:
    """Each with how many products it has; one query for all."""
    keys = [producer.pk for producer in producers]
    counted = dict(
        Product.objects.filter(producer__in=keys)
        .order_by()
        .values_list("producer")
        .annotate(Count("pk"))
    )
    return [(producer, counted.get(producer.pk, 0)) for producer in producers]
