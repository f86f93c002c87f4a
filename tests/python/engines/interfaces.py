"""Copies of the interfaces of NeMo Curator and of the Dolma toolkit: classes and arguments, no more. Both projects are large,
and neither is needed for a test of a class with three methods.

Importing this puts the copies where the projects' own modules would be. SOURCES says which file of which package each is a
copy of.
"""
import sys
import types
from abc import ABC, abstractmethod


class HTMLExtractorAlgorithm(ABC):
    @abstractmethod
    def extract_text(self, html, stop_words, language): ...


class DocumentExtractor(ABC):
    @abstractmethod
    def extract(self, record): ...

    @abstractmethod
    def input_columns(self): ...

    @abstractmethod
    def output_columns(self): ...


class BaseLinearizer(ABC):  # Dolma's says abstractmethod and is no ABC: this is the stricter one
    @abstractmethod
    def linearize(self, content): ...


class LinearizerRegistry:
    linearizers = {}

    @classmethod
    def add(cls, name):
        def keep(linearizer):
            if name in cls.linearizers:
                raise ValueError(f"{name} is there already")
            cls.linearizers[name] = linearizer
            return linearizer

        return keep

    @classmethod
    def get(cls, name):
        return cls.linearizers[name]


SOURCES = {
    HTMLExtractorAlgorithm: ("nemo-curator", "nemo_curator/stages/text/download/html_extractors/base.py"),
    DocumentExtractor: ("nemo-curator", "nemo_curator/stages/text/download/base/extract.py"),
    BaseLinearizer: ("dolma", "dolma/warc/linearizers.py"),
}

_PLACES = {
    "nemo_curator.stages.text.download": [DocumentExtractor],
    "nemo_curator.stages.text.download.html_extractors.base": [HTMLExtractorAlgorithm],
    "dolma.warc.linearizers": [BaseLinearizer, LinearizerRegistry],
}

for _place, _classes in _PLACES.items():
    _parts = _place.split(".")
    for _i in range(1, len(_parts) + 1):
        _name = ".".join(_parts[:_i])
        sys.modules.setdefault(_name, types.ModuleType(_name)).__path__ = []
    for _class in _classes:
        setattr(sys.modules[_place], _class.__name__, _class)
