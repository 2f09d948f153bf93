"""Finding an order again by its code and telephone number."""

app_name = "orders"
urlpatterns: list = []
