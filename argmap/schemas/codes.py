"""List the code of every problem a claim folder can have; a code never changes its meaning."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

CODES: Mapping[str, str] = MappingProxyType(
    {
        # A file or folder that cannot be read.
        "E001": "The file is not well-formed YAML.",
        "E002": "A key stands twice in one mapping.",
        "E003": "An anchor, alias or tag, which claim files do without.",
        "E004": "Lists and mappings are nested too deeply.",
        "E005": "The file or the folder has too many values.",
        "E006": "A file or the folder is too large.",
        "E007": "The file is not UTF-8.",
        "E008": "Not a plain file inside the folder: a link out of it, a device, a folder link.",
        "E009": "The file holds several YAML documents.",
        "E010": "The file cannot be opened.",
        "E011": "The folder's name cannot be the id of a corpus.",
        "E012": "The folder has no claim file.",
        "E013": "A key is not a text.",
        # Records that do not hold together.
        "E101": "An id is used twice.",
        "E102": "A name leads nowhere.",
        "E103": "The target is of a kind the relation cannot have.",
        "E104": "An account speaks twice to the same claim, issue or event.",
        "E105": "An argument rests on its own target.",
        "E106": "An observer has a stance, words or a case of its own.",
        "E107": "No narrative is an account.",
        "E108": "An account rests its case on a claim that it does not assert.",
        # Values that are not what they should be.
        "E201": "A field is not known.",
        "E202": "A required field is missing.",
        "E203": "A list, a mapping or a text is expected.",
        "E204": "A value is empty.",
        "E205": "A word is not one of those allowed.",
        "E206": "Not a date or period.",
        "E207": "Not an id.",
        "E208": "Too long, or too many.",
        "E209": "A character that cannot be shown, or a line break in a line.",
        "E210": "Not a web address.",
        "E211": "An argument has no target, or several.",
        "E212": "No file has the mapping `corpus`.",
        "E213": "The mapping `corpus` is there twice.",
        "E214": "Not the code of a language.",
        "E215": "A quotation has a confidence.",
        "E216": "A list names something twice.",
        # What can be used, but should not be so.
        "W201": "Nothing uses a source.",
        "W202": "Nothing uses a piece of evidence.",
        "W203": "A quotation does not say whose words it is.",
        "W204": "No account takes a stance on a claim.",
        "W205": "An argument does not say why.",
        "W206": "A file is empty.",
        "W207": "No evidence bears on a claim.",
        "W208": "An account disputes or holds a claim and puts nothing forward about it.",
        "W209": "An account brings less than half of another's evidence to an issue.",
        "W210": "Claims support each other in a circle.",
        "W211": "A date is later than every work that it is known from.",
        "W212": "All evidence on a claim comes from one source.",
        "W213": "A quotation is not dated.",
        "W214": "A weakness is accepted that is not there.",
    }
)
