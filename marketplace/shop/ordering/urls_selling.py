"""Parcels behind the counter; below the producer's address."""

from django.urls import path

from .views import counter, handover, money

urlpatterns = [
    path("", counter.parcels, name="parcels"),
    path("soan-hang/", counter.picking, name="picking"),
    path("ban-giao/", handover.bring, name="handover"),
    path("tien/", money.waiting, name="money"),
    path("<str:number>/tien/", money.parcel_money, name="parcel_money"),
    path("<str:number>/tien/ghi-nham/<int:record>/", money.correct, name="correct_money"),
    path("<str:number>/tien/<str:mark>/", money.mark, name="mark_money"),
    path("<str:number>/", counter.parcel, name="parcel"),
    path("<str:number>/buoc/", counter.move, name="move"),
    path("<str:number>/phieu/", counter.note, name="delivery_note"),
    path("<str:number>/nhan/", counter.label, name="parcel_label"),
]
