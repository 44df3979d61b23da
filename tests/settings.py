"""The settings of a node, on a data folder that is gone when the tests are."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

_folder = tempfile.mkdtemp(prefix="symbiosis-tests-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
os.environ["SYMBIOSIS_DATA"] = _folder
os.environ.pop("SYMBIOSIS_PUBLIC_URL", None)

from symbiosis.node.settings import *  # noqa: E402, F403

# What `symbiosis up` prepares once for a node is not there in tests: plain names of static files.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# People's passwords are slow to guess on a node; a test has better things to do.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
