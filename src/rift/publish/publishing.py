"""Make the site and the texts of an edition in one folder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from importlib.resources import files
from pathlib import Path

from rift.diagnostics import Finding, Place, Problem, finding
from rift.model.resources import resource_folder
from rift.publish.files import load_edition, tei_paths
from rift.publish.folder import keep, refuse_foreign, replacing, write
from rift.publish.html import HtmlPages
from rift.publish.manifest import NAME, Manifest, read_manifest
from rift.publish.product import Product, digest
from rift.publish.site import Site, plan
from rift.publish.stylesheets import Stylesheets
from rift.publish.text import text_products

FORMATS = ("html", "text")


@dataclass(frozen=True)
class PublishReport:
    """What stands in ``out``: HTML pages, all files, and how many of them this run had to make."""

    out: Path
    pages: int
    files: int
    made: int
    findings: tuple[Finding, ...] = ()


def publish(edition: Path, out: Path, formats: set[str], *, strict: bool = True) -> PublishReport:
    """Publish the edition whose root is ``edition`` into the folder ``out``, which is replaced as a whole.

    ``formats``: of ``FORMATS``. ``strict``: an element that no template handles stops the build; else (foreign TEI) its
    text is shown. Only what changed is made again. Raises ``Problem``, and then ``out`` is as it was.
    """
    _refuse_unknown(formats)
    refuse_foreign(out)
    transforms = resource_folder("transforms", edition)
    program = digest(*_contents(transforms), *_contents(Path(str(files("rift.publish")))))
    inputs = digest(program, *sorted(formats), str(strict), *_tei_contents(edition))
    old = read_manifest(out) or Manifest()
    if old.inputs == inputs and old.is_whole(out):
        return _report(out, old, made=0)
    site = plan(load_edition(edition), formats)
    products = list(_products(site, Stylesheets(transforms, strict), program))
    _refuse_same_path(products)
    return _make(products, Manifest(inputs), old, out)


def _products(site: Site, sheets: Stylesheets, program: str) -> Iterator[Product]:
    made_from = digest(program, str(sheets.strict))
    if "html" in site.formats:
        yield from HtmlPages(site, sheets, made_from).products()
    if "text" in site.formats:
        yield from text_products(site, sheets, made_from)


def _make(products: list[Product], new: Manifest, old: Manifest, out: Path) -> PublishReport:
    """Write every product into a fresh folder, taking over the files that would be the same."""
    made = 0
    with replacing(out) as fresh:
        for product in products:
            if all(old.has(path, product.digest, out) for path in product.paths):
                for path in product.paths:
                    keep(out / path, fresh / path)
                    new.files[path] = old.files[path]
            else:
                made += len(product.paths)
                for path, data in zip(product.paths, product.make(), strict=True):
                    write(fresh / path, data)
                    new.files[path] = (product.digest, len(data))
        write(fresh / NAME, new.to_bytes())
    return _report(out, new, made)


def _report(out: Path, manifest: Manifest, made: int) -> PublishReport:
    pages = sum(path.endswith(".html") for path in manifest.files)
    return PublishReport(out, pages, len(manifest.files), made)


def _refuse_unknown(formats: set[str]) -> None:
    for name in sorted(formats - set(FORMATS)):
        nearest = (get_close_matches(name, FORMATS, 1, 0) or FORMATS)[0]
        raise Problem(finding("PUB-007", Place(), format=name, nearest=nearest, known=", ".join(FORMATS)), exit_code=2)


def _refuse_same_path(products: list[Product]) -> None:
    seen: set[str] = set()
    for path in (path for product in products for path in product.paths):
        if path in seen:
            raise Problem(finding("PUB-009", Place("tei"), path=path))
        seen.add(path)


def _tei_contents(edition: Path) -> Iterator[bytes]:
    """Names and bytes of the TEI files."""
    try:
        for path in tei_paths(edition):
            yield path.relative_to(edition).as_posix().encode()
            yield path.read_bytes()
    except OSError as error:
        raise Problem(finding("PUB-002", Place(path.relative_to(edition).as_posix()), reason=error.strerror)) from None


def _contents(folder: Path) -> Iterator[bytes]:
    """Names and bytes of the files of a folder and of its folders, sorted."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            yield path.relative_to(folder).as_posix().encode()
            yield path.read_bytes()
