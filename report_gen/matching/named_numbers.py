"""Numbers that are part of a name: "ISO 26262", "C++17", "int8", "tier-1", "802.11", "SOC 2".

They say which one, and never how much: no metric, no change and no headline may be made of them.
"""

from __future__ import annotations

import re
from functools import lru_cache

MASK = "ˣ"
"""Stands for a digit of a name: a letter to every pattern that looks for numbers."""
_GLUED = re.compile(
    r"(?<![\w$€£₹.])(?!(?:US|CAD|AUD|EUR|USD|GBP|CHF|INR|PLN|SEK|Rs|C|A)\.?[$\d])"
    r"(?!(?i:sub|under|over|pre|post|mid|non|multi|top|from|to|up|down|max|min|avg|approx|ca|plus|each)[-.]?\d)(?!p\d\d)"
    r"(?![HQ][1-4] (?:19|20)\d\d\b)"
    r"[A-Za-z][A-Za-z+#]*(?:[-/.]?\d+[A-Za-z]*)+(?![%\w])"
)
_STANDARDS = (
    r"ISO(?:/\w+)?|IEC|IEEE|RFC|IFRS|IAS|ASC|SOC|NIST(?: SP)?|EN|DIN|ASTM|BS|SAE|ANSI|FIPS|CFR|ARINC|DO|MIL-STD|"
    r"USB|PCIe|NVMe|SATA|HDMI|DDR|TLS|SSL|HTTP|WCAG|OAuth|SAML|Wi-?Fi|Bluetooth|BLE|CAN|OPC|ECC|ERP|ITIL|PSD|HL|"
    r"CSS|HTML|ES|ECMAScript|UTF|CIS|OWASP|CMMI|AS|UL|NFPA|Basel|Solvency|Section|Rule|Article|Title|Chapter|Form|"
    r"Regulation|Act|Part|Annex|Clause|Directive|Phase|Stage|Level|Tier|Type|Class|Grade|Year|Key Stage|Band|Series|"
    r"Schedule|Version|Release|Revision|Generation|Gen|Step|Exam|Paper|Boeing|Airbus|Windows(?: Server)?|Office|"
    r"SQL Server|Oracle|RHEL|CentOS|Ubuntu|Debian|iPhone|iPad|iOS|Android|macOS|Pixel|Galaxy|Python|Java|Angular|Vue|"
    r"React|Node(?:\.js)?|Django|Rails|Spring(?: Boot)?|\.NET|Llama|GPT|Claude|Gemini|Mistral|Qwen|Falcon|Formula|"
    r"Apollo|Covid|Industry|Web|Scope|Route|Highway|Room|Building|Terminal|Channel|Radio|Studio|Group|Division|Ward"
)
_OF_A_NAME = re.compile(
    rf"(?<![\w-])(?:{_STANDARDS})[ -](?P<n>\d+(?:[.:-]\d+)*[A-Za-z]{{0,2}})(?![\w%]|[.,]\d)"
    r"(?! ?(?:%|x\b|ms\b|percent|million|billion|to \d))"
    r"(?:(?:, | and |/| or |, and )(?P<more>\d+(?:\.\d+)*)(?![\w%]|[.,]\d))?"
)
_INDEX = re.compile(
    r"\b(?:Fortune|Global|S&P|FTSE|Russell|Inc\.?|Nasdaq|Stoxx|Nikkei|CAC|DAX|Forbes|ASX|Microsoft|Dynamics|Customer|Salesforce|Fusion)[ -]"
    r"(?P<n>30|40|50|100|225|250|360|365|500|600|1000|2000|3000|5000)(?![\w%]|[.,]\d)(?! ?(?:%|ms\b|to \d))"
    r"|\b(?:CS|CSE|CSCI|CPSC|COMP|CIS|COS|EE|EECS|ECE|ENGR|MATH|STATS?|PHYS|CHEM|BIOL?|BME|ECON|INFO|LING|PSYC?H?|PHIL|IEOR|ORIE|MIS|ACCT|FIN|MGMT|NURS)"
    r"[ -]?(?P<course>\d{2,4}[A-Z]?)(?![\w%]|[.,]\d)(?! ?(?:%|ms\b|to \d))"
)
"""Lists of companies and products called by a number, and courses by their catalogue number."""
_GRADED = re.compile(
    r"\b(?:level|tier|type|phase|grade|class|series|version|version of|chapter|key stage|schedule|article|"
    r"section|sev(?:erity)?|priority|standard|norm|generation)[ -](?P<n>\d+(?:\.\d+)*)(?![\w%]|[.,]\d)(?! ?to \d)",
    re.I,
)
_RELEASED = re.compile(
    r"(?<=[a-zA-Z])[ -](?P<n>\d{1,2}\.(?:\d{1,2}\.\d+|x))(?![\w%]|[.,]\d)"
    r"|\b[A-Za-z]+\d+[A-Za-z]+[ -](?P<w>\d+\.\d+)(?![\w%]|[.,]\d)"
    r"|\b(?:v|ver\.?|version|release|rev\.?) ?(?P<v>\d+(?:\.\d+)*)\b",
    re.I,
)
_WHOLE = re.compile(
    r"(?<![\w.,/$€£-])(?:0 ?(?:->|→|➔|-to-) ?1(?= [a-z])|24/7(?:/365)?|24x7|9-5|1[:-](?:on-)?1s?|802\.\d+\w*|360(?:[ -]degree|°)|"
    r"[1-9]D(?![\w])|[2-6]G(?![\w/])|2FA|[58][SD](?![\w])|10-[KQ]s?|(?:1|2|3|4|6|8|12|16|24|32|64|128|256)[- ]?bits?\b|"
    r"(?:401 ?\(?k\)?|403 ?\(?b\)?|457 ?\(b\)|529(?= plans?)|1040s?|1099s?|W-[249]s?)(?= |[.,;)]|$)|"
    r"(?:[2-9]11|988)(?=(?: non-?emergency)? (?:services?|calls?|requests?|data|dispatch\w*|operators?|hotlines?|complaints?|emergenc\w+|systems?|records?|lines?|apps?|cent(?:er|re)s?|reports?)\b)|"
    r"(?:1|2|3|4)(?:st|nd|rd|th)[- ](?:line|level|party|tier|year|generation)\b)"
)


_DIGIT = re.compile(r"\d")


@lru_cache(maxsize=4096)
def without_names(text: str) -> str:
    """The text with the digits of names masked; every character keeps its place."""
    if text.isascii() and _DIGIT.search(text) is None:
        return text
    out = list(text)
    for pattern in (_WHOLE, _GLUED):
        for found in pattern.finditer(text):
            _mask(out, found.start(), found.end())
    for pattern in (_OF_A_NAME, _INDEX, _GRADED, _RELEASED):
        for found in pattern.finditer(text):
            for name in found.re.groupindex:
                if found[name]:
                    _mask(out, found.start(name), found.end(name))
    return "".join(out)


def _mask(out: list[str], start: int, end: int) -> None:
    for n in range(start, end):
        if out[n].isdigit():
            out[n] = MASK
