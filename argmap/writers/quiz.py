"""Write a quiz about an issue or a claim for a learning platform: Moodle XML and QTI.

Sources: the Moodle XML format as documented in the Moodle manual ("Moodle XML format"); IMS
    Question and Test Interoperability 1.2 (2002), with the item profiles that Canvas reads.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from argmap.core.language import code, later
from argmap.core.model import Corpus
from argmap.core.quiz import Choice, Gap, Matching, Question, questions
from argmap.errors import InvalidInput
from argmap.writers import quiz_seen
from argmap.writers.archive import packed
from argmap.writers.format import Family, Format, Order, Scope
from argmap.writers.fragments import paragraph
from argmap.writers.options import LANGUAGE
from argmap.writers.part import part

_SCOPES = frozenset({Scope.ISSUE, Scope.CLAIM})
_QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"

nothing_to_ask = later("There is nothing to ask about here; choose another issue or claim.")


def ask(order: Order) -> tuple[Question, ...]:
    """Make the questions about the part of a corpus that an order asks for.

    Raises:
        UnknownName: The claim, the issue or an account is not in the corpus.
        InvalidInput: There is nothing to ask about.
    """
    chosen = part(order)
    claims = [claim.id for claim in chosen.claims]
    if order.scope is Scope.ISSUE:
        claims = [claim.id for claim in order.graph.claims_of(order.issue)]
    evidence = [item.id for item in chosen.evidence]
    asked = questions(order.graph, claims, evidence, chosen.accounts)
    if not asked:
        raise InvalidInput(nothing_to_ask())
    return asked


def title(order: Order) -> str:
    """Name the quiz: the question of the issue, or the claim."""
    if order.claim:
        return order.graph.claim(order.claim).text
    return order.graph.issue(order.issue).question


def write_moodle(order: Order) -> bytes:
    """Write Moodle XML: multiple choice, matching, and missing words to select.

    The questions are in a category named for the corpus and the quiz; each has a stable id
    number, so that importing again finds the same questions.

    Raises:
        UnknownName, InvalidInput: As `ask` does.
    """
    quiz = ET.Element("quiz")
    category = ET.SubElement(quiz, "question", type="category")
    # A slash parts levels of categories; written twice it is a slash.
    levels = (each.replace("/", "//") for each in (order.graph.corpus.title, title(order)))
    _text(ET.SubElement(category, "category"), "$course$/top/" + "/".join(levels))
    for question in ask(order):
        quiz.append(_moodle(question, order.graph.corpus))
    return _document(quiz)


def _moodle(question: Question, corpus: Corpus) -> ET.Element:
    kind = {Choice: "multichoice", Matching: "matching", Gap: "gapselect"}[type(question)]
    made = ET.Element("question", type=kind)
    _text(ET.SubElement(made, "name"), question.id)
    subject = ""
    if isinstance(question, Gap):
        # Moodle takes [[1]] for a place of its own, so brackets of the quotation are parted.
        words = (question.before, "\0", question.after)
        gapped = "".join(words).replace("[[", "[ [").replace("]]", "] ]").replace("\0", "[[1]]")
        subject = f"“{gapped}”"
    asked = _asked(question, corpus, subject)
    because = paragraph(question.because, corpus.language)
    _html(ET.SubElement(made, "questiontext", format="html"), asked)
    _html(ET.SubElement(made, "generalfeedback", format="html"), because)
    ET.SubElement(made, "defaultgrade").text = "1"
    ET.SubElement(made, "idnumber").text = f"{corpus.id}-{question.id}"
    ET.SubElement(made, "shuffleanswers").text = "0" if isinstance(question, Choice) else "1"
    if isinstance(question, Choice):
        ET.SubElement(made, "single").text = "true"
        for index, option in enumerate(question.options):
            fraction = "100" if index == question.right else "0"
            answer = ET.SubElement(made, "answer", fraction=fraction, format="html")
            _html(answer, paragraph(option, code(), "span"))
    elif isinstance(question, Matching):
        for said, right in question.pairs:
            pair = ET.SubElement(made, "subquestion", format="html")
            _html(pair, paragraph(said, corpus.language))
            _text(ET.SubElement(pair, "answer"), right)
    else:
        options = (question.word, *(o for o in question.options if o != question.word))
        for option in options:
            select = ET.SubElement(made, "selectoption")
            _text(select, option)
            ET.SubElement(select, "group").text = "1"
    return made


def write_qti(order: Order) -> bytes:
    """Write a QTI 1.2 package: a zip with a manifest and one assessment.

    Matching becomes Canvas' matching items; a missing word is a choice among words.

    Raises:
        UnknownName, InvalidInput: As `ask` does.
    """
    ident = f"{order.graph.corpus.id}-{order.claim or order.issue}"
    return packed(
        {
            "imsmanifest.xml": _manifest(ident),
            f"{ident}/{ident}.xml": _assessment(order, ident),
        }
    )


def _manifest(ident: str) -> bytes:
    manifest = ET.Element("manifest", {"xmlns": _PACKAGE, "identifier": f"manifest-{ident}"})
    metadata = ET.SubElement(manifest, "metadata")
    ET.SubElement(metadata, "schema").text = "IMS Content"
    ET.SubElement(metadata, "schemaversion").text = "1.1.3"
    ET.SubElement(manifest, "organizations")
    resources = ET.SubElement(manifest, "resources")
    resource = ET.SubElement(resources, "resource", {"identifier": ident, "type": "imsqti_xmlv1p2"})
    ET.SubElement(resource, "file", {"href": f"{ident}/{ident}.xml"})
    return _document(manifest)


def _assessment(order: Order, ident: str) -> bytes:
    root = ET.Element("questestinterop", {"xmlns": _QTI})
    corpus = order.graph.corpus
    about = {"ident": ident, "title": title(order), _LANG: corpus.language}
    assessment = ET.SubElement(root, "assessment", about)
    section = ET.SubElement(assessment, "section", ident="root_section")
    for question in ask(order):
        section.append(_item(question, corpus))
    return _document(root)


def _item(question: Question, corpus: Corpus) -> ET.Element:
    about = {"ident": question.id, "title": question.prompt, _LANG: code()}
    item = ET.Element("item", about)
    kind = "matching_question" if isinstance(question, Matching) else "multiple_choice_question"
    fields = ET.SubElement(ET.SubElement(item, "itemmetadata"), "qtimetadata")
    for label, entry in (("question_type", kind), ("points_possible", "1")):
        field = ET.SubElement(fields, "qtimetadatafield")
        ET.SubElement(field, "fieldlabel").text = label
        ET.SubElement(field, "fieldentry").text = entry
    presentation = ET.SubElement(item, "presentation")
    gapped = f"“{question.before}_____{question.after}”" if isinstance(question, Gap) else ""
    _material(presentation, _asked(question, corpus, gapped))
    processing = ET.SubElement(item, "resprocessing")
    outcomes = ET.SubElement(processing, "outcomes")
    ET.SubElement(
        outcomes, "decvar", maxvalue="100", minvalue="0", varname="SCORE", vartype="Decimal"
    )
    if isinstance(question, Matching):
        _matched(question, corpus, presentation, processing)
    else:
        _chosen(question, corpus, presentation, processing)
    if question.because:
        feedback = ET.SubElement(item, "itemfeedback", ident="general_fb")
        _material(ET.SubElement(feedback, "flow_mat"), paragraph(question.because, corpus.language))
    return item


def _chosen(
    question: Choice | Gap, corpus: Corpus, presentation: ET.Element, processing: ET.Element
) -> None:
    # Missing words are of the quotation's language, all of them.
    language = question.language or corpus.language if isinstance(question, Gap) else code()
    response = ET.SubElement(presentation, "response_lid", ident="response1", rcardinality="Single")
    render = ET.SubElement(response, "render_choice")
    for index, option in enumerate(question.options):
        label = ET.SubElement(render, "response_label", ident=f"o{index}")
        _material(label, paragraph(option, language, "span"))
    if question.because:
        told = ET.SubElement(processing, "respcondition", {"continue": "Yes"})
        ET.SubElement(ET.SubElement(told, "conditionvar"), "other")
        ET.SubElement(told, "displayfeedback", feedbacktype="Response", linkrefid="general_fb")
    _condition(processing, "response1", f"o{question.right}", "100", action="Set")


def _matched(
    question: Matching, corpus: Corpus, presentation: ET.Element, processing: ET.Element
) -> None:
    answers = list(dict.fromkeys(right for _, right in question.pairs))
    share = f"{100 / len(question.pairs):.2f}"
    for index, (said, right) in enumerate(question.pairs):
        response = ET.SubElement(presentation, "response_lid", ident=f"r{index}")
        _material(response, paragraph(said, corpus.language))
        render = ET.SubElement(response, "render_choice")
        for number, answer in enumerate(answers):
            label = ET.SubElement(render, "response_label", ident=f"a{number}")
            _material(label, paragraph(answer, corpus.language, "span"))
        _condition(processing, f"r{index}", f"a{answers.index(right)}", share, action="Add")


def _condition(
    processing: ET.Element, response: str, answer: str, score: str, *, action: str
) -> None:
    condition = ET.SubElement(processing, "respcondition")
    variable = ET.SubElement(condition, "conditionvar")
    ET.SubElement(variable, "varequal", respident=response).text = answer
    ET.SubElement(condition, "setvar", varname="SCORE", action=action).text = score


def _asked(question: Question, corpus: Corpus, gapped: str) -> str:
    """Write what is asked, and below it what it is asked of, each in its language."""
    subject, language = gapped, corpus.language
    if isinstance(question, Choice):
        subject = question.subject
    elif isinstance(question, Gap):
        language = question.language or language
    return paragraph(question.prompt, code()) + paragraph(subject, language)


def _text(parent: ET.Element, text: str) -> None:
    ET.SubElement(parent, "text").text = text


_html = _text


def _material(parent: ET.Element, markup: str) -> None:
    material = ET.SubElement(parent, "material")
    ET.SubElement(material, "mattext", texttype="text/html").text = markup


def _document(root: ET.Element) -> bytes:
    # It comes with all that draws; who lists the formats does not wait for it.
    from argmap.rendering.measure import printable

    ET.indent(root)
    written: str = ET.tostring(root, encoding="unicode")
    return f"<?xml version='1.0' encoding='utf-8'?>\n{printable(written)}\n".encode()


MOODLE = Format(
    name="moodle",
    title="Quiz for Moodle (XML)",
    suffix="moodle.xml",
    media_type="application/xml",
    scopes=_SCOPES,
    write=write_moodle,
    purpose="Questions on who says what and on what grounds, for Moodle.",
    family=Family.TEST,
    options=(LANGUAGE,),
    contents="quiz",
    seen=quiz_seen.moodle,
)
QTI = Format(
    name="qti",
    title="Quiz for Canvas and others (QTI 1.2)",
    suffix="qti.zip",
    media_type="application/zip",
    scopes=_SCOPES,
    write=write_qti,
    purpose="The same questions for Canvas, ILIAS, Blackboard and others.",
    family=Family.TEST,
    options=(LANGUAGE,),
    contents="quiz",
    seen=quiz_seen.qti,
)
