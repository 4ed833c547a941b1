import hashlib
import itertools
import re
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from argmap import rendering
from argmap.core import selection
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Corpus
from argmap.errors import DrawingFailed, DrawingTooLarge, TooLarge, UnknownName
from argmap.rendering import DIAGRAMS, Options, engine
from argmap.rendering.measure import printable
from tests import builders as b
from tests.rendering import samples

GOLDENS = Path(__file__).parent / "goldens"
SUBJECTS = {"claim": "main", "issue": "question"}
NAMES = [diagram.name for diagram in DIAGRAMS]
NASTY = '<b>&"\\N{}| ]]> &lt;&#1046; \u202eשלום\u202c e\u0301 ' + "Щ" * 2000 + "\\"


def draw(
    name: str, graph: ArgumentGraph | None = None, options: Options | None = None, **more: object
) -> rendering.Picture:
    (diagram,) = [each for each in DIAGRAMS if each.name == name]
    options = options or Options(depth=None)
    return rendering.picture(
        graph or samples.debate(),
        name,
        SUBJECTS[diagram.subject],
        options,
        **more,  # type: ignore[arg-type]
    )


def address(kind: str, id: str) -> str:
    return f"/{kind}/{id}?a=1&b=2"


@pytest.mark.parametrize("name", NAMES)
def test_golden_svg(name: str, golden: Callable[[Path, bytes], None]) -> None:
    golden(GOLDENS / f"{name}.svg", draw(name, engine_name="wasm").svg)


@pytest.mark.parametrize("name", NAMES)
def test_golden_dot(name: str, golden: Callable[[Path, bytes], None]) -> None:
    golden(GOLDENS / f"{name}.dot", draw(name).dot.encode())


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=60)
@given(st.text(max_size=200).filter(lambda text: text.strip()))
@example(NASTY)
def test_any_claim_text_stands_whole_in_the_picture(name: str, text: str) -> None:
    picture = draw(name, samples.with_claim_text(text))

    said = "".join(samples.words(samples.boxes(picture)["main"]).split())
    assert "".join(printable(text).split()) in said


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=60)
@given(st.text(max_size=200).filter(lambda text: text.strip()))
@example(NASTY)
def test_any_claim_text_makes_dot_that_parses(name: str, text: str) -> None:
    picture = draw(name, samples.with_claim_text(text))

    raw = engine.render(picture.dot, picture.drawing.layout, "wasm")
    titles = [each.text for each in ET.fromstring(raw).iter(f"{samples.SVG}title")]
    assert "main" in titles


def test_labels_do_not_change_a_layout_that_is_given() -> None:
    picture = draw("lanes")

    layouts = [
        [
            (shape.get("points"), shape.get("d"))
            for group in ET.fromstring(raw).iter(f"{samples.SVG}g")
            if group.get("class") == "edge"
            for shape in group.iter()
        ]
        for labelled in (True, False)
        for raw in (
            engine.render(picture.drawing.dot(labelled=labelled), picture.drawing.layout, "wasm"),
        )
    ]
    assert layouts[0] == layouts[1]


def test_boxes_of_a_tree_grow_with_a_wider_font() -> None:
    dot = draw("tree").dot.replace("fontsize=8", "fontsize=16")

    boxes = [
        re.findall(r"-?[0-9.]+", shape.get("points", ""))
        for group in ET.fromstring(engine.render(dot, "dot", "wasm")).iter(f"{samples.SVG}g")
        if group.get("class") == "node"
        for shape in group.iter(f"{samples.SVG}polygon")
    ]
    widest = max(float(box[0]) - float(box[2]) for box in boxes)
    assert widest > max(box.width_pt for box in draw("tree").drawing.boxes.values())


@pytest.mark.parametrize("name", NAMES)
def test_same_bytes_in_another_process_and_folder(name: str, tmp_path: Path) -> None:
    code = (
        "import sys, hashlib; sys.path[:0] = sys.argv[1:];"
        "from tests.rendering.test_picture import draw;"
        f"print(hashlib.sha256(draw({name!r}).svg).hexdigest())"
    )
    root = str(Path(__file__).parents[2])

    made = [
        subprocess.run(
            [sys.executable, "-c", code, root],
            capture_output=True, text=True, cwd=tmp_path, timeout=60,
            env={"PYTHONHASHSEED": seed, "HOME": str(Path.home())},
        ).stdout.strip()
        for seed in ("1", "2")
    ]  # fmt: skip
    assert set(made) == {hashlib.sha256(draw(name).svg).hexdigest()}


def test_eight_threads_draw_what_one_would() -> None:
    graphs = [samples.wide(n) for n in range(2, 22)]
    alone = [draw("tree", graph).svg for graph in graphs]

    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda graph: draw("tree", graph).svg, graphs * 8))

    assert together == alone * 8


def test_five_thousand_boxes_are_bounded_in_time() -> None:
    graph = samples.wide(5000)
    begun = time.process_time()

    picture = draw("tree", graph)

    assert time.process_time() - begun < 3
    assert f"{5000 - selection.MAX_STEPS} more steps not shown here" in picture.svg.decode()


def test_five_thousand_claims_are_refused_in_a_plain_sentence() -> None:
    graph = ArgumentGraph(b.corpus(claims=[b.claim(f"c{n}") for n in range(5000)]))

    with pytest.raises(TooLarge, match="5000 claims"):
        draw("lanes", graph)


def test_many_joint_premises_are_refused_in_a_plain_sentence() -> None:
    evidence = [b.fact(f"e{n}") for n in range(1500)]
    corpus = b.corpus(
        claims=[b.claim("main")],
        evidence=evidence,
        arguments=[b.support("a", tuple(e.id for e in evidence), "main")],
    )

    with pytest.raises(DrawingTooLarge, match="more than 1200 boxes"):
        draw("tree", ArgumentGraph(corpus))


@pytest.mark.parametrize("name", NAMES)
def test_picture_is_a_named_document_of_named_links(name: str) -> None:
    picture = draw(name, links=address, embedded=True)
    root = samples.tree_of(picture)

    ids = {e.get("id"): e for e in root.iter() if e.get("id")}
    assert root.get("role") == "graphics-document document"
    assert [ids[id].text for id in (root.get("aria-labelledby") or "").split()] == [
        picture.title, picture.description,
    ]  # fmt: skip
    for element in samples.boxes(picture).values():
        assert element.tag == f"{samples.SVG}a"
        assert (element.get("href") or "").startswith("/")
        assert len(element.get("aria-label") or "") > 5


@pytest.mark.parametrize("name", NAMES)
def test_label_of_a_box_says_its_whole_text(name: str) -> None:
    box = samples.boxes(draw(name))["main"]

    label = box.get("aria-label") or ""
    assert label.startswith("Claim main ")
    assert "the Left account asserts" in label


@pytest.mark.parametrize("name", NAMES)
def test_lines_are_hidden_from_screen_readers(name: str) -> None:
    root = samples.tree_of(draw(name))

    (edges,) = [e for e in root.iter() if e.get("aria-hidden") == "true"]
    inside = set(edges.iter())
    found = [e for e in root.iter() if (e.get("class") or "").startswith("edge")]
    assert found
    assert all(e in inside for e in found)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("embedded", [True, False])
def test_nothing_a_strict_policy_would_block(name: str, embedded: bool) -> None:
    picture = draw(name, links=address, embedded=embedded)

    assert not picture.svg.startswith(b"<?")
    for element in samples.tree_of(picture).iter():
        tag = element.tag.removeprefix(samples.SVG)
        assert tag not in {"style", "script", "foreignObject", "image", "use"}
        assert not {n for n in element.attrib if n == "style" or n.startswith("on")}
        assert not any("xlink" in n for n in element.attrib)


@pytest.mark.parametrize("name", NAMES)
def test_ids_are_unique_and_every_reference_leads_somewhere(name: str) -> None:
    root = samples.tree_of(draw(name))

    ids = [e.get("id") for e in root.iter() if e.get("id")]
    used = {
        value[5:-1] for e in root.iter() for value in e.attrib.values() if value.startswith("url(#")
    }
    assert len(ids) == len(set(ids))
    assert used <= set(ids)


def test_two_pictures_on_a_page_share_no_id() -> None:
    found = [
        {e.get("id") for e in samples.tree_of(draw(name)).iter() if e.get("id")} for name in NAMES
    ]

    assert all(one.isdisjoint(other) for one, other in itertools.combinations(found, 2))


@pytest.mark.parametrize("name", NAMES)
def test_alone_it_has_title_legend_licence_and_date(name: str) -> None:
    corpus = samples.debate().corpus
    text = "".join(samples.tree_of(draw(name)).itertext())

    assert "Left account" in text
    assert "a reason against it" in text
    assert f"{corpus.title}. Licence CC BY 4.0" in text


@pytest.mark.parametrize("name", NAMES)
def test_inside_a_page_it_has_neither_frame_nor_size(name: str) -> None:
    root = samples.tree_of(draw(name, embedded=True))

    assert (root.get("width"), root.get("height")) == (None, None)
    assert "licence" not in "".join(root.itertext())


@pytest.mark.parametrize("name", NAMES)
def test_alone_its_size_is_its_view(name: str) -> None:
    picture = draw(name)
    root = samples.tree_of(picture)

    assert root.get("viewBox") == f"0 0 {picture.width_pt:.1f} {picture.height_pt:.1f}"
    assert (root.get("width"), root.get("height")) == (
        f"{picture.width_pt:.1f}pt", f"{picture.height_pt:.1f}pt",
    )  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_no_text_is_smaller_than_eight_points(name: str) -> None:
    sizes = [float(e.get("font-size", 9)) for e in samples.tree_of(draw(name)).iter()]

    assert min(sizes) >= 8


@pytest.mark.parametrize("palette", ["grey", "contrast"])
def test_palette_changes_colours_and_nothing_else(palette: str) -> None:
    plain, other = (
        draw("tree", options=Options(depth=None, palette=p))  # type: ignore[arg-type]
        for p in ("colour", palette)
    )

    assert plain.svg != other.svg
    assert samples.rects(plain) == samples.rects(other)


@pytest.mark.usefixtures("dot")
@pytest.mark.parametrize("name", NAMES)
def test_other_engine_draws_the_same_boxes(name: str) -> None:
    one, other = (draw(name, engine_name=e) for e in ("wasm", "dot"))

    assert samples.boxes(one).keys() == samples.boxes(other).keys()
    assert samples.words(samples.tree_of(one)) == samples.words(samples.tree_of(other))


CUT_OFF = b"""<svg><g id="node1" class="node"><title>main</title>
<polygon fill="none" stroke="black" points="142,-9 0,-9 0,-6 142,-6 142,-9"/></g>"""


@pytest.mark.parametrize(
    "answer", [b"not a picture", b"<svg xmlns='http://www.w3.org/2000/svg'></svg>", CUT_OFF]
)
def test_answer_that_is_not_the_picture_is_refused(
    answer: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering = SimpleNamespace(version=repr(answer), begin=lambda *_: lambda: answer)
    monkeypatch.setattr(engine, "_engines", {"wasm": answering})

    with pytest.raises(DrawingFailed):
        draw("tree")


def test_picture_begun_for_a_page_is_the_embedded_one() -> None:
    graph = samples.debate()
    selected = rendering.select_tree(graph, "main", rendering.Options())
    begun = rendering.begin_tree(graph, selected, rendering.Options())

    assert begun().svg == rendering.picture(graph, "tree", "main", embedded=True).svg


def test_unknown_diagram_lists_the_known_ones() -> None:
    with pytest.raises(UnknownName, match="lanes, tree"):
        rendering.picture(samples.debate(), "sunburst", "main")


def test_diagrams_have_names_of_their_own() -> None:
    assert len(set(NAMES)) == len(NAMES)


def test_a_seventh_account_has_colour_and_hatch_of_its_own() -> None:
    corpus = _many_accounts(9)
    drawing = draw("lanes", ArgumentGraph(corpus)).drawing

    swatches = {ground.inside.split("<text")[0].split("<g")[-1] for ground in drawing.grounds}
    assert len(swatches) == 10


def _many_accounts(count: int) -> Corpus:
    accounts = [b.narrative(f"n{n}") for n in range(count)]
    return b.corpus(
        narratives=accounts,
        claims=[b.claim("main")],
        stances=[b.stance(account.id, "main") for account in accounts],
    )
