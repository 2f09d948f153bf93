"""A province that asks, a producer that gives, an officer who looks."""

import io
from datetime import timedelta

from PIL import Image

from catalog.lib import clock
from marketplace.shop.admission.models import Evidence
from marketplace.shop.admission.services.applying import open_application, submit
from marketplace.shop.admission.services.checklist import add_requirement
from marketplace.shop.admission.services.giving import check, give


def asks(province, code="ma-so-thue", **fields):
    """One line of the checklist, mandatory and in words unless told otherwise."""
    told = {
        "title": f"Yêu cầu {code}",
        "title_en": f"Requirement {code}",
        "wanted": "text",
        "valid_from": clock.today() - timedelta(days=10),
    }
    return add_requirement(province, code=code, **(told | fields))


def picture() -> io.BytesIO:
    """A small photograph, as a telephone would send it."""
    target = io.BytesIO()
    Image.new("RGB", (8, 8), "green").save(target, "JPEG")
    target.seek(0)
    target.name = "giay.jpg"
    return target


def sent_in(producer, *requirements, by=None):
    """An application with something given for each requirement."""
    application = open_application(producer, by=by)
    for requirement in requirements:
        upload = picture() if requirement.wants_file else None
        give(producer, requirement, text="0100109106", upload=upload, by=by)
    submit(application, by=by)
    return application


def accept(producer, requirement, *, by):
    """An officer looks at what lies there and says yes."""
    evidence = Evidence.objects.get(producer=producer, requirement=requirement)
    return check(evidence, revision=evidence.revision, accepted=True, by=by)
