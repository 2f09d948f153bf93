"""The basket."""

app_name = "basket"
urlpatterns: list = []
