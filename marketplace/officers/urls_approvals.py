"""The approvals queue at the officers' desk, and the word list behind its warnings."""

from django.urls import path

from .views import approvals, claim_words

urlpatterns = [
    path("", approvals.queue, name="approvals"),
    path("tu-ngu/", claim_words.index, name="claim_words"),
    path("tu-ngu/<int:pk>/het/", claim_words.end, name="claim_word_end"),
    path("<int:pk>/", approvals.show, name="approval"),
    path("<int:pk>/anh/", approvals.picture, name="approval_picture"),
    path("<int:pk>/duyet/", approvals.approve, name="approve"),
    path("<int:pk>/tra-lai/", approvals.send_back, name="send_back"),
]
