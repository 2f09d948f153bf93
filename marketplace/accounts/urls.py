"""One's own account; sign-in itself is allauth's."""

urlpatterns: list = []
