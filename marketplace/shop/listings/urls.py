"""Products, under the name Oscar gives them."""

app_name = "catalogue"
urlpatterns: list = []
