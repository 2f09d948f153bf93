"""Finding an order again by its code and telephone number."""

from django.urls import path

from .views import orders

app_name = "orders"
urlpatterns = [
    path("", orders.look_up, name="index"),
    path("cua-toi/", orders.mine, name="mine"),
    path("<str:code>/", orders.order, name="detail"),
    path("<str:code>/huy/<int:position>/", orders.cancel, name="cancel"),
]
