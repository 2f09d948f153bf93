"""Pages about the producer itself; below the producer's address."""

from django.urls import path

from .views import inbox, members, papers, texts

urlpatterns = [
    path("hop-tin/", inbox.inbox, name="inbox"),
    path("hop-tin/da-doc/", inbox.mark_all_read, name="inbox_read_all"),
    path("hop-tin/<int:number>/", inbox.follow, name="inbox_follow"),
    path("noi-dung/", texts.index, name="texts_index"),
    path("noi-dung/<int:product>/", texts.texts, name="texts"),
    path("noi-dung/<int:product>/anh/", texts.picture, name="texts_picture"),
    path("noi-dung/<int:product>/anh/xem/", texts.preview, name="texts_preview"),
    path("noi-dung/<int:product>/buoc/", texts.step, name="texts_step"),
    path("giay-to/", papers.index, name="papers"),
    path("giay-to/them/", papers.add, name="add_paper"),
    path("giay-to/<int:paper>/thay/", papers.replace, name="replace_paper"),
    path("giay-to/<int:paper>/tep/", papers.file, name="paper_file"),
    path("thanh-vien/", members.index, name="members"),
    path("thanh-vien/<int:member>/", members.change, name="change_member"),
    path("thanh-vien/loi-moi/<int:invite>/thu-lai/", members.take_back, name="take_back_invite"),
]
