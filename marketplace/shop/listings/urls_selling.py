"""Goods behind the counter; below the producer's address."""

from django.urls import path

from .views import counter

urlpatterns = [
    path("", counter.goods, name="goods"),
    path("<int:listing>/", counter.change, name="change_pack"),
    path("<int:listing>/co-goi/", counter.measure, name="measure_pack"),
    path("them/<int:product>/", counter.add, name="add_pack"),
]
