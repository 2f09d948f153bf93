"""Named people with known rights, and a browser for each.

    people = Cast()
    browser = people.browser("binh")      # signed in, second step passed where needed
    browser.get("/tai-khoan/")

Nobody is made before somebody asks for them: ``people.binh`` makes Bình and her producer.
"""

import time
from datetime import timedelta
from functools import cached_property

from django.contrib.auth.models import Permission
from django.test import Client

from catalog.lib import clock
from marketplace.accounts.models import (
    BuyerMember,
    BuyerOrganisation,
    OfficerPost,
    OrganizerPost,
    ProducerMember,
    User,
)
from marketplace.accounts.services import enrol_totp, grant_editor
from tests.factories.register import CommuneFactory, ProducerFactory, ProvinceFactory

PASSWORD = "nuoc-mam-ca-com-1"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


class Cast:
    """Guest, An (buyer), Bình and Chi (producers A and B), Tư (helps Bình), Gói (packs for her),
    Dung (commune officer), Giang (provincial officer), Hạnh (organizer), Khánh (retailer),
    Lan (editor), Sáu (superuser)."""

    def person(self, name: str, **fields) -> User:
        """Somebody without any role."""
        email = fields.pop("email", f"{name}@example.vn")
        user = User.objects.create_user(
            email, PASSWORD, first_name=fields.pop("first_name", name.title()), **fields
        )
        if email:
            user.emailaddress_set.create(email=email, verified=True, primary=True)
        return user

    @cached_property
    def day(self):
        return clock.today() - timedelta(days=30)

    @cached_property
    def commune_a(self):
        return CommuneFactory()

    @cached_property
    def commune_b(self):
        ha_giang = ProvinceFactory(code="08", name="Tuyên Quang")
        return CommuneFactory(code="00691", name="Hà Giang 1", province=ha_giang)

    @cached_property
    def producer_a(self):
        return ProducerFactory(name="HTX Mẫu A", slug="htx-mau-a", commune=self.commune_a)

    @cached_property
    def producer_b(self):
        return ProducerFactory(name="HTX Mẫu B", slug="htx-mau-b", commune=self.commune_b)

    @cached_property
    def an(self) -> User:
        return self.person("an", first_name="Nguyễn Văn An")

    @cached_property
    def binh(self) -> User:
        return self._member("binh", self.producer_a)

    @cached_property
    def chi(self) -> User:
        return self._member("chi", self.producer_b)

    @cached_property
    def tu(self) -> User:
        return self._member("tu", self.producer_a, role="staff")

    @cached_property
    def goi(self) -> User:
        return self._member("goi", self.producer_a, role="packer")

    def _member(self, name: str, producer, *, role="owner") -> User:
        user = self.person(name)
        ProducerMember.objects.create(user=user, producer=producer, role=role, valid_from=self.day)
        return user

    @cached_property
    def dung(self) -> User:
        user = self.person("dung")
        OfficerPost.objects.create(
            user=user,
            province=self.commune_a.province,
            commune=self.commune_a,
            valid_from=self.day,
        )
        return user

    @cached_property
    def giang(self) -> User:
        user = self.person("giang")
        OfficerPost.objects.create(user=user, province=self.commune_a.province, valid_from=self.day)
        return user

    @cached_property
    def hanh(self) -> User:
        user = self.person("hanh")
        OrganizerPost.objects.create(user=user, body="Sở Công Thương mẫu", valid_from=self.day)
        return user

    @cached_property
    def khanh(self) -> User:
        user = self.person("khanh")
        shop = BuyerOrganisation.objects.create(name="Siêu thị Mẫu", is_sample=True)
        BuyerMember.objects.create(user=user, organisation=shop, valid_from=self.day)
        return user

    @cached_property
    def lan(self) -> User:
        user = self.person("lan")
        grant_editor(user, valid_from=self.day)
        return user

    @cached_property
    def partner_user(self) -> User:
        """Somebody with Oscar's partner right, who must get nothing by it."""
        user = self.person("phuc")
        user.user_permissions.add(Permission.objects.get(codename="dashboard_access"))
        return user

    @cached_property
    def sau(self) -> User:
        user = User.objects.create_superuser("sau@example.vn", PASSWORD, first_name="Sáu")
        user.emailaddress_set.create(email=user.email, verified=True, primary=True)
        return user

    def browser(self, name: str = "guest", *, second_step: bool = True) -> Client:
        """A browser of the person called ``name``, signed in; ``guest`` is not."""
        if name == "guest":
            return Client()
        return signed_in(getattr(self, name), second_step=second_step)


def signed_in(user: User, *, second_step: bool = True) -> Client:
    """A browser in which ``user`` is signed in, with the second step passed unless told not."""
    client = Client()
    client.force_login(user)
    if second_step:
        enrol_totp(user, SECRET)
        session = client.session
        record = {"method": "mfa", "type": "totp", "at": time.time(), "reauthenticated": True}
        session["account_authentication_methods"] = [record]
        session["account_authentication_methods_user"] = str(user.pk)
        session.save()
    return client
