"""A province's tables and points, at the officers' desk."""

from django.urls import path

from .views import desk

urlpatterns = [
    path("", desk.delivery, name="delivery"),
    path("bang-phi/<str:province>/", desk.table, name="house_table"),
    path("bang-phi/<str:province>/bo/", desk.take_back, name="house_table_take_back"),
    path("diem/<str:province>/moi/", desk.open_a_point, name="open_point"),
    path("diem/<int:point>/", desk.point, name="point"),
]
