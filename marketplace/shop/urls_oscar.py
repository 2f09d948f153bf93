"""The names Oscar's models and dashboard ask for, each leading to a page of ours."""

urlpatterns: list = []
