"""Admission at the officers' desk."""

from django.urls import path

from .views import checklist, desk

urlpatterns = [
    path("", desk.queue, name="admission"),
    path("danh-muc/", checklist.checklist, name="checklist"),
    path("danh-muc/<str:province>/", checklist.checklist, name="checklist"),
    path("danh-muc/<str:province>/mau/", checklist.start, name="checklist_start"),
    path("danh-muc/<str:province>/<int:requirement>/het/", checklist.end, name="checklist_end"),
    path("chu-the/<slug:producer>/", desk.case, name="admission_case"),
    path("chu-the/<slug:producer>/duyet/", desk.approve, name="admission_approve"),
    path("chu-the/<slug:producer>/tra-lai/", desk.send_back, name="admission_return"),
    path("chu-the/<slug:producer>/ngung/", desk.suspend, name="admission_suspend"),
    path("chu-the/<slug:producer>/cho-ban-lai/", desk.lift, name="admission_lift"),
    path("chu-the/<slug:producer>/muc/<int:requirement>/", desk.check, name="admission_check"),
    path("chu-the/<slug:producer>/muc/<int:requirement>/tep/", desk.file, name="admission_paper"),
]
