"""Many short texts of a file as one: the content has more than a hundred thousand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, overload

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from faq.schema.catalogue import Text

_END = "\0"  # which no YAML file has


@dataclass(frozen=True, slots=True)
class Packed(Sequence[str]):
    """Texts that are looked at one after the other, in a quarter of the memory of as many strings;
    in a file, a list.
    """

    joined: str = ""
    size: int = 0

    def __len__(self) -> int:
        return self.size

    def __iter__(self) -> Iterator[str]:
        return iter(self.joined.split(_END) if self.size else ())

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[str]: ...
    def __getitem__(self, at: int | slice) -> str | Sequence[str]:
        return tuple(self)[at]

    @classmethod
    def __get_pydantic_core_schema__(cls, _: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_wrap_validator_function(
            lambda value, read: value if isinstance(value, cls) else packed(read(value)),
            handler(tuple[Text, ...]),
            serialization=core_schema.plain_serializer_function_ser_schema(list),
        )


def packed(texts: Sequence[str]) -> Packed:
    """``texts``, none of which has a zero byte."""
    return Packed(_END.join(texts), len(texts))
