"""Who may do what at the editors' desk: editors write, moderators publish."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, Page, Task, Workflow

# Wagtail's own migrations make these two groups, with a workflow from one to the other.
EDITORS = "Editors"
MODERATORS = "Moderators"
_FIRST_WORKFLOW = "Moderators approval"


def prepare_groups() -> None:
    """Take from editors what Wagtail gives them everywhere; sections are granted one by one."""
    for name in (EDITORS, MODERATORS):
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.add(
            Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"),
            Permission.objects.get(codename="submit_translation"),
        )
    GroupPagePermission.objects.filter(group__name=EDITORS, page__depth=1).delete()
    Workflow.objects.filter(name=_FIRST_WORKFLOW).update(name="Duyệt trước khi đăng")
    Task.objects.filter(name=_FIRST_WORKFLOW).update(name="Người duyệt bài")


def let_editors_into(section: Page) -> None:
    """Let editors add and change pages of a section; publishing stays with moderators."""
    editors = Group.objects.get(name=EDITORS)
    wanted = Permission.objects.filter(
        content_type__app_label="wagtailcore", codename__in=["add_page", "change_page"]
    )
    for permission in wanted:
        GroupPagePermission.objects.get_or_create(
            group=editors, page=section, permission=permission
        )
