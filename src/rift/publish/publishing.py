"""Make the site and the texts of an edition in one folder."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from rift.diagnostics import Finding, Place, Problem, finding
from rift.model.resources import PACKAGE, PARTS, resource_folder
from rift.model.source import nearest
from rift.parallel import each
from rift.publish.audience.rights import rights_files, withheld_texts
from rift.publish.files import EditionFiles, load_edition, tei_paths
from rift.publish.folder import alone, keep, put, refuse_never_published, replacing, write
from rift.publish.manifest import NAME, Manifest, read_manifest
from rift.publish.memory import Memory
from rift.publish.product import Bundle, Product, digest
from rift.publish.site import Site, plan
from rift.publish.stylesheets import Stylesheets

Maker = Callable[[Site, Stylesheets, str], Iterator[Product | Bundle]]


def _maker(module: str, function: str) -> Maker:
    """What makes the products of a format. Its modules are loaded when it is asked for: a build of pages alone is done
    before those of the e-book are read."""
    return lambda *given: getattr(import_module(f"rift.publish.{module}"), function)(*given)


MAKERS: dict[str, Maker] = {  # what takes long first
    "text": _maker("text.editions", "text_products"),
    "html": _maker("html", "html_products"),
    "search": _maker("search.index", "search_products"),
    "epub": _maker("book.epub", "epub_products"),
    "tei": _maker("tei_files", "tei_products"),
    "cmif": _maker("metadata.cmif", "cmif_products"),
    "dts": _maker("metadata.dts", "dts_products"),
    "pdf": _maker("book.pdf", "pdf_products"),
}
FORMATS = tuple(MAKERS)
DESK = "desk"
AUDIENCES = (DESK, "public")
FOLDER_URL = re.compile(r"https?://[^\s/?#]+(/[^\s?#]*)?")
CHUNK = 6  # products that a worker takes at a time: enough to be worth asking for, few enough to end together
FEW = 20  # products of which a worker takes one at a time


@dataclass(frozen=True)
class Choices:
    """What the caller of ``publish`` may choose.

    ``strict``: an element that no template handles stops the build; else (foreign TEI) its text is shown. ``audience``:
    of ``AUDIENCES``; for the public, texts whose source does not welcome it are withheld, and a file that holds words
    of them stops the build. ``base_url``: where the folder will stand, for addresses that must be whole: without it there
    is no sitemap, the heads of pages leave their address out, and other addresses are relative.
    """

    strict: bool = True
    audience: str = DESK
    base_url: str = ""

    def __post_init__(self) -> None:
        if self.base_url and not self.base_url.endswith("/"):
            object.__setattr__(self, "base_url", f"{self.base_url}/")


@dataclass(frozen=True)
class PublishReport:
    """What stands in ``out``: HTML pages, all files, and how many of them this run had to make."""

    out: Path
    pages: int
    files: int
    made: int
    findings: tuple[Finding, ...] = ()


def publish(edition: Path, out: Path, formats: set[str], gate: Callable[[], None] = lambda: None, **choices) -> PublishReport:
    """Publish the edition whose root is ``edition`` into the folder ``out``, which is replaced as a whole.

    ``formats``: of ``FORMATS``; ``choices``: those of ``Choices``; ``gate`` is called when everything is made, before it
    takes the place of what is there. Only what changed is made again. Raises ``Problem``, or what ``gate`` raises, and
    then ``out`` is as it was.
    """
    refuse_wrong_use(edition, out, formats, **choices)
    out = out.resolve()  # of a link, the folder that it leads to
    with alone(out):
        return _publish(edition, out, formats, gate, Choices(**choices))


def refuse_wrong_use(edition: Path, out: Path, formats: set[str], **choices) -> None:
    """Raises ``Problem`` if ``publish`` would refuse what is asked for, whatever stands in the texts."""
    chosen = Choices(**choices)
    if chosen.audience not in AUDIENCES:
        raise Problem(finding("PUB-030", Place(), audience=chosen.audience, known=", ".join(AUDIENCES)), exit_code=2)
    if (url := choices.get("base_url")) and not FOLDER_URL.fullmatch(url):
        raise Problem(finding("PUB-012", Place(), url=url), exit_code=2)
    if not formats:
        raise Problem(finding("PUB-013", Place(), known=", ".join(FORMATS)), exit_code=2)
    for name in sorted(formats - set(FORMATS)):
        raise Problem(finding("PUB-007", Place(), format=name, nearest=nearest(name, FORMATS), known=", ".join(FORMATS)), exit_code=2)
    for part in PARTS:
        if out.resolve().is_relative_to((edition / part).resolve()):
            raise Problem(finding("PUB-011", Place(), folder=out, part=part), exit_code=2)
    refuse_never_published(out)


def _publish(edition: Path, out: Path, formats: set[str], gate: Callable[[], None], chosen: Choices) -> PublishReport:
    """Publish into ``out``, on which no other process works."""
    transforms = resource_folder("transforms", edition)
    program = digest(*_contents(transforms), *_contents(PACKAGE / "publish"))
    stated = (program, *sorted(formats), repr(chosen))
    inputs = digest(*stated, *_tei_contents(edition))
    old = read_manifest(out)
    if old.inputs == inputs and old.is_whole(out):
        gate()
        return _report(out, old, made=0)
    site = plan(_for_audience(load_edition(edition), chosen.audience), formats, chosen.base_url, Memory(old.found, program))
    if digest(*stated, *_tei_contents(edition)) != inputs:
        inputs = ""  # a file was changed while it was read: what is made is of either state, and known as of none
    products = list(_products(site, Stylesheets(transforms, chosen.strict), program))
    _refuse_same_path(products)

    def admit(fresh: Path) -> None:
        if site.edition.secret is not None:
            from rift.publish.audience.leaks import refuse_leaks

            refuse_leaks(fresh, site.edition.secret)
        gate()
    return _make(products, Manifest(inputs, found=site.memory.kept), old, out, admit)


def _for_audience(edition: EditionFiles, audience: str) -> EditionFiles:
    """What of the edition is shown."""
    if audience == DESK:
        return edition
    from rift.publish.audience.withhold import public_copy

    return public_copy(edition, withheld_texts(edition.root, [file.id for file in edition.texts]))


def _products(site: Site, sheets: Stylesheets, program: str) -> Iterator[Product | Bundle]:
    about = site.edition.about
    shown_everywhere = (site.base_url, *sorted(site.formats), about.digest if about else "")
    made_from = digest(program, str(sheets.strict), *shown_everywhere)
    for name, maker in MAKERS.items():
        if name in site.formats:
            yield from maker(site, sheets, made_from)


def _make(products: list[Product | Bundle], new: Manifest, old: Manifest, out: Path, admit: Callable[[Path], None]) -> PublishReport:
    """Write every product into a fresh folder, taking over the files of ``out`` (manifest: ``old``) that would be the same.
    The folder takes the place of ``out`` if ``admit`` raises nothing about it."""
    with replacing(out, {NAME, *old.files}) as fresh:
        due = []
        for product in products:
            paths = product.paths or old.made_from(product.digest)
            if paths and all(old.has(path, product.digest, out) for path in paths):
                for path in paths:
                    keep(f"{out}/{path}", f"{fresh}/{path}")  # paths as text: there are thousands
                    new.files[path] = old.files[path]
            else:
                due.append(product)
        made = _write_all(due, fresh, out)
        new.files |= made
        write(fresh / NAME, new.to_bytes())
        admit(fresh)
    return _report(out, new, len(made))


def _write_all(products: list[Product | Bundle], folder: Path, old: Path) -> dict[str, tuple[str, int]]:
    """Make every product, several at once, and write its files below ``folder``: their paths with digest and size. A file
    that has come out as it is in ``old`` is taken over.

    Bundles are begun first, for each takes long.
    """
    def make(number: int) -> dict[str, tuple[str, int]]:
        product = products[number]
        return {path: (product.digest, put(folder / path, data, old / path)) for path, data in product.files()}

    order = sorted(range(len(products)), key=lambda number: not isinstance(products[number], Bundle))
    made = each(make, order, min(CHUNK, 1 + len(products) // FEW))
    return {path: entry for number in range(len(products)) for path, entry in made[number].items()}


def _report(out: Path, manifest: Manifest, made: int) -> PublishReport:
    pages = sum(path.endswith(".html") for path in manifest.files)
    return PublishReport(out, pages, len(manifest.files), made)


def _refuse_same_path(products: list[Product | Bundle]) -> None:
    seen: set[str] = set()
    for path in (path for product in products for path in product.paths):
        if path in seen:
            raise Problem(finding("PUB-009", Place("tei"), path=path))
        seen.add(path)


def _tei_contents(edition: Path) -> Iterator[bytes]:
    """Names and bytes of the TEI files and of what says which texts may be shown."""
    try:
        for path in (*tei_paths(edition), *rights_files(edition)):
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
