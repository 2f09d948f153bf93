"""The register at the officers' desk."""

from django.urls import path

from .views import (
    decisions,
    entries,
    files,
    papers,
    producers,
    products,
    proposals,
    table_files,
    tables,
)

urlpatterns = [
    path("san-pham/", products.index, name="products"),
    path("san-pham/xuat.<str:kind>", files.products, name="products_file"),
    path("san-pham/<int:pk>/", products.show, name="product"),
    path("san-pham/<int:pk>/sua/", entries.change_product, name="change_product"),
    path("san-pham/<int:pk>/de-nghi/<str:kind>/", proposals.propose, name="propose"),
    path("chu-the/", producers.index, name="producers"),
    path("chu-the/xuat.<str:kind>", files.producers, name="producers_file"),
    path("chu-the/them/", entries.add_producer, name="add_producer"),
    path("chu-the/<int:pk>/", producers.show, name="producer"),
    path("chu-the/<int:pk>/giay-to/", papers.papers, name="papers"),
    path("giay-to/<int:pk>/tep/", papers.paper_file, name="paper_file"),
    path("chu-the/<int:pk>/sua/", entries.change_producer, name="change_producer"),
    path("chu-the/<int:pk>/san-pham/them/", entries.add_product, name="add_product"),
    path("quyet-dinh/", decisions.index, name="decisions"),
    path("quyet-dinh/cho/", decisions.waiting, name="decision"),
    path("quyet-dinh/xac-nhan/", decisions.confirm_many, name="confirm_many"),
    path("quyet-dinh/<int:pk>/", proposals.show, name="proposal"),
    path("quyet-dinh/<int:pk>/xac-nhan/", proposals.confirm, name="confirm"),
    path("quyet-dinh/<int:pk>/khong-dong-y/", proposals.refuse, name="refuse"),
    path("quyet-dinh/<int:pk>/rut/", proposals.withdraw, name="withdraw"),
    path("nhap/", tables.index, name="tables"),
    path("nhap/mau-<str:subject>.xlsx", table_files.form, name="table_form"),
    path("nhap/<int:pk>/", tables.show, name="table"),
    path("nhap/<int:pk>/can-sua.xlsx", table_files.to_mend, name="table_to_mend"),
    path("nhap/<int:pk>/ghi/", tables.apply, name="apply_table"),
    path("nhap/<int:pk>/hoan-lai/", tables.undo, name="undo_table"),
]
