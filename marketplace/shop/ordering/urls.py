"""Finding an order again by its code and telephone number."""

from django.urls import path

from .views import orders

app_name = "orders"
urlpatterns = [
    path("", orders.look_up, name="index"),
    path("cua-toi/", orders.mine, name="mine"),
    path("<str:code>/", orders.order, name="detail"),
    path("<str:code>/huy/<int:position>/", orders.cancel, name="cancel"),
    path("<str:code>/da-chuyen/<int:position>/", orders.said_paid, name="said_paid"),
    path("<str:code>/ma-vietqr/<int:position>.png", orders.transfer_picture, name="picture"),
]
