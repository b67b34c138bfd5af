"""Entries from items: the built text of each facet, the staff's own text untouched beside it."""

from collections.abc import Mapping
from dataclasses import dataclass

from faq.build import Plan
from faq.build.emit import block, edit, emit, save
from faq.catalogue import Catalogue
from faq.facts import Facts, digest
from faq.model import Facet
from faq.schema.entry import Answer, EntryFile, Texts
from faq.schema.tables import Part
from faq.template import Scope, Unresolved, render
from faq.yamltree import Value

Built = Mapping[Facet, Texts]
Record_ = dict[str, Value]


@dataclass(frozen=True, slots=True)
class EntryBuild:
    """Builds entries of one catalogue; ``accept`` names those whose staff texts were checked."""

    catalogue: Catalogue
    files: Mapping[str, str]
    accept: frozenset[str] = frozenset()

    def plan(self) -> Plan:
        """Plan every entry file; an entry that is up to date is left as it is, to the byte."""
        plan = Plan()
        for category, ids in self.catalogue.categories.items():
            for name in ids:
                path = f"entries/{category}/{name}.yaml"
                entry = self.catalogue.entries.get(name)
                if entry is None or path not in self.files:
                    plan.write(path, self._new(name), self.files)
                else:
                    self._update(plan, path, entry)
        return plan

    def built(self, name: str) -> Built:
        """The built texts of an item, by facet, where its facts support one."""
        facts = self.catalogue.facts[name]
        texts = {facet: self._texts(parts, facts) for facet, parts in self.catalogue.facets.items()}
        return {facet: text for facet, text in texts.items() if text.zh}

    def checked(self, facts: Facts, facet: Facet) -> str:
        """The digest of the facts that a staff text about ``facet`` rests on."""
        named = {field for part in self.catalogue.facets.get(facet, ()) for field in part.needs}
        return facts.digest(tuple(sorted(_whole(field) for field in named)))

    def _new(self, name: str) -> str:
        answers: dict[str, Value] = {
            facet.value: _built_record(texts) for facet, texts in self.built(name).items()
        }
        item = self.catalogue.facts[name].item
        record: dict[str, Value] = {
            "id": name,
            "phrasings": {"zh": {}, "en": {}},
            "answers": answers,
        }
        return emit(record, item.name)

    def _texts(self, parts: tuple[Part, ...], facts: Facts) -> Texts:
        used = [part for part in parts if _applies(part, facts)]
        zh = "\n".join(part.zh for part in used if part.zh)
        return Texts(zh=zh or None, en=self._english(used, facts))

    def _english(self, used: list[Part], facts: Facts) -> str | None:
        scope = self.catalogue.scope("en")
        lines = [part.en for part in used if part.en and _renders(part.en, facts, scope)]
        return "\n".join(lines) or None

    def _update(self, plan: Plan, path: str, entry: EntryFile) -> None:
        built = self.built(entry.id)
        changes: dict[Facet, Record_] = {}
        for facet in dict.fromkeys((*entry.answers, *built)):
            answer = entry.answers.get(facet, Answer())
            change, conflict = _rebuilt(answer, built.get(facet, Texts()))
            checked, stale = self._recheck(entry.id, facet, answer)
            if change or checked:
                changes[facet] = change | checked
            plan.conflicts += [f"{path}: {facet}: {text}" for text in (conflict, stale) if text]
        if changes:
            plan.write(path, _apply(self.files[path], changes), self.files)

    def _recheck(self, entry: str, facet: Facet, answer: Answer) -> tuple[Record_, str | None]:
        """What to note of the facts that a staff text rests on, and whether they moved under it."""
        if answer.staff == Texts():
            return {}, None
        now = self.checked(self.catalogue.facts[entry], facet)
        if answer.checked == now:
            return {}, None
        if answer.checked is None or entry in self.accept:
            return {"checked": now}, None
        return {}, (
            f"目录里的事实变了,人写的答案可能过时;核对后运行 jingwu build --accept {entry} / "
            "the facts changed since the staff text was checked"
        )


def _rebuilt(answer: Answer, texts: Texts) -> tuple[Record_, str | None]:
    """What to change in an answer so that its built text is ``texts``, or why it is left alone."""
    last = answer.digest or _digest(Texts())
    if _digest(answer.built) != last:
        return {}, (
            "built 里的文字被手工改过,没有覆盖;请移到 staff 下 / "
            "the built text was edited by hand and kept; move it under staff"
        )
    return ({} if _digest(texts) == last else _built_record(texts)), None


def _applies(part: Part, facts: Facts) -> bool:
    has = all(facts.get(field) is not None for field in part.needs)
    return has and not any(facts.get(field) is not None for field in part.unless)


def _renders(text: str, facts: Facts, scope: Scope) -> bool:
    try:
        render(text, facts.item.id, scope)
    except Unresolved:
        return False
    return True


def _digest(texts: Texts) -> str:
    return digest(f"{texts.zh}\0{texts.en}")


def _built_record(texts: Texts) -> Record_:
    built: dict[str, Value] = {
        language: text for language, text in (("zh", texts.zh), ("en", texts.en)) if text
    }
    return {"built": built, "digest": _digest(texts)} if built else {"built": None, "digest": None}


def _apply(text: str, changes: Mapping[Facet, Record_]) -> str:
    editor, document = edit(text)
    answers = document.setdefault("answers", {})
    assert isinstance(answers, dict)  # noqa: S101 - the schema was checked when it was loaded
    for facet, change in changes.items():
        record = answers.setdefault(facet.value, {})
        for key, value in change.items():
            if value is None:
                record.pop(key, None)
            else:
                record[key] = _edited(value)
        if not record:
            del answers[facet.value]
    return save(editor, document)


def _edited(value: Value) -> Value:
    if isinstance(value, dict):
        return {key: block(part) if isinstance(part, str) else part for key, part in value.items()}
    return value


def _whole(field: str) -> str:
    base, _, last = field.rpartition(".")
    return base if last.isdigit() else field
