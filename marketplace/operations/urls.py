"""Long jobs of whoever is signed in."""

from django.urls import path

from .views import jobs

app_name = "jobs"
urlpatterns = [
    path("", jobs.mine, name="mine"),
    path("<uuid:pk>/", jobs.detail, name="detail"),
    path("<uuid:pk>/dung/", jobs.cancel, name="cancel"),
    path("<uuid:pk>/lam-lai/", jobs.again, name="again"),
]
