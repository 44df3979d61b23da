"""The one Django app with tables of ours."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """Records and what stands around them."""

    name = "symbiosis.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """When somebody signed in last is nobody's business: Django's own note of it is switched off."""
        from django.contrib.auth.models import update_last_login
        from django.contrib.auth.signals import user_logged_in

        user_logged_in.disconnect(update_last_login, dispatch_uid="update_last_login")
