"""The small good edition, its broken copies (``broken.toml``), and the schema."""

from __future__ import annotations

import shutil
import tomllib
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
SCHEMA = HERE.parents[1] / "schema"
GOOD = HERE.parent / "cases" / "edition"


@dataclass(frozen=True)
class Broken:
    """One row of ``broken.toml``."""

    file: str
    replace: str
    put: str
    code: str
    on: str
    raw: int

    def text(self) -> str:
        good = (GOOD / self.file).read_text(encoding="utf-8")
        assert good.count(self.replace) == 1, f"{self.replace!r} stands {good.count(self.replace)} times in {self.file}"
        return good.replace(self.replace, self.put)

    def line(self) -> int:
        """The line that the finding must name: that of ``on``, else that of the change."""
        text = self.text()
        at = text.index(self.on) + len(self.on) - len(self.on.lstrip()) if self.on else self._change()
        return text.count("\n", 0, at) + 1

    def _change(self) -> int:
        return (GOOD / self.file).read_text(encoding="utf-8").index(self.replace)

    def copy_to(self, folder: Path) -> Path:
        shutil.copytree(GOOD, folder / "edition")
        (folder / "edition" / self.file).write_text(self.text(), encoding="utf-8")
        return folder / "edition"


def broken_cases() -> list[Broken]:
    rows = tomllib.loads((HERE / "broken.toml").read_text(encoding="utf-8"))["case"]
    return [Broken(r["file"], r["replace"], r["with"], r["code"], r.get("on", ""), r.get("raw", 0)) for r in rows]
