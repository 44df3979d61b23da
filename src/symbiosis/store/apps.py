"""The one Django app with tables of ours."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """Records and what stands around them."""

    name = "symbiosis.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"
