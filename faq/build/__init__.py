"""From catalogue to entries: plans what to write; writing is the command's business."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(slots=True)
class Plan:
    """What a build would write, by path below the content folder, and what it must not decide."""

    writes: dict[str, str] = field(default_factory=dict)
    created: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)

    def write(self, path: str, text: str, before: Mapping[str, str]) -> None:
        """Plan to write ``text`` unless the file already says just that."""
        if before.get(path) == text:
            return
        (self.updated if path in before else self.created).append(path)
        self.writes[path] = text
