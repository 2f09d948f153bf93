"""The basket, under the name Oscar gives it."""

from django.urls import path

from .views import basket

app_name = "basket"
urlpatterns = [
    path("", basket.summary, name="summary"),
    path("them/", basket.add, name="add"),
    path("sua/", basket.update, name="update"),
]
