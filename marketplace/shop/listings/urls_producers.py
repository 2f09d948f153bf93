"""Producers' public pages."""

app_name = "producers"
urlpatterns: list = []
