"""Pages about the producer itself; below the producer's address."""

from django.urls import path

from .views import inbox

urlpatterns = [
    path("hop-tin/", inbox.inbox, name="inbox"),
    path("hop-tin/da-doc/", inbox.mark_all_read, name="inbox_read_all"),
    path("hop-tin/<int:number>/", inbox.follow, name="inbox_follow"),
]
