"""What a producer hears of its admission; the words stand on its page."""

from catalog.register.models import Producer

from .models import Suspension


def tell_producer(
    producer: Producer, kind: str, *, key: object, reason: str = "", about: Suspension | None = None
) -> None:
    """Put it into the producer's inbox, once there is one."""
