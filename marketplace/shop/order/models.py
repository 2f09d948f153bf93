"""Oscar's order models as they are; the child order of a parcel is one of them."""

from oscar.apps.order.models import *
