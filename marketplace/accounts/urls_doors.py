"""Every other door to sign in by, or to set a password by, leads to ours.

Included before Wagtail's routes, whose own views at these addresses so never run.
"""

from django.urls import path, re_path
from django.views.generic import RedirectView


def to(name: str) -> object:
    """A redirect to the page called ``name`` that keeps ``?next=``."""
    return RedirectView.as_view(pattern_name=name, query_string=True)


class ToPasswordReset(RedirectView):
    """Wherever a reset letter of another package would lead, ours is asked for anew."""

    pattern_name = "account_reset_password"

    def get_redirect_url(self, *args, **kwargs) -> str:  # noqa: ARG002
        """The address without whatever key came."""
        return super().get_redirect_url()


urlpatterns = [
    path("cms/login/", to("account_login")),
    path("cms/logout/", to("account_logout")),
    re_path(r"^cms/password_reset/(?P<rest>.*)$", ToPasswordReset.as_view()),
    re_path(r"^(?:en/)?_util/login/$", to("account_login")),
]
