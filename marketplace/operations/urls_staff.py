"""Parked work, behind the staff's door."""

from django.urls import path

from .views import parked

urlpatterns = [
    path("", parked.parked, name="parked"),
    path("thu/<int:pk>/", parked.send_again, name="parked_message"),
    path("viec/<uuid:pk>/", parked.run_again, name="parked_task"),
]
