"""What a product's page tells machines: schema.org as JSON-LD, true to the page."""

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from catalog.register import rules as register_rules
from catalog.register.models import Certificate, Producer

from .addresses import absolute
from .selectors.product_screen import Pack, ProductScreen

_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def as_script(data: dict[str, Any]) -> SafeString:
    """JSON for a script element: no text in it can end the element."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    return mark_safe(written)  # noqa: S308 - escaped in the line above


def product_data(screen: ProductScreen, *, path: str, picture: str) -> dict[str, Any]:
    """Product, its maker, its offers if it is for sale, its recognition and how it stands."""
    product = screen.product
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Product",
        "name": screen.name.words,
        "url": absolute(path),
        "category": screen.set_name,
        "description": screen.summary.words or screen.name.words,
        "brand": {"@type": "Brand", "name": product.producer.display_name},
        "manufacturer": _organization(product.producer),
    }
    if picture:
        data["image"] = picture
    if product.gtin:
        data["gtin"] = product.gtin
    if product.code:
        data["productID"] = product.code
    if screen.certificate is not None:
        data["hasCertification"] = _certification(screen.certificate, is_valid=screen.gate_is_open)
    if screen.is_offered:
        offers = [_offer(pack, screen, path) for pack in screen.packs]
        data["offers"] = offers[0] if len(offers) == 1 else offers
    return data


def trail_data(items: list[tuple[str, str]]) -> dict[str, Any]:
    """The breadcrumbs; the last one is the page itself and has no address."""
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": str(label)}
            | ({"item": absolute(path)} if path else {})
            for place, (label, path) in enumerate(items, start=1)
        ],
    }


def producer_data(producer: Producer, *, path: str) -> dict[str, Any]:
    """The producer's page."""
    return {"@context": "https://schema.org", **_organization(producer), "url": absolute(path)}


def _organization(producer: Producer) -> dict[str, Any]:
    data: dict[str, Any] = {
        "@type": "Organization",
        "name": producer.display_name,
        "legalName": producer.name,
        "address": {
            "@type": "PostalAddress",
            "streetAddress": producer.street,
            "addressLocality": producer.commune.full_name if producer.commune else "",
            "addressRegion": producer.province.full_name,
            "addressCountry": "VN",
        },
    }
    if producer.tax_no:
        data["taxID"] = producer.tax_no
    if producer.phone:
        data["telephone"] = producer.phone
    return data


def _certification(certificate: Certificate, *, is_valid: bool) -> dict[str, Any]:
    state = "CertificationActive" if is_valid else "CertificationInactive"
    return {
        "@type": "Certification",
        "name": _("OCOP %(star)s sao") % {"star": certificate.star},
        "certificationIdentification": certificate.decision_no,
        "certificationStatus": f"https://schema.org/{state}",
        "issuedBy": {"@type": "Organization", "name": certificate.authority},
        "validFrom": certificate.issued_on.isoformat(),
        "expires": _last_day(certificate),
        "certificationRating": {
            "@type": "Rating",
            "ratingValue": certificate.star,
            "bestRating": 5,
        },
    }


def _offer(pack: Pack, screen: ProductScreen, path: str) -> dict[str, Any]:
    stock = "InStock" if pack.in_stock else "OutOfStock"
    return {
        "@type": "Offer",
        "name": pack.listing.pack,
        "sku": str(pack.listing.pk),
        "url": absolute(path),
        "price": str(pack.price),
        "priceCurrency": "VND",
        "priceValidUntil": _last_day(screen.certificate),
        "availability": f"https://schema.org/{stock}",
        "itemCondition": "https://schema.org/NewCondition",
        "seller": {"@type": "Organization", "name": screen.product.producer.name},
    }


def _last_day(certificate: Certificate) -> str:
    """With an extension, a revocation or a replacement that is decided but still to come."""
    return register_rules.last_valid_day(certificate.recognition).isoformat()
