"""The one table of pages."""

from __future__ import annotations

from django.urls import path

from symbiosis.web.health import health

urlpatterns = [
    path("health", health, name="health"),
]
