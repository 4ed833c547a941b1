"""Hold the small commented corpus that a new folder begins with."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.core.model import MAX_ID_CHARS, SLUG
from argmap.errors import InvalidInput, quoted


def template(corpus_id: str) -> Mapping[str, bytes]:
    """Return the files of an example that passes the check without a warning.

    Args:
        corpus_id: The name of the folder that the files are for.

    Raises:
        InvalidInput: A folder of that name cannot be a corpus.
    """
    if not SLUG.fullmatch(corpus_id) or len(corpus_id) > MAX_ID_CHARS:
        rule = "use a-z, 0-9 and single hyphens inside, with at least one letter"
        raise InvalidInput(f"{quoted(corpus_id)} cannot be the name of a corpus: {rule}.")
    return {"00-corpus.yaml": _CORPUS.encode(), "10-old-crane.yaml": _OLD_CRANE.encode()}


_CORPUS = """\
# An invented example: no such harbour, crane or paper exists. Replace it with your own subject.
# Files are read in the order of their names; any file may hold any of the lists.

corpus:
  title: "Example: the old crane at Larkhaven"
  summary: >-
    Two accounts of an invented dispute, to show how a corpus is written.
  language: en

# The accounts to compare, from two upwards. `role: observer` is for a voice beside them.
# `strongest` names the claims that an account would rest its case on first.
narratives:
- id: society
  name: Harbour Society account
  short: Society
  summary: The crane is sound, people come to see it, and it should stay.
  strongest: [crane-is-sound]

- id: port
  name: Port Office account
  short: Port
  summary: The crane is worn out and stands where the quay is needed.

# The questions that claims are lined up under.
issues:
- id: old-crane
  title: The old crane
  question: Should the old crane at Larkhaven stay on the quay?
  period: 2001-2003
  accounts:
    society: It is sound, it is what people come for, and nothing needs its place.
    port: It is fondly remembered, but it is neither safe nor in the right place.

# The works that evidence comes from. Write `verified: false` where you have not seen the work.
sources:
- id: survey-report
  kind: other
  title: Survey of the Larkhaven crane
  authors: [Larkhaven Surveyors]
  date: 2001-05
  language: en
  note: Invented for this example.

- id: council-minutes
  kind: official-statement
  title: Minutes of the Larkhaven town council
  date: 2001-06-12
  language: en
  note: Invented for this example.
"""

_OLD_CRANE = """\
# One issue in one file: evidence, then claims with their stances, then arguments.

# A `quotation` is verbatim, with speaker and date; a `fact` says how firmly it is reported.
evidence:
- id: tower-survey
  kind: fact
  text: The survey found the tower of the crane free of cracks.
  sources:
  - source: survey-report
    locator: p. 4
  confidence: documented

- id: arm-not-surveyed
  kind: quotation
  text: We were asked about the tower only, and have not looked at the arm.
  speaker: The surveyor
  date: 2001-06-12
  sources: [council-minutes]
  language: en
  wording: English original

- id: visitors-counted
  kind: fact
  text: The council counted more visitors on the quay than in the museum.
  sources: [council-minutes]
  confidence: documented

# A claim stands here once; each account asserts, concedes, qualifies or denies it, or is silent.
# `text` is a headline for a box, at most 110 characters or so; `in_full` has the rest.
claims:
- id: crane-is-sound
  issue: old-crane
  text: The crane is sound enough to stay as it is.
  period: 2001
  stances:
    society:
      stance: asserts
      how: Surveyors looked at it and found nothing wrong.
    port:
      stance: denies
      how: Nobody has looked at the part that moves.

- id: crane-draws-visitors
  issue: old-crane
  text: Visitors come to the quay to see the crane.
  in_full: >-
    Visitors come to the quay to see the crane, more of them than come to the museum.
  stances:
    society:
      stance: asserts
      how: It is the picture on every postcard.
    port:
      stance: concedes
      how: They do come, and would come to see it in the museum too.

# An argument leads from premises (`from`) to one target: it `supports` or `rebuts` a claim or
# evidence, `qualifies` a claim, or `undercuts` another argument ("that does not follow").
arguments:
- id: survey-shows-it
  by: society
  from: tower-survey
  supports: crane-is-sound
  because: What holds the crane up is the tower.

- id: arm-was-left-out
  by: port
  from: arm-not-surveyed
  undercuts: survey-shows-it
  because: A sound tower says nothing about the arm, and the arm is what falls.

- id: counted-on-the-quay
  by: [society, port]
  from: visitors-counted
  supports: crane-draws-visitors
  because: There is nothing else on the quay to come for.

# `argmap check` warns of what makes a corpus weak. Where that cannot be mended, say why.
accepted:
- warning: W212
  about: crane-draws-visitors
  because: The council alone counted visitors; no other count is known.
"""
