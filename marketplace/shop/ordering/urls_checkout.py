"""From the basket to the order."""

app_name = "checkout"
urlpatterns: list = []
