"""Python as it is where only the verifier was installed: no Django, no server, nothing of a node."""

from __future__ import annotations

import importlib.metadata
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def lean_packages(folder: Path) -> Path:
    """A folder that holds just the distributions of requirements/verify.txt and our own source, as links."""
    names = re.findall(r"^([A-Za-z0-9_.-]+)==", (ROOT / "requirements/verify.txt").read_text(), re.MULTILINE)
    folder.mkdir()
    for name in dict.fromkeys(names):  # one of two versions, by Python
        try:
            files = importlib.metadata.distribution(name).files or []
        except importlib.metadata.PackageNotFoundError:
            continue  # for another system or Python than this one
        base = importlib.metadata.distribution(name).locate_file("")
        for top in {file.parts[0] for file in files if file.parts[0] not in ("..", "__pycache__")}:
            (folder / top).symlink_to(Path(str(base)) / top)
    (folder / "symbiosis").symlink_to(ROOT / "src" / "symbiosis")
    return folder


def lean(folder: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run `symbiosis` with these packages and no others."""
    start = (
        f"import sys; sys.path[:] = [p for p in sys.path if 'site-packages' not in p] + [{str(folder)!r}]\n"
        "try:\n    import django\nexcept ImportError:\n    pass\nelse:\n    sys.exit('Django is here')\n"
        f"sys.argv = {['symbiosis', *map(str, words)]!r}\n"
        "from symbiosis.node.main import main\nmain()\n"
    )
    return subprocess.run(
        [sys.executable, "-I", "-S", "-c", start], capture_output=True, text=True, timeout=120, check=False
    )
