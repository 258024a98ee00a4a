"""Invented prose from word lists and a small grammar: a memoir of a harbour town that never was."""

from __future__ import annotations

from random import Random

NOUNS = """anchor archive assembly autumn balance barrel basket beacon bell boat bread bridge budget cabin captain cargo
carpenter chair channel charter clerk cloud coast committee contract copper council cousin customs danger daughter
delegation departure dinner discussion district doctor document engineer evening factory family ferry fever fisherman
flag forest garden gesture governor grain guard guest harbour harvest history horizon hospital island journey kitchen
ladder lantern lawyer letter lighthouse manager market meadow meeting merchant message minister mirror mountain
navigator neighbour opinion orchard package paper parliament passenger pattern payment pilot platform pocket portrait
promise quarrel question railway record reporter resolution river rumour sailor schedule secretary servant session
shepherd shoulder signal silence storm summer supper surgeon table telegram tenant theatre thunder tobacco traveller
treasury valley vessel village violin visitor voyage warehouse weather widow window winter witness""".split()
ADJECTIVES = """ancient bitter broken careful certain cheerful clever common curious dangerous distant empty familiar
foreign former friendly general generous gentle heavy honest humble important impossible narrow nervous northern
obvious official ordinary patient peculiar pleasant practical private reasonable remarkable secret serious silent
simple southern splendid stubborn sudden terrible unexpected useful various western wonderful""".split()
VERBS = """accepted admired answered approached arranged attacked avoided believed borrowed carried collected concealed
considered counted delivered demanded described discovered divided examined expected explained finished followed
forgot guarded imagined improved inherited interrupted inspected mentioned noticed observed ordered persuaded praised
prepared presented produced promised protected received recommended refused remembered repaired reported returned
signed studied supported suspected surrounded translated understood visited watched welcomed""".split()
ADVERBS = """afterwards/already/always/carefully/certainly/directly/eagerly/finally/frequently/gradually/immediately/in
the end/later on/meanwhile/naturally/never/openly/patiently/perhaps/probably/quickly/quietly/rarely/secretly/slowly/
suddenly/the next day/usually""".replace("\n", " ").replace("/ ", "/").split("/")
NAMES = "Brook Dene Lind Olsen Harding Vesper Marlow Tamsin Corvin Ashby Rendel Selmer Quillon Farrow".split()
PLACES = "Eastport Norhaven Saltmere Greywater Millbrook Westerby Sandholm".split()
# Hyphens that belong to the word.
COMPOUNDS = """half-hearted well-known long-lasting north-eastern far-reaching ill-tempered harbour-master lamp-keeper
ship-owner anti-storm semi-official ready-made hard-working out-of-date newly-built""".split()
SYLLABLES = "bal cor der fen gal her lin mar nol per ran sel tor vin wes".split()
FOREIGN = "kaprani zelvo morsk tarriba oluna prestvo dalkim sorrenu vantra bessil".split()
MEANINGS = """a small boat; good evening; the old harbour tax; a dish of fish and beans; thank you, friends; the night
watch; a fool; come in and sit down; a measure of grain; silence""".replace("\n", " ").split("; ")
JOINS = ("and", "and", "and", "but", "but", "while", "although", "so that", "before", "because", "as if", "which meant that")
# How often, as in the memoir, a sentence has so many clauses after its first, a narrative paragraph so many sentences.
JOINED_CLAUSES = (0, 0, 0, 1, 1, 1, 2, 2, 3, 4)
PARAGRAPH_SENTENCES = (1,) * 6 + (2,) * 6 + (3,) * 4 + (4,) * 3 + (5,) * 2 + (6, 7)
TITLES = ("THE WINTER OF THE LONG NIGHTS", "A QUARREL OVER DUES AND WHAT FOLLOWED FROM IT IN THE SPRING", "GUESTS FROM THE NORTH",
          "THE LETTER", "HOW THE COUNCIL OF THE TOWN DIVIDED THE HARVEST OF THE ISLANDS", "DEPARTURE", "A SUMMER OF RUMOURS",
          "THE CAPTAIN’S DEBT", "TWO MEETINGS AND A FUNERAL", "WHAT THE MERCHANTS OF EASTPORT WANTED FROM US, AND WHAT THEY GOT",
          "A NIGHT OF FOG", "THE OTHER SIDE OF THE HARBOUR", "RETURN TO THE LIGHTHOUSE")


class Writer:
    """Writes sentences, speeches and paragraphs; equal seeds write equal books."""

    def __init__(self, random: Random):
        self.random = random

    def pick(self, words: list[str] | tuple[str, ...]) -> str:
        return self.random.choice(words)

    def noun(self) -> str:
        """A noun; one in twenty-five stands in this book only once."""
        if self.random.random() > 0.04:
            return self.pick(NOUNS)
        return "".join(self.pick(SYLLABLES) for _ in range(self.random.randint(3, 4)))

    def compound(self) -> str:
        """A word with a hyphen of its own; one in ten stands in this book only once."""
        return self.pick(COMPOUNDS) if self.random.random() > 0.1 else f"{self.pick(NOUNS)}-{self.pick(NOUNS)}"

    def thing(self) -> str:
        kind = self.random.random()
        noun = self.noun()
        if kind < 0.35:
            return f"the {noun}"
        if kind < 0.65:
            return f"the {self.pick(ADJECTIVES)} {noun}"
        if kind < 0.72:
            return f"the {self.compound()} {noun}"
        if kind < 0.82:
            return f"the {noun} of {self.pick(PLACES)}"
        if kind < 0.92:
            return f"our {noun}"
        return f"every {self.pick(ADJECTIVES)} {noun}"

    def who(self) -> str:
        kind = self.random.random()
        if kind < 0.4:
            return self.pick(NAMES)
        return "I" if kind < 0.5 else "we" if kind < 0.6 else self.thing()

    def clause(self) -> str:
        adverb = self.pick(ADVERBS) if self.random.random() < 0.3 else ""
        words = f"{self.who()} {self.pick(VERBS)} {self.thing()}"
        if self.random.random() < 0.35:
            words += f" {self.pick(('near', 'behind', 'without', 'because of', 'together with', 'in spite of'))} {self.thing()}"
        return f"{words} {adverb}".strip()

    def sentence(self) -> str:
        """A sentence of some clauses."""
        words = f"when {self.clause()}, {self.clause()}" if self.random.random() < 0.1 else self.clause()
        for _ in range(self.pick(JOINED_CLAUSES)):
            words += f"{self.pick((', ', ', ', ', ', ' ', ': ', '; '))}{self.pick(JOINS)} {self.clause()}"
        return words[0].upper() + words[1:] + self.pick((".",) * 12 + ("!", "?", "…"))

    def sentences(self, low: int, high: int) -> str:
        return " ".join(self.sentence() for _ in range(self.random.randint(low, high)))

    def narrative(self) -> list[str]:
        count = self.pick(PARAGRAPH_SENTENCES)
        return [self.sentences(count, count)]

    def dialogue(self) -> list[str]:
        """Turns of speech, each a paragraph; a long speech goes on over several."""
        made = []
        speaker = self.pick(NAMES)
        for _ in range(self.random.randint(2, 6)):
            kind = self.random.random()
            first = self.sentence()
            verb = self.pick(("said", "asked", "answered", "replied", "shouted"))
            if kind < 0.2:
                made.append(f"“{_comma(first)}” {verb} {speaker}. “{self.sentences(1, 2)}”")
            elif kind < 0.4:
                made.append(f"“{self.sentences(1, 3)}”")
            elif kind < 0.55:
                made.append(f"“{_comma(first)}” I {verb}, “{self.clause()}.”")
            elif kind < 0.8:
                made.append(f"“{self.pick(('The', 'Our', 'No', 'What'))} {self.noun()}{self.pick(',!?')}” {verb} {speaker}.")
            elif kind < 0.95:
                made += self.announced(f"{self.sentence()} {speaker} {verb}:", f"“{self.sentences(1, 2)}”")
            else:
                made += [f"{speaker} said: “{self.sentences(2, 3)}", f"“{self.sentences(2, 3)}”"]
        return made

    def announced(self, words: str, speech: str) -> list[str]:
        """A speech after a colon begins a paragraph of its own as often as in the memoir: twice in three times."""
        return [words, speech] if self.random.random() < 2 / 3 else [f"{words} {speech}"]

    def opening(self) -> str:
        """The paragraph that opens a chapter."""
        return self.sentences(3, 8)

    def abstract(self) -> str:
        """What a chapter is about, in short sentences."""
        clauses = [self.clause() for _ in range(self.random.randint(12, 17))]
        return " ".join(f"{clause[0].upper()}{clause[1:]}." for clause in clauses)

    def note(self) -> tuple[str, str]:
        """A foreign word and what a footnote says about it."""
        word = self.pick(FOREIGN)
        text = self.pick(MEANINGS)
        text = f"{text[0].upper()}{text[1:]} (in the language of the islands)."
        return word, text if self.random.random() < 0.7 else f"{text} {self.sentence()}"


def _comma(sentence: str) -> str:
    return sentence if sentence[-1] in "!?…" else sentence[:-1] + ","
