"""Oscar's dashboard, guarded; its own doors lead to ours."""

from django.apps import apps
from django.urls import path
from django.views.generic import RedirectView

from .gate import guard_all

app_name = "dashboard"
urlpatterns = [
    path("login/", RedirectView.as_view(pattern_name="account_login"), name="login"),
    path("logout/", RedirectView.as_view(pattern_name="account_logout"), name="logout"),
    *guard_all(apps.get_app_config("dashboard").get_urls(), without={"login", "logout"}),
]
