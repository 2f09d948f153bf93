"""Products, under the name Oscar gives them."""

from django.urls import path, re_path

from .views import age, products

app_name = "catalogue"
urlpatterns = [
    path("", products.product_list, name="index"),
    path("xac-nhan-tuoi/", age.answer_age, name="age"),
    # Oscar's own names, for its dashboard. No longer a number than a database's key may be.
    re_path(r"^(?P<product_slug>[\w-]*)_(?P<pk>\d{1,18})/$", products.old_address, name="detail"),
    re_path(
        r"^nhom/(?P<category_slug>[\w-]+(/[\w-]+)*)_(?P<pk>\d{1,18})/$",
        products.all_products,
        name="category",
    ),
    re_path(r"^bo-loc/(?P<slug>[\w-]+)/$", products.all_products, name="range"),
    path("<slug:slug>/", products.product_page, name="product"),
]
