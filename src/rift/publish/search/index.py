"""The search index: Pagefind's, of our records, in files that are the same bytes whenever the records are.

1. Pagefind's program is run as a service and told every record; its Python interface is not used, because that waits
   a tenth of a second for each answer.
2. Of its files only those are kept that the search page asks for; its own user interfaces are not.
3. Pagefind writes filters, and the values of a filter, in an order that changes from run to run, and names files by
   their contents. So those files are written again in order, and named by their contents again.
"""

from __future__ import annotations

import gzip
import json
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import chain
from pathlib import PurePosixPath
from queue import SimpleQueue
from threading import Thread
from typing import IO

from rift.diagnostics import Place, Problem, finding
from rift.publish.product import Bundle, Product, digest
from rift.publish.search.cbor import decode, encode
from rift.publish.search.page import listed, search_page
from rift.publish.search.records import Record, records, signature
from rift.publish.site import Site
from rift.publish.stylesheets import Stylesheets

FOLDER = "search"
LANGUAGE = "en"
SIGNATURE = b"pagefind_dcd"  # what every unpacked file of the index begins with
ENTRY = "pagefind-entry.json"
KEPT_FOLDERS = {"filter", "fragment", "index"}
KEPT = {ENTRY, "pagefind.js", "pagefind-worker.js", f"wasm.{LANGUAGE}.pagefind"}
ENDED = "it ended before it had answered"
FILTERS = 3  # place of the filters in the index's .pf_meta


def search_products(site: Site, sheets: Stylesheets, made_from: str) -> Iterator[Product | Bundle]:
    """The search page, its script and the files of the index. ``made_from``: digest of stylesheets and program."""
    script = (sheets.folder / "html" / "search.js").read_bytes()
    yield Product(("assets/search.js",), digest(script), lambda: (script,))
    names = map(listed, site.entities)
    yield Bundle(digest(made_from, FOLDER, signature(site), repr(site.menu), site.notice, *names), lambda: _page_and_index(site, sheets))


def _page_and_index(site: Site, sheets: Stylesheets) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of the search page, which lists what the records have, and of the files of the index."""
    found: list[Record] = []

    def seen() -> Iterator[Record]:
        for record in records(site):
            found.append(record)
            yield record
    yield from index_files(seen())
    page = search_page(site, found)
    yield page.href, sheets.apply("html/search.xsl", page.root, None)


def index_files(found: Iterable[Record]) -> list[tuple[str, bytes]]:
    """Path and bytes of each file of an index of these records, sorted; Pagefind reads the first while the next are found.
    Raises ``Problem`` PUB-020 if it fails."""
    answer = _ask(chain([{"type": "NewIndex", "config": {"force_language": LANGUAGE}}],
                        (_told(record, order) for order, record in enumerate(found)),
                        [{"type": "GetFiles", "index_id": 0}]))
    files = {file["path"]: b64decode(file["content"]) for file in answer["files"] if _is_kept(file["path"])}
    return sorted((f"{FOLDER}/{path}", data) for path, data in _in_order(files).items())


def _told(record: Record, order: int) -> dict:
    """A record as Pagefind is told of it. What stands in ``meta`` is searched too."""
    return {
        "type": "AddRecord", "index_id": 0, "language": LANGUAGE, "url": record.url, "content": record.content,
        "meta": {"names": record.names} if record.names else {}, "filters": record.filters, "sort": {"order": str(order)},
    }


def _is_kept(path: str) -> bool:
    return path in KEPT or PurePosixPath(path).parts[0] in KEPT_FOLDERS or path.endswith(".pf_meta")


# ---- Pagefind's program


def _ask(requests: Iterable[dict]) -> dict:
    """Send requests to the service, and return what it answers to the last."""
    try:
        with subprocess.Popen(_command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as service:
            heard: SimpleQueue[bytes] = SimpleQueue()
            listener = Thread(target=_listen, args=(service.stdout, heard))
            listener.start()
            sent = _send(service.stdin, requests)
            answers = _answers(heard, sent)
            service.stdin.close()  # there the service ends, and then the listener
            listener.join()
    except BrokenPipeError:
        raise _failed(ENDED) from None
    except OSError as error:
        raise _failed(error.strerror or str(error)) from None
    payloads = [json.loads(b64decode(answer))["payload"] for answer in answers]
    wrong = next((p for p in payloads if p["type"] == "Error"), None)
    if wrong or len(payloads) < sent:
        raise _failed(wrong["message"] if wrong else ENDED)
    return payloads[-1]


def _command() -> list[str]:
    try:
        from pagefind.service import get_executable
    except ImportError:
        raise _failed("it is not installed") from None
    program = get_executable()
    if program is None:
        raise _failed("its program is not installed")
    return [str(program), "--service"]


def _failed(reason: str) -> Problem:
    return Problem(finding("PUB-020", Place(), reason=reason))


def _packed(message: dict) -> bytes:
    return b64encode(json.dumps(message).encode()) + b","


def _send(pipe: IO[bytes], requests: Iterable[dict]) -> int:
    """Send every request; how many there were."""
    number = 0
    try:
        for number, request in enumerate(requests, 1):
            pipe.write(_packed({"message_id": number, "payload": request}))
        pipe.flush()
    except BrokenPipeError:
        pass  # it ended; the answers that are missing say so
    return number


def _listen(pipe: IO[bytes], heard: SimpleQueue[bytes]) -> None:
    """Pass on what the service says, and nothing at its end. Beside the sending, so that neither pipe runs full."""
    while data := pipe.read1():
        heard.put(data)
    heard.put(b"")


def _answers(heard: SimpleQueue[bytes], number: int) -> list[bytes]:
    """So many answers of the service, or fewer if it ends."""
    read, counted = [], 0
    while counted < number and (data := heard.get()):
        read.append(data)
        counted += data.count(b",")
    return b"".join(read).split(b",")[:-1]


# ---- the same bytes every time


def _in_order(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files with filters in order, under names that come from what they hold."""
    ordered = {path: data for path, data in files.items() if not path.endswith((".pf_filter", ".pf_meta", ENTRY))}
    (path, data), = ((path, data) for path, data in files.items() if path.endswith(".pf_meta"))
    meta = _unpacked(data)
    for entry in meta[FILTERS]:
        name, values = _unpacked(files[f"filter/{entry[1]}.pf_filter"])
        packed = _repacked([name, sorted([value, sorted(pages)] for value, pages in values)])
        entry[1] = _named(packed)
        ordered[f"filter/{entry[1]}.pf_filter"] = packed
    meta[FILTERS].sort()
    packed = _repacked(meta)
    ordered[f"pagefind.{_named(packed)}.pf_meta"] = packed
    language = json.loads(files[ENTRY])
    language["languages"][LANGUAGE]["hash"] = _named(packed)
    ordered[ENTRY] = json.dumps(language, separators=(",", ":"), sort_keys=True).encode()
    return ordered


def _unpacked(data: bytes) -> list:
    return decode(gzip.decompress(data).removeprefix(SIGNATURE))


def _repacked(values: Iterable) -> bytes:
    return gzip.compress(SIGNATURE + encode(list(values)), mtime=0)


def _named(packed: bytes) -> str:
    """Name of a file of the index: language and digest."""
    return f"{LANGUAGE}_{sha256(packed).hexdigest()[:10]}"
