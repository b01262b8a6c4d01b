"""Papers that were signed elsewhere come back, and what a process left that died while it signed."""

import datetime as dt
import json
import shutil
from pathlib import Path

import pytest

from reportgen.model.errors import FinishError
from reportgen.model.registry import Hand
from reportgen.papers import OfficeFolder
from reportgen.seal.authority import Authority
from reportgen.verify.examiner import examining
from reportgen.verify.filing import file_signed
from reportgen.verify.judge import Judgement
from tests.helpers.desk import NAMES, Desk, issued, run
from tests.verify.attacks import BEFORE, judged
from tests.verify.forging import Scene, annotated, copied, covered, embellished, saved_again, sign


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """Have the secretary sign."""
    desk = issued(tmp_path_factory.mktemp("begun"), Authority.begun(dt.datetime.now(dt.UTC)))
    trail = [desk.paper.read_bytes()]
    desk.sign(desk.paper, "secretary")
    return Scene(desk, (*trail, desk.paper.read_bytes()))


@pytest.fixture
def scene(begun: Scene, tmp_path: Path) -> Scene:
    """Give a test its own desk."""
    return copied(begun, tmp_path)


def entered(desk: Desk) -> tuple[str, str, int]:
    """Tell where the paper stands, what its PDF must be, and how often it was signed."""
    (paper,) = json.loads(run("register", "list", "--office", desk.office, "--format", "json"))
    with OfficeFolder(desk.office).reading() as registry:
        acts = [str(one.act) for one in registry.entries()]
    return paper["state"], paper["digests"]["pdf"], acts.count("signed")


def file(scene: Scene, path: Path, code: int = 0) -> str:
    """Bring a paper back."""
    return run("sign", "--signed", path, "--office", scene.office, code=code)


def test_a_paper_that_was_signed_elsewhere_is_filed_and_every_signature_is_entered(scene: Scene) -> None:
    content = scene.trail[-1]
    for field in ("chair", "seal"):
        content = sign(content, field, scene.key_of(NAMES[field]))
    path = scene.put(content)
    said = file(scene, path.parent)

    assert "Chủ tọa, Con dấu của cơ quan" in said
    assert scene.desk.paper.read_bytes() == content
    assert entered(scene.desk)[2] == len(NAMES)
    found = judged(scene.office, scene.desk.paper)
    assert found.judgement is Judgement.TEST, [str(one) for one in found.reasons]
    run("register", "verify", "--office", scene.office)
    assert "was filed before" in file(scene, path)
    assert entered(scene.desk)[2] == len(NAMES)


def test_what_is_not_the_filed_paper_with_sound_signatures_behind_it_is_not_filed(scene: Scene) -> None:
    chair = scene.key_of(NAMES["chair"])
    stranger = Authority.begun(dt.datetime.now(dt.UTC))
    refused = {
        "register-paper-differs": sign(saved_again(scene.trail[0]), "chair", chair),
        "page-redrawn": sign(covered(scene.trail[-1]), "chair", chair),
        "changed-after-signing": annotated(sign(scene.trail[-1], "chair", chair)),
        "signature-other-person": sign(scene.trail[-1], "chair", scene.key_of(NAMES["secretary"])),
        "signature-strange": sign(
            scene.trail[-1], "chair", scene.key(stranger.holder(NAMES["chair"]), stranger)
        ),
        "paper-rolled-back": scene.trail[0],
    }
    before = entered(scene.desk)
    with examining() as examiner:
        for code, content in refused.items():
            path, hand = scene.put(content), Hand("x", dt.datetime.now(dt.UTC))
            with pytest.raises(FinishError) as caught:
                list(file_signed([path], examiner, scene.office, hand))
            assert code in {one.code for one in caught.value.diagnostics}
    assert entered(scene.desk) == before
    assert scene.desk.paper.read_bytes() == scene.trail[-1]


def test_a_paper_that_was_changed_before_the_first_signature_is_not_filed(
    begun: Scene, tmp_path: Path
) -> None:
    scene = copied(begun, tmp_path)
    scene.in_register("DELETE FROM entries WHERE act = 'signed'; DELETE FROM details WHERE entry = 4")
    scene.filed(scene.trail[0])
    secretary = scene.key_of(NAMES["secretary"])
    for change in BEFORE.values():
        said = file(scene, scene.put(sign(change(scene.trail[0]), "secretary", secretary)), code=6)
        assert "[changed-before-signing]" in said
    assert entered(scene.desk)[::2] == ("issued", 0)
    file(scene, scene.put(sign(embellished(scene.trail[0]), "secretary", secretary)))


@pytest.mark.parametrize(
    "following", ["chair signs", "the same again", "its folder again", "--signed", "revoke"]
)
def test_a_signature_that_nobody_lived_to_enter_is_entered_by_whoever_comes_next(
    scene: Scene, following: str
) -> None:
    scene.in_register(
        "DELETE FROM entries WHERE act = 'signed';"
        "DELETE FROM details WHERE entry NOT IN (SELECT entry FROM entries)"
    )
    assert entered(scene.desk)[::2] == ("issued", 0)
    assert "[signature-unfiled]" in run("register", "verify", "--office", scene.office, code=10)
    if following == "chair signs":
        scene.desk.sign(scene.desk.paper, "chair")
    elif following == "the same again":
        assert "[sign-taken]" in scene.desk.sign(scene.desk.paper, "secretary", code=4)
    elif following == "its folder again":
        assert "[sign-taken]" in scene.desk.sign(scene.desk.paper.parent, "secretary", code=4)
    elif following == "revoke":
        run("revoke", "01/BB-VHXH", "--reason", "ghi nhầm", "--office", scene.office)
    else:
        file(scene, scene.desk.paper)

    assert entered(scene.desk)[2] == 1 + (following == "chair signs")
    run("register", "verify", "--office", scene.office)


def test_a_file_in_the_cabinet_that_somebody_else_changed_is_not_settled(scene: Scene) -> None:
    scene.filed(annotated(scene.trail[-1]))
    before = entered(scene.desk)

    assert "register-paper-differs" in scene.desk.sign(scene.desk.paper, "chair", code=7)
    assert entered(scene.desk) == before


def test_what_was_signed_from_an_older_file_does_not_take_the_place_of_a_newer_one(scene: Scene) -> None:
    path = scene.put(sign(scene.trail[0], "secretary", scene.key_of(NAMES["secretary"])))

    assert "register-paper-differs" in file(scene, path, code=6)
    shutil.copy(path, scene.desk.paper)
    assert judged(scene.office, scene.desk.paper).judgement is Judgement.NOT_VALID
