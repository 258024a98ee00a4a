"""Who reports whom: all statements of the texts by the hands they came through, as one drawing and as a table.

The drawing, from left to right: who is quoted by a speaker, who speaks, who reports it, who translated, who published.

1. A statement is a turn, a piece of direct speech, or a document that the header gives to a speaker or sender.
2. Hands of the same name in the same column are one node, as high as the number of statements that pass through it. Of
   those who speak or are quoted, nodes with fewer than ``FEW`` statements are drawn together for each reporter.
3. Nodes stand in the order of the texts, then the fuller ones first; a band joins two nodes for the statements that pass
   from one to the other, and leaves and arrives in the order of the nodes at its other end.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from rift.publish.envelope import Envelope, contents_href
from rift.publish.files import TeiFile
from rift.publish.labels import text_name
from rift.publish.metadata.head import describe_page
from rift.publish.pages import DOCUMENTS
from rift.publish.site import EVENTS
from rift.publish.synopsis.chains import SPOKEN, Hand
from rift.publish.synopsis.shared import Synopsis, add_chain, add_hand
from rift.publish.words import TEI

REPORTS_HREF = f"{EVENTS}reports.html"
VOICES = {"quoted", "speaker", "sender"}  # roles of those whose words they are
FEW = 5
COLUMNS = (4, 200, 500, 690, 890)  # x of quoted, speaker, reporter, translator, publisher
WIDTH, NODE, SCALE, ROOM = 1100, 8, 0.55, 15  # of the drawing and a node; height of a statement; least room of a node
TOP = 28
LABEL = 44  # characters
COLUMN_OF = {"quoted": 0, "speaker": 1, "sender": 1, "translator": 3, "publisher": 4}
HEADINGS = ("quoted", "speaker or sender", "reported by", "translated by", "published by")


@dataclass(eq=False)
class Node:
    """A hand in a column. ``order``: the first text that has it; ``y``: its top."""

    column: int
    label: str
    order: int
    count: int = 0
    y: float = 0
    used: dict[str, float] = field(default_factory=lambda: {"left": 0.0, "right": 0.0})

    @property
    def height(self) -> float:
        return max(self.count * SCALE, 1.5)


Chain = tuple[Hand, ...]


def chains_envelope(synopsis: Synopsis) -> Envelope:
    """The page of the drawing and the table."""
    envelope = Envelope(synopsis.site, REPORTS_HREF, "reports")
    describe_page(envelope, synopsis.site, "Who reports whom", "WebPage")
    counts = {file: Counter(statements(file, synopsis)) for file in synopsis.site.edition.texts}
    _draw(envelope, counts)
    for file, chains in counts.items():
        text = envelope.link("text", contents_href(file), label=file.short_title, count=str(chains.total()))
        for way, voices in _ways(chains).items():
            element = envelope.add("way", text)
            add_chain(envelope, way, element)
            most = max(voices.values())
            for voice, count in sorted(voices.items(), key=lambda entry: (-entry[1], [hand.name for hand in entry[0]])):
                row = envelope.add("row", element, count=str(count), share=f"{100 * count / most:.3g}")
                for hand in voice:
                    add_hand(envelope, "by", hand, row)
    return envelope


def _ways(chains: Counter[Chain]) -> dict[Chain, Counter[Chain]]:
    """For each way by which statements came to the reader, the voices whose they are, with their number."""
    ways: dict[Chain, Counter[Chain]] = defaultdict(Counter)
    for chain, count in chains.items():
        spoken = sum(hand.role in VOICES for hand in chain)  # they stand first
        ways[chain[spoken:]][chain[:spoken]] += count
    return dict(sorted(ways.items(), key=lambda entry: -entry[1].total()))


def statements(file: TeiFile, synopsis: Synopsis) -> Iterator[Chain]:
    """The chain of each statement of a text."""
    for element in file.text.iter(*SPOKEN, f"{TEI}div") if file.text is not None else ():
        if element.tag != f"{TEI}div" or element.get("type") in DOCUMENTS:
            voices = synopsis.chains.voices(file, element)
            if voices:
                yield (*voices, *synopsis.chains.reporters(file))


def _draw(envelope: Envelope, counts: dict[TeiFile, Counter]) -> None:
    nodes, bands = _graph(counts)
    columns = [sorted((n for n in nodes if n.column == c), key=lambda n: (n.order, -n.count, n.label)) for c in range(len(COLUMNS))]
    height = max(_stack(column) for column in columns)
    for column in columns:
        shift = (height - _stack(column)) / 2 if column and column[0].column > 1 else 0
        for node in column:
            node.y += shift
    diagram = envelope.add("diagram", width=str(WIDTH), height=f"{height:g}")
    for x, heading in zip(COLUMNS, HEADINGS, strict=True):
        envelope.add("heading", diagram, x=str(x), label=heading)
    for (left, right), count in sorted(bands.items(), key=lambda band: (band[0][0].column, band[0][0].y, band[0][1].y)):
        label = f"{left.label} → {right.label}: {count}"
        envelope.add("band", diagram, d=_band(left, right, count), label=label)
    for node in (node for column in columns for node in column):
        label = f"{node.label if len(node.label) <= LABEL else node.label[:LABEL].rstrip() + '…'} {node.count}"
        envelope.add("node", diagram, x=str(COLUMNS[node.column]), y=f"{node.y:g}", width=str(NODE), height=f"{node.height:g}",
                     text_x=str(COLUMNS[node.column] + NODE + 4), text_y=f"{node.y + node.height / 2 + 4:g}", label=label)


def _graph(counts: dict[TeiFile, Counter]) -> tuple[list[Node], dict[tuple[Node, Node], int]]:
    """Nodes with their counts, and how many statements pass between two."""
    fullness = Counter()
    placed = [
        (order, text_name(file), _placed(chain), count)
        for order, (file, chains) in enumerate(counts.items()) for chain, count in chains.items()
    ]
    for _, _, hands, count in placed:
        for column, hand in hands:
            fullness[column, hand.name] += count
    nodes: dict[tuple[int, str, str], Node] = {}
    bands: dict[tuple[Node, Node], int] = defaultdict(int)
    for order, text, hands, count in placed:
        path = []
        for column, hand in hands:
            is_few = column < 2 and fullness[column, hand.name] < FEW
            label = f"others in {text}" if is_few else hand.name
            whose = text if label.startswith("unnamed") else ""  # another one in each text
            node = nodes.setdefault((column, label, whose), Node(column, label, order))
            node.count += count
            path.append(node)
        for left, right in pairwise(path):
            bands[left, right] += count
    return list(nodes.values()), bands


def _placed(chain: Chain) -> list[tuple[int, Hand]]:
    """Each hand with its column; a column holds one hand, of several who are quoted the first."""
    placed: dict[int, Hand] = {}
    for hand in chain:
        placed.setdefault(COLUMN_OF.get(hand.role, 2), hand)
    return sorted(placed.items(), key=lambda entry: entry[0])


def _stack(column: list[Node]) -> float:
    """Put the nodes of a column under each other; gives the height that they take."""
    y = TOP
    for node in column:
        node.y = y + max(0, ROOM - node.height) / 2
        y += max(node.height, ROOM) + 3
    return y


def _band(left: Node, right: Node, count: int) -> str:
    """The path of a band; its ends are taken up in the nodes."""
    thick = max(count * SCALE, 0.6)
    x1, x2 = COLUMNS[left.column] + NODE, COLUMNS[right.column]
    y1, y2 = left.y + left.used["right"], right.y + right.used["left"]
    left.used["right"] += count * SCALE
    right.used["left"] += count * SCALE
    middle = (x1 + x2) / 2
    there = f"M{x1} {y1:.1f}C{middle:g} {y1:.1f} {middle:g} {y2:.1f} {x2} {y2:.1f}"
    return f"{there}v{thick:.1f}C{middle:g} {y2 + thick:.1f} {middle:g} {y1 + thick:.1f} {x1} {y1 + thick:.1f}z"
