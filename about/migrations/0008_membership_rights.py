"""Gives the group that answers enquiries its rights, on sites that have the group already."""

from django.apps.registry import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

MEMBERSHIP = "Membership"
RIGHTS = [
    ("about", "view_enquiry"),
    ("about", "delete_enquiry"),
    ("psgsite", "handle_personaldata"),
]


def give_rights(apps, schema_editor):
    group = apps.get_model("auth", "Group").objects.filter(name=MEMBERSHIP).first()
    if group is None:
        return
    # Django itself makes them only after the last migration.
    for label in {label for label, _ in RIGHTS}:
        create_permissions(installed.get_app_config(label), verbosity=0, apps=apps)
    permissions = apps.get_model("auth", "Permission").objects
    for label, codename in RIGHTS:
        group.permissions.add(
            permissions.get(content_type__app_label=label, codename=codename)
        )


class Migration(migrations.Migration):
    dependencies = [
        ("about", "0007_joining_form"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("psgsite", "0013_personal_data"),
    ]

    operations = [migrations.RunPython(give_rights, migrations.RunPython.noop)]
