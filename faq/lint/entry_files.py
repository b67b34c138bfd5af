"""The files of entries, for the places of problems in them."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from faq.yamltree import Tree


def entry_files(trees: Mapping[str, Tree]) -> Mapping[str, Tree]:
    """The file of each entry, by its name."""
    return {
        PurePosixPath(path).stem: tree
        for path, tree in trees.items()
        if path.startswith("entries/")
    }
