"""One's own account; sign-in itself is allauth's."""

from django.urls import path

from .views import home, invites, links

urlpatterns = [
    path("", home.home, name="account_home"),
    path("hai-buoc/", home.second_step, name="account_second_step"),
    path("thiet-bi/dang-xuat/", home.end_sessions, name="account_end_sessions"),
    path("cap-duong-dan/", links.issue, name="account_issue_link"),
    path("mo/<str:token>/", links.open_link, name="account_open_link"),
    path("loi-moi/<str:token>/", invites.answer, name="account_invite"),
]
