from django.db import models


class NoRows(models.Manager):
    def get_queryset(self):
        return super().get_queryset().none()


class PersonalData(models.Model):
    """Has no rows: carries the permission, and stands for a person in the audit log, unnamed."""

    objects = NoRows()

    class Meta:
        managed = False
        default_permissions = []
        permissions = [
            (
                "handle_personaldata",
                "Can see, give out and erase what is held of one person",
            )
        ]
        verbose_name = verbose_name_plural = "personal data"

    def __str__(self):
        return "One person’s data"
