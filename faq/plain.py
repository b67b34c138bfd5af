"""A reply as plain text: for the terminal, for ``text`` in machine-readable answers."""

from faq.model import Block, BlockKind, Reply


def text(reply: Reply) -> str:
    """Everything a citizen reads, blocks apart by an empty line, choices numbered last."""
    parts = [block_text(block) for block in reply.blocks]
    if reply.choices:
        parts.append(
            "\n".join(f"{at}. {choice.label}" for at, choice in enumerate(reply.choices, 1))
        )
    return "\n\n".join(part for part in parts if part)


def block_text(block: Block) -> str:
    """One block: its line, its items, its links."""
    links = () if block.kind is BlockKind.SOURCE else block.links
    mark = "☐" if block.kind is BlockKind.CHECKLIST else "-"
    lines = [
        block.text,
        *(f"{mark} {item}" for item in block.items),
        *(f"{link.title} {link.url}" for link in links),
    ]
    return "\n".join(line for line in lines if line)
