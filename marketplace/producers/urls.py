"""Pages about the producer itself; below the producer's address."""

from django.urls import path

from .views import inbox, texts

urlpatterns = [
    path("hop-tin/", inbox.inbox, name="inbox"),
    path("hop-tin/da-doc/", inbox.mark_all_read, name="inbox_read_all"),
    path("hop-tin/<int:number>/", inbox.follow, name="inbox_follow"),
    path("noi-dung/", texts.index, name="texts_index"),
    path("noi-dung/<int:product>/", texts.texts, name="texts"),
    path("noi-dung/<int:product>/anh/", texts.picture, name="texts_picture"),
    path("noi-dung/<int:product>/anh/xem/", texts.preview, name="texts_preview"),
    path("noi-dung/<int:product>/buoc/", texts.step, name="texts_step"),
]
