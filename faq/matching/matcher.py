"""A question to ranked matches, and what else can be told from its words."""

from collections.abc import Mapping, Sequence
from copy import copy
from functools import lru_cache

from faq.catalogue import Catalogue
from faq.features.space import Floats
from faq.matching import background, facets, halves, learned, learning
from faq.matching.carrying import Carrier
from faq.matching.confidence import confidence
from faq.matching.documents import asked, documents, searched, subjects
from faq.matching.learned import Arrays, Learned
from faq.matching.ranking import Ranker, Scored
from faq.matching.reading import Reader
from faq.matching.repair import Repairer
from faq.matching.together import Together
from faq.model import Evidence, Facet, Kind, Match
from faq.normalise import canonical
from faq.words import Replacer

_RANKED = 8
_REMEMBERED = 16  # texts; a question is searched for several purposes
_REPAIRED = 0.15  # what a repaired reading must be better by than the text as typed
_CLEAR = 1.0  # a text that fits so well as typed is not read in another way


def key_of(catalogue: Catalogue) -> str:
    """The key of what a matcher learns from ``catalogue``."""
    of = subjects(catalogue)
    told = background.texts(catalogue, of)
    return learned.key(documents(catalogue, of), told, (of, catalogue.words, catalogue.halves))


class Matcher:
    """Searches one version of the content; built once, then only read.

    ``kept`` is what an earlier matcher learnt, or its arrays: used if they were learnt from the
    same words, which saves the seconds that learning takes; ``key`` is the catalogue's, if
    it is known already.
    """

    def __init__(
        self, catalogue: Catalogue, kept: Learned | Arrays | None = None, key: str = ""
    ) -> None:
        self.subjects = subjects(catalogue)
        self.borders = catalogue.borders
        key = key or key_of(catalogue)
        found = learned.restore(kept, key) if kept is not None else None
        self.learned = found or learning.learn(catalogue, self.subjects, key)
        self._reader = Reader(catalogue.words, self.learned.syllables, self.learned.telling)
        self._repairer = Repairer(self.learned.space, self._reader.sounds)
        every = documents(catalogue, self.subjects)
        self._searched = searched(every, self.learned.searched)
        broad, talk = self._topics(Kind.CLARIFICATION), self._topics(Kind.SMALL_TALK)
        self._ranker = Ranker(self.learned, self._searched, broad, talk)
        cues = facets.Cues(catalogue.words.facet_cues, len(self.learned.space.numbers))
        usual = facets.usual(asked(catalogue, self.subjects), len(self.subjects))
        self._facets = facets.FacetModel(cues, self.learned.facets, usual)
        self._names = {name: facts.item.name for name, facts in catalogue.facts.items()}
        objects = tuple(map(canonical, catalogue.words.objects))
        things = Replacer(dict.fromkeys(objects, ""))
        self._names_thing = lru_cache(_REMEMBERED)(things.is_in)
        self._together = Together(things)
        entries = {self.subjects[at].id: at for at in self._topics(Kind.ENTRY)}
        self._twins = _twins(catalogue, entries)
        self._carrier = Carrier(entries, broad, self._names_thing, self.learned.space)
        # Of copies: remembering its own methods, the matcher would hold itself when it is replaced.
        self._scored = lru_cache(_REMEMBERED)(copy(self)._best_reading)
        self._found = lru_cache(_REMEMBERED)(copy(self)._search)

    def search(self, text: str, after: str | None = None, lean: float = 1.0) -> tuple[Match, ...]:
        """The topics that ``text`` may be about, best first, each with its most likely facet;
        what leaves its object out is read with ``after``, the entry the chat was last about, on
        which it leans so much more (or less) than usual.
        """
        return self._found(text, after, lean)

    def words(self, text: str, topic: str) -> tuple[str, ...]:
        """What in ``text`` spoke for ``topic`` most, the most telling first."""
        scored = self._scored(text)
        at = next((at for at, one in enumerate(self.subjects) if one.id == topic), None)
        return self._ranker.words(scored, at) if scored and at is not None else ()

    def _search(self, text: str, after: str | None, lean: float) -> tuple[Match, ...]:
        scored = self._scored(text)
        if scored is None:
            return ()
        if after is not None and after in self._carrier.topics:
            scored = self._carried(scored, after, lean)
        else:
            scored = self._ranker.said(scored)
        order = scored.best(_RANKED + 1)
        asked = self._facets.scores(scored.reading, scored.vector)
        known = scored.vector.known
        return tuple(
            self._match(scored, topic, asked, self._evidence(scored, order, topic, known))
            for topic in order[:_RANKED]
        )

    def names_object(self, text: str) -> bool:
        """Whether ``text`` says what it is about, rather than leaving that to what came before."""
        written = (self._reader.plain, self._reader.merged)
        return any(self._names_thing(read(text)) for read in written)

    def apart(self, text: str) -> tuple[str, ...]:
        """``text`` once with each of two things that it names together; else nothing."""
        return self._together.apart(self._reader.merged(text))

    def tells(self, text: str) -> bool:
        """Whether ``text`` says so much that it can stand on its own, whatever came before."""
        return self._carrier.tells(self._reader.read(text))

    def says(self, text: str) -> float:
        """How much ``text`` says, by the rarity of all its letters, pairs and words together."""
        return self._carrier.says(self._reader.read(text))

    def leans(self, text: str) -> bool:
        """Whether ``text`` is put like a follow-up: without an object, or marked."""
        return self._carrier.leans(self._reader.read(text))

    def sounds_half(self, text: str) -> float:
        """How much more ``text`` sounds like half a sentence than like a whole one."""
        reading, scored = self._reader.read(text), self._scored(text)
        if scored is not None and scored.reading == reading:
            return halves.sounds(self.learned.halves, scored.vector)
        return halves.sounds(self.learned.halves, self.learned.space.vector(reading.grams))

    def is_bare(self, text: str) -> bool:
        """Whether ``text`` only asks a facet (多少钱, 要带什么), of nothing in particular."""
        return self._facets.cues.is_all(self._reader.read(text))

    def asks_facet(self, text: str) -> bool:
        """Whether a word of ``text`` points to a facet (多少钱, 在哪)."""
        return self._facets.cues.are_in(self._reader.plain(text))

    def facet(self, text: str) -> Facet:
        """The facet that ``text`` most likely asks about, whatever of."""
        reading = self._reader.read(text)
        vector = self.learned.space.vector(reading.grams)
        return self._facets.best(self._facets.scores(reading, vector))

    def _topics(self, kind: Kind) -> frozenset[int]:
        return frozenset(at for at, one in enumerate(self.subjects) if one.kind is kind)

    def _best_reading(self, text: str) -> Scored | None:
        """The text as typed or, if it fits the content clearly better, with homophones repaired;
        None if there is nothing to read.
        """
        typed = self._reader.read(text)
        if not typed.grams:
            return None
        first = self._ranker.scored(typed)
        if first.is_phrasing or first.scores.max() >= _CLEAR:
            return first
        repaired = self._repairer.repair(typed.plain)
        if repaired == typed.plain:
            return first
        second = self._ranker.scored(self._reader.read(repaired))
        better = second.scores.max() - _REPAIRED > first.scores.max()
        return second if better else first

    def _carried(self, alone: Scored, after: str, lean: float) -> Scored:
        together = self._reader.read(f"{self._names[after]} {alone.reading.plain}")
        return self._carrier.carried(alone, self._ranker.scored(together), after, lean)

    def _evidence(self, scored: Scored, order: Sequence[int], topic: int, known: float) -> Evidence:
        twins = self._twins.get(topic, frozenset())
        rival = next((one for one in order if one != topic and one not in twins), None)
        rivals = float(scored.scores[rival]) if rival is not None else 0.0
        return Evidence(
            margin=float(scored.scores[topic]) - rivals,
            known=known,
            learned=scored.learned(topic),
            likeness=scored.likeness(topic),
            background=float(scored.background[topic]),
            likely=float(scored.likelihoods[topic]),
        )

    def _match(self, scored: Scored, topic: int, asked: Floats, evidence: Evidence) -> Match:
        like = scored.likest.get(topic)
        return Match(
            topic=self.subjects[topic].id,
            kind=self.subjects[topic].kind,
            facet=self._facets.best(asked, topic),
            confidence=confidence(evidence, self.borders),
            score=float(scored.scores[topic]),
            phrasing=self._searched.texts[like.document] if like else "",
            evidence=evidence,
        )


def _twins(catalogue: Catalogue, numbers: Mapping[str, int]) -> dict[int, frozenset[int]]:
    """The entries that serve as well as another, by their numbers."""
    return {
        at: frozenset(numbers[twin] for twin in catalogue.twins(name) if twin in numbers)
        for name, at in numbers.items()
    }
