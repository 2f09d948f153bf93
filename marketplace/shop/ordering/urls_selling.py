"""Parcels behind the counter; below the producer's address."""

from django.urls import path

from .views import counter

urlpatterns = [
    path("", counter.parcels, name="parcels"),
    path("soan-hang/", counter.picking, name="picking"),
    path("<str:number>/", counter.parcel, name="parcel"),
    path("<str:number>/buoc/", counter.move, name="move"),
    path("<str:number>/phieu/", counter.note, name="delivery_note"),
    path("<str:number>/nhan/", counter.label, name="parcel_label"),
]
