import pytest

from tocsin.core.analysis.gazetteer import GazetteerError
from tocsin.core.analysis.places.weights import read_weights


def test_reads_the_three_kinds() -> None:
    weights = read_weights("bias\t\t-0.5\nresolution\theld\t2\ndetection\tahead ,\t0.25\n")
    assert weights.bias == -0.5
    assert weights.resolution == {"held": 2.0}
    assert weights.detection == {"ahead ,": 0.25}


@pytest.mark.parametrize("line", ["detection\tx", "other\tx\t1", "detection\tx\tmuch"])
def test_names_the_line_that_is_none(line: str) -> None:
    with pytest.raises(GazetteerError, match=r"weights\.tsv:2"):
        read_weights(f"bias\t\t0\n{line}\n")
