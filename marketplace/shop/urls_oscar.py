"""The names Oscar's models and dashboard ask for, each leading to a page of ours.

Oscar's own shop pages, doors and account pages are not served at all. Where one of its
models or letters reverses a name, the name must exist: here it does, and it redirects.
"""

from django.urls import include, path
from django.views.generic import RedirectView


def to(name: str, *, query: bool = False) -> object:
    """A view that sends the visitor to the page called ``name``, whatever arguments came."""

    class To(RedirectView):
        pattern_name = name
        query_string = query

        def get_redirect_url(self, *args, **kwargs) -> str:  # noqa: ARG002
            return super().get_redirect_url()

    return To.as_view()


customer = [
    path("login/", to("account_login", query=True), name="login"),
    path("logout/", to("account_logout"), name="logout"),
    path("register/", to("account_signup"), name="register"),
    path("summary/", to("account_home"), name="summary"),
    path("profile/", to("account_home"), name="profile-view"),
    path("profile/edit/", to("account_home"), name="profile-update"),
    path("profile/delete/", to("account_home"), name="profile-delete"),
    path("change-password/", to("account_change_password"), name="change-password"),
    path("orders/", to("account_home"), name="order-list"),
    path("orders/<str:order_number>/", to("account_home"), name="order"),
    path("addresses/", to("account_home"), name="address-list"),
    path("emails/", to("account_home"), name="email-list"),
    path("alerts/", to("account_home"), name="alerts-list"),
    path("alerts/confirm/<str:key>/", to("account_home"), name="alerts-confirm"),
    path("alerts/cancel/key/<str:key>/", to("account_home"), name="alerts-cancel-by-key"),
    path("notifications/", to("account_home"), name="notifications-inbox"),
    path("wishlists/", to("account_home"), name="wishlists-list"),
    path("wishlists/<str:key>/", to("account_home"), name="wishlists-detail"),
]
search = [path("", to("catalogue:index", query=True), name="search")]
offers = [
    path("", to("catalogue:index"), name="list"),
    path("<slug:slug>/", to("catalogue:index"), name="detail"),
]
wishlists = [path("<str:key>/", to("account_home"), name="detail")]
password_reset = [
    path("", to("account_reset_password"), name="password-reset"),
    path("done/", to("account_reset_password"), name="password-reset-done"),
    path(
        "confirm/<str:uidb64>/<str:token>/",
        to("account_reset_password"),
        name="password-reset-confirm",
    ),
    path("complete/", to("account_login"), name="password-reset-complete"),
]

urlpatterns = [
    path("quan-tri/", include("marketplace.shop.dashboard.urls")),
    path("oscar/home/", RedirectView.as_view(url="/"), name="home"),
    path("oscar/accounts/", include((customer, "customer"))),
    path("oscar/search/", include((search, "search"))),
    path("oscar/offers/", include((offers, "offer"))),
    path("oscar/wishlists/", include((wishlists, "wishlists"))),
    path("oscar/password-reset/", include(password_reset)),
]
