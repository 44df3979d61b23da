"""The WSGI entrance that granian serves."""

from __future__ import annotations

import os
import threading
import time

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "symbiosis.node.settings")
application = get_wsgi_application()


def _end_with(server: int) -> None:
    """End this worker once the server that started it is gone: a killed server leaves nothing that serves.

    Ending anywhere is safe: what was not committed is not there, what was acknowledged is.
    """
    while os.getppid() == server:
        time.sleep(0.5)
    os._exit(1)


if os.environ.get("SYMBIOSIS_SERVER") == str(os.getppid()):
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
