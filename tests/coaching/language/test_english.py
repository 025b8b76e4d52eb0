"""Lines of other languages are quoted, never put into English frames."""

from __future__ import annotations

import pytest

from report_gen.coaching.language.english import is_english


@pytest.mark.parametrize(
    "line",
    [
        "Leitung eines Teams von sechs Entwicklern und Einführung von Tests",
        "Réduction des coûts de serveur de 35 % par la mise en cache",
        "Lideré un equipo de 5 personas para el lanzamiento de la aplicación",
        "用 C++ 重写检索模块,延迟降低 40%",
        "Снизил время ответа с 300 до 90 мс",
    ],
)
def test_other_languages_are_told(line: str) -> None:
    assert not is_english(line)


@pytest.mark.parametrize(
    "line",
    [
        "Cut p95 latency from 180 ms to 65 ms by moving lookups to Redis.",
        "Reduced costs 35%",
        "Managed the Köln and Zürich offices",
        "Owned on-call for El Paso and Los Angeles data centers",
        "Led de-duplication of 3 million records",
    ],
)
def test_english_stays_english(line: str) -> None:
    assert is_english(line)
