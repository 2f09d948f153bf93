"""Complaints at the officers' desk."""

from django.urls import path

from .views import desk

urlpatterns = [
    path("", desk.queue, name="complaints"),
    path("<str:code>/", desk.complaint, name="complaint"),
    path("<str:code>/anh/", desk.photo, name="complaint_photo"),
    path("<str:code>/quyet-dinh/", desk.decide, name="complaint_decide"),
    path("<str:code>/co-quan/", desk.authority, name="complaint_authority"),
]
