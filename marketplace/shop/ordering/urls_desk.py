"""What the officers' desk shows of orders."""

from django.urls import path

from .views import handover

urlpatterns = [
    path("<int:point>/ban-giao/", handover.expected, name="point_handover"),
]
