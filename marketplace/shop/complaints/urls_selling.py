"""Complaints behind the counter; below the producer's address."""

from django.urls import path

from .views import counter

urlpatterns = [
    path("", counter.complaints, name="complaints"),
    path("<str:code>/", counter.complaint, name="complaint"),
    path("<str:code>/anh/", counter.photo, name="complaint_photo"),
]
