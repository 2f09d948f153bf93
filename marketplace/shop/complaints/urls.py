"""Complaints, for everybody."""

from django.urls import path

from .views import public

app_name = "complaints"
urlpatterns = [
    path("ve/<slug:slug>/", public.complain, name="complain"),
    path("<str:code>/", public.ticket, name="ticket"),
]
