"""Places, producers, products and certificates."""

from datetime import date, timedelta

import factory
from factory.django import DjangoModelFactory

from catalog.lib import clock
from catalog.lib.vietnamese import fold
from catalog.places.models import Commune, Province
from catalog.register.enums import AuthorityLevel, ProducerKind
from catalog.register.models import Certificate, Producer, Product, ProductSet


class ProvinceFactory(DjangoModelFactory):
    """Lâm Đồng unless told otherwise."""

    class Meta:
        model = Province
        django_get_or_create = ("code",)

    code = "68"
    name = "Lâm Đồng"
    full_name = factory.LazyAttribute(lambda p: f"Tỉnh {p.name}")
    name_en = factory.LazyAttribute(lambda p: fold(p.name).title())
    unit_type = "Tỉnh"
    folded = factory.LazyAttribute(lambda p: fold(p.name))
    valid_from = date(2025, 7, 1)


class CommuneFactory(DjangoModelFactory):
    """Phường Phan Thiết unless told otherwise."""

    class Meta:
        model = Commune
        django_get_or_create = ("code",)

    code = "22918"
    name = "Phan Thiết"
    unit_type = "Phường"
    folded = factory.LazyAttribute(lambda c: fold(c.name))
    province = factory.SubFactory(ProvinceFactory)
    valid_from = date(2025, 7, 1)


class ProductSetFactory(DjangoModelFactory):
    """Set 11, tea, unless told otherwise."""

    class Meta:
        model = ProductSet
        django_get_or_create = ("set_no",)

    set_no = 11
    name = factory.LazyAttribute(lambda s: f"Bộ {s.set_no}")
    name_en = factory.LazyAttribute(lambda s: f"Set {s.set_no}")
    group_no = factory.SelfAttribute("set_no")
    group_name = factory.LazyAttribute(lambda s: f"Nhóm {s.group_no}")
    group_name_en = factory.LazyAttribute(lambda s: f"Group {s.group_no}")
    sector_code = "I"
    sector_name = "Thực phẩm"
    sector_name_en = "Food"
    ministry = "Bộ Nông nghiệp và Môi trường"


class ProducerFactory(DjangoModelFactory):
    """A plainly fictional cooperative."""

    class Meta:
        model = Producer

    name = factory.Sequence(lambda n: f"HTX Mẫu Số {n}")
    slug = factory.Sequence(lambda n: f"htx-mau-so-{n}")
    kind = ProducerKind.COOPERATIVE
    phone = "0900000000"
    street = "Thôn 1"
    province = factory.SelfAttribute("commune.province")
    commune = factory.SubFactory(CommuneFactory)
    is_sample = True


class ProductFactory(DjangoModelFactory):
    """A product without any recognition."""

    class Meta:
        model = Product

    name = factory.Sequence(lambda n: f"Chè Mẫu {n}")
    slug = factory.Sequence(lambda n: f"che-mau-{n}")
    producer = factory.SubFactory(ProducerFactory)
    product_set = factory.SubFactory(ProductSetFactory)
    is_sample = True


class CertificateFactory(DjangoModelFactory):
    """Four stars, in force today, with traits for each way it can end."""

    class Meta:
        model = Certificate

    class Params:
        expired = factory.Trait(
            expires_on=factory.LazyFunction(lambda: clock.today() - timedelta(1))
        )
        # Asked for anew each time: a test may set the day.
        ends_today = factory.Trait(
            expires_on=factory.LazyFunction(lambda: clock.today())  # noqa: PLW0108
        )
        revoked = factory.Trait(
            revoked_on=factory.LazyFunction(lambda: clock.today()),  # noqa: PLW0108
            revocation_ground="law_broken",
        )
        extended = factory.Trait(
            expires_on=factory.LazyFunction(lambda: clock.today() - timedelta(30)),
            extended_until=factory.LazyFunction(lambda: clock.today() + timedelta(60)),
        )

    product = factory.SubFactory(ProductFactory)
    star = 4
    decision_no = factory.Sequence(lambda n: f"{n}/QĐ-MẪU")
    authority = "UBND tỉnh Lâm Đồng"
    authority_level = AuthorityLevel.PROVINCE
    issued_on = factory.LazyFunction(lambda: clock.today() - timedelta(days=400))
    expires_on = factory.LazyFunction(lambda: clock.today() + timedelta(days=600))
