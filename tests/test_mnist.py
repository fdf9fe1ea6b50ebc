"""exercises/mnist.py: the digits, the weights, and what a learner reads when they are not there."""

import gzip
import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

SOURCE = Path(__file__).resolve().parent.parent / "exercises" / "mnist.py"
DATA = SOURCE.parent / "data"


def load_module(path: Path) -> ModuleType:
    """The module at `path`, by path as the grader does it."""
    spec = importlib.util.spec_from_file_location("mnist_under_test", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


mnist = load_module(SOURCE)


@pytest.fixture
def copied(tmp_path: Path) -> ModuleType:
    """mnist.py and its data in a folder of their own, to damage."""
    shutil.copy(SOURCE, tmp_path)
    shutil.copytree(DATA, tmp_path / "data")
    return load_module(tmp_path / "mnist.py")


class TestBundledDigits:
    def test_default_is_flat_floats_between_0_and_1(self) -> None:
        (x_train, t_train), (x_test, t_test) = mnist.load_mnist()
        assert (x_train.shape, t_train.shape) == ((4000, 784), (4000,))
        assert (x_test.shape, t_test.shape) == ((1000, 784), (1000,))
        for x in (x_train, x_test):
            assert x.dtype == np.float32
            assert (x.min(), x.max()) == (0.0, 1.0)
        assert t_train.dtype == t_test.dtype == np.uint8

    def test_raw_images(self) -> None:
        (x_train, _), (x_test, _) = mnist.load_mnist(normalize=False, flatten=False)
        assert (x_train.shape, x_test.shape) == ((4000, 28, 28), (1000, 28, 28))
        assert x_train.dtype == x_test.dtype == np.uint8
        assert (x_train.min(), x_train.max()) == (0, 255)

    def test_options_may_be_given_by_place_as_in_the_book(self) -> None:
        (x, t), _ = mnist.load_mnist(True, False, True)
        assert (x.dtype, x.shape, t.shape) == (np.float32, (4000, 28, 28), (4000, 10))

    def test_normalize_and_flatten_change_nothing_else(self) -> None:
        _, (raw, _) = mnist.load_mnist(normalize=False, flatten=False)
        _, (x, _) = mnist.load_mnist()
        np.testing.assert_array_equal(np.round(x * 255).astype(np.uint8), raw.reshape(1000, 784))

    def test_one_hot_rows_hold_a_single_1_at_the_label(self) -> None:
        (_, labels), (_, test_labels) = mnist.load_mnist()
        (_, hot), (_, test_hot) = mnist.load_mnist(one_hot_label=True)
        for t, rows in ((labels, hot), (test_labels, test_hot)):
            assert rows.shape == (len(t), 10)
            np.testing.assert_array_equal(rows.argmax(axis=1), t)
            np.testing.assert_array_equal(np.sort(rows, axis=1), np.eye(10)[[9] * len(t)])

    def test_every_class_400_and_100(self) -> None:
        (_, t_train), (_, t_test) = mnist.load_mnist()
        assert np.bincount(t_train).tolist() == [400] * 10
        assert np.bincount(t_test).tolist() == [100] * 10

    def test_classes_are_mixed(self) -> None:
        for _, t in mnist.load_mnist():
            for start in range(0, len(t), 100):
                assert len(set(t[start : start + 100])) == 10

    def test_no_training_image_is_a_test_image_and_none_comes_twice(self) -> None:
        (x_train, _), (x_test, _) = mnist.load_mnist(normalize=False)
        assert len({image.tobytes() for image in np.concatenate([x_train, x_test])}) == 5000

    def test_arrays_are_the_callers_own(self) -> None:
        for x, t in mnist.load_mnist(normalize=False):
            x += 1
            t += 1
        assert mnist.load_mnist(normalize=False)[0][0].min() == 0

    def test_full_and_folder_exclude_each_other(self) -> None:
        with pytest.raises(ValueError, match="not both"):
            mnist.load_mnist(full=True, folder="somewhere")


class TestWeights:
    def test_names_shapes_and_type(self) -> None:
        network = mnist.load_network()
        assert {name: values.shape for name, values in network.items()} == {
            "W1": (784, 50),
            "b1": (50,),
            "W2": (50, 100),
            "b2": (100,),
            "W3": (100, 10),
            "b3": (10,),
        }
        assert list(network) == ["W1", "b1", "W2", "b2", "W3", "b3"]
        for values in network.values():
            assert values.dtype == np.float32
            assert np.isfinite(values).all()

    def test_accuracy_on_the_test_images(self) -> None:
        network = mnist.load_network()
        _, (h, t) = mnist.load_mnist()
        for layer in "12":
            # Written as a learner writes it: warnings are errors here, so nothing may overflow.
            h = 1 / (1 + np.exp(-(np.dot(h, network[f"W{layer}"]) + network[f"b{layer}"])))
        answers = (np.dot(h, network["W3"]) + network["b3"]).argmax(axis=1)
        assert (answers == t).mean() >= 0.95


class TestDamage:
    @pytest.mark.parametrize("name", ["mnist_5k.npz", "sample_weight.npz"])
    def test_changed_byte(self, copied: ModuleType, name: str) -> None:
        path = copied.DATA / name
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.write_bytes(content)
        self.expect(copied, name, rf"{name} is damaged: .*type: grade init fresh$")

    @pytest.mark.parametrize("name", ["mnist_5k.npz", "sample_weight.npz"])
    def test_missing_file(self, copied: ModuleType, name: str) -> None:
        (copied.DATA / name).unlink()
        self.expect(copied, name, rf"{name} is missing\. .*type: grade init fresh$")

    def test_missing_folder(self, copied: ModuleType) -> None:
        shutil.rmtree(copied.DATA)
        self.expect(copied, "mnist_5k.npz", "mnist_5k.npz is missing")

    def test_folder_in_the_files_place(self, copied: ModuleType) -> None:
        (copied.DATA / "mnist_5k.npz").unlink()
        (copied.DATA / "mnist_5k.npz").mkdir()
        self.expect(copied, "mnist_5k.npz", r"mnist_5k.npz cannot be read \(Is a directory\)")

    def test_missing_hashes(self, copied: ModuleType) -> None:
        (copied.DATA / "SHA256SUMS").unlink()
        self.expect(copied, "mnist_5k.npz", "SHA256SUMS is missing")

    @pytest.mark.parametrize("text", [b"", b"\xff\x00", b"one two three\n\n"])
    def test_unreadable_hashes(self, copied: ModuleType, text: bytes) -> None:
        (copied.DATA / "SHA256SUMS").write_bytes(text)
        self.expect(copied, "mnist_5k.npz", "SHA256SUMS is damaged: it has no line for mnist_5k.npz")

    def test_by_hand_it_is_one_line_and_no_traceback(self, copied: ModuleType) -> None:
        (copied.DATA / "mnist_5k.npz").unlink()
        done = run("-B", copied.__file__)
        assert done.returncode == 1
        assert done.stdout == ""
        assert done.stderr == f"{copied.DATA / 'mnist_5k.npz'} is missing. {copied._FRESH_COPY}\n"

    @staticmethod
    def expect(module: ModuleType, name: str, sentence: str) -> None:
        load = module.load_network if name == "sample_weight.npz" else module.load_mnist
        with pytest.raises(module.DataError, match=sentence) as caught:
            load()
        assert caught.value.__cause__ is None
        assert caught.value.__suppress_context__ or caught.value.__context__ is None


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    """A fresh interpreter, isolated as the worker's is."""
    command = [sys.executable, "-I", "-W", "error", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


class TestInAProcess:
    def test_by_hand_it_shows_a_digit(self) -> None:
        done = run("-B", SOURCE)
        assert (done.returncode, done.stderr) == (0, "")
        assert "x_train (4000, 28, 28)   t_train (4000,)" in done.stdout
        assert done.stdout.splitlines()[-1] == f"label: {mnist.load_mnist()[1][1][0]}"

    def test_reads_only(self) -> None:
        """No writing, no network, no other process: what the worker's walls forbid, it never tries."""
        done = run("-B", "-c", READ_ONLY, SOURCE)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout == "1000 6\n"


READ_ONLY = """
import importlib.util, os, sys
import numpy

def guard(event, arguments):
    if event == "open":
        path, mode, flags = arguments
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            raise SystemExit(f"writes {path}")
    if event.startswith(("socket.", "subprocess.", "os.fork", "os.exec", "os.posix_spawn", "os.system", "os.mkdir")):
        raise SystemExit(event)

sys.addaudithook(guard)
spec = importlib.util.spec_from_file_location("mnist", sys.argv[1])
mnist = importlib.util.module_from_spec(spec)
spec.loader.exec_module(mnist)
(_, _), (x, t) = mnist.load_mnist()
print(len(x), len(mnist.load_network()))
assert not {"keras", "tensorflow", "grader"} & set(sys.modules)
"""


class TestAllOfMnist:
    """full=True, with a stand-in for Keras: TensorFlow takes seconds to import, and a test has no network."""

    @staticmethod
    def stand_in(monkeypatch: pytest.MonkeyPatch, load_data: object) -> None:
        keras, datasets, dataset = (ModuleType(name) for name in ("keras", "keras.datasets", "keras.datasets.mnist"))
        dataset.load_data = load_data  # type: ignore[attr-defined]
        datasets.mnist = dataset  # type: ignore[attr-defined]
        keras.datasets = datasets  # type: ignore[attr-defined]
        for module in (keras, datasets, dataset):
            monkeypatch.setitem(sys.modules, module.__name__, module)

    def test_what_keras_gives_takes_the_same_form(self, monkeypatch: pytest.MonkeyPatch) -> None:
        images, labels = np.full((3, 28, 28), 255, np.uint8), np.array([1, 0, 9], np.uint8)
        self.stand_in(monkeypatch, lambda: ((images, labels), (images[:2], labels[:2])))
        (x_train, t_train), (x_test, t_test) = mnist.load_mnist(one_hot_label=True, full=True)
        np.testing.assert_array_equal(x_train, np.ones((3, 784), np.float32))
        assert (t_train.shape, x_test.shape, t_test.shape) == ((3, 10), (2, 784), (2, 10))

    @pytest.mark.parametrize(
        "fault", [Exception("URL fetch failure"), OSError("URL fetch failure"), ValueError("URL fetch failure")]
    )
    def test_no_network(self, monkeypatch: pytest.MonkeyPatch, fault: Exception) -> None:
        def load_data() -> None:
            raise fault

        self.stand_in(monkeypatch, load_data)
        with pytest.raises(mnist.DataError, match=r"could not fetch .*\(URL fetch failure\).*type: load_mnist\(\)$"):
            mnist.load_mnist(full=True)

    def test_no_keras(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "keras", None)
        monkeypatch.setitem(sys.modules, "keras.datasets", None)
        with pytest.raises(mnist.DataError, match=r"needs Keras.*Type: pip install tensorflow$"):
            mnist.load_mnist(full=True)


def idx(array: np.ndarray) -> bytes:
    """A uint8 array in the idx format."""
    header = bytes([0, 0, 8, array.ndim]) + b"".join(n.to_bytes(4, "big") for n in array.shape)
    return header + array.astype(np.uint8).tobytes()


RNG = np.random.default_rng(0)
TRAIN = RNG.integers(0, 256, (7, 28, 28), np.uint8), RNG.integers(0, 10, 7, np.uint8)
TEST = RNG.integers(0, 256, (3, 28, 28), np.uint8), RNG.integers(0, 10, 3, np.uint8)
CLASSIC = {
    "train-images-idx3-ubyte": idx(TRAIN[0]),
    "train-labels-idx1-ubyte": idx(TRAIN[1]),
    "t10k-images-idx3-ubyte": idx(TEST[0]),
    "t10k-labels-idx1-ubyte": idx(TEST[1]),
}


class TestClassicFiles:
    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        for name, content in CLASSIC.items():
            (tmp_path / f"{name}.gz").write_bytes(gzip.compress(content))
        return tmp_path

    def test_gzipped(self, folder: Path) -> None:
        self.expect_digits(folder)
        self.expect_digits(str(folder))

    def test_plain(self, tmp_path: Path) -> None:
        for name, content in CLASSIC.items():
            (tmp_path / name).write_bytes(content)
        self.expect_digits(tmp_path)

    def test_dot_for_dash(self, tmp_path: Path) -> None:
        for name, content in CLASSIC.items():
            (tmp_path / name.replace("-idx", ".idx")).write_bytes(content)
        self.expect_digits(tmp_path)

    def test_unpacked_but_still_called_gz(self, folder: Path) -> None:
        for name, content in CLASSIC.items():
            (folder / f"{name}.gz").write_bytes(content)
        self.expect_digits(folder)

    @staticmethod
    def expect_digits(folder: Path | str) -> None:
        train, test = mnist.load_mnist(normalize=False, flatten=False, folder=folder)
        for got, expected in ((train, TRAIN), (test, TEST)):
            np.testing.assert_array_equal(got[0], expected[0])
            np.testing.assert_array_equal(got[1], expected[1])
            assert got[0].flags.writeable
            assert got[1].flags.writeable
        (x, t), _ = mnist.load_mnist(one_hot_label=True, folder=folder)
        assert (x.dtype, x.shape, t.shape) == (np.float32, (7, 784), (7, 10))

    @pytest.mark.parametrize(
        ("name", "content", "sentence"),
        [
            ("train-images-idx3-ubyte", b"", "is not an idx file of bytes with 3"),
            ("train-images-idx3-ubyte", b"<html>Not found</html>", "is not an idx file of bytes with 3"),
            ("train-images-idx3-ubyte", idx(TRAIN[0])[:9], "is not an idx file of bytes with 3"),
            ("train-images-idx3-ubyte", idx(TRAIN[1]), "is not an idx file of bytes with 3"),
            ("train-labels-idx1-ubyte", idx(TRAIN[0]), "is not an idx file of bytes with 1"),
            ("train-images-idx3-ubyte", idx(TRAIN[0])[:-1], "is damaged: 5503 bytes where its header promises 5504"),
            ("t10k-labels-idx1-ubyte", idx(TEST[1]) + b"!", "is damaged: 12 bytes where its header promises 11"),
            (
                "t10k-images-idx3-ubyte",
                bytes([0, 0, 8, 3]) + b"\xff" * 12,
                "header promises 79228162458924105385300197391",
            ),
            ("t10k-images-idx3-ubyte", idx(TEST[0][:, :14]), r"images of \(14, 28\) pixels"),
            ("t10k-images-idx3-ubyte", idx(TRAIN[0]), r"holds 7 images, but t10k-labels-idx1-ubyte.gz 3 labels"),
            ("t10k-labels-idx1-ubyte", idx(np.array([1, 10, 2])), "holds the label 10"),
        ],
    )
    def test_damaged(self, folder: Path, name: str, content: bytes, sentence: str) -> None:
        (folder / f"{name}.gz").write_bytes(gzip.compress(content))
        with pytest.raises(mnist.DataError, match=rf"{sentence}.*type: load_mnist\(\)$"):
            mnist.load_mnist(folder=folder)

    @pytest.mark.parametrize("cut", [5, 200, -1])
    def test_gzip_cut_short(self, folder: Path, cut: int) -> None:
        path = folder / "train-images-idx3-ubyte.gz"
        path.write_bytes(path.read_bytes()[:cut])
        with pytest.raises(mnist.DataError, match=r"cannot be read \(.*type: load_mnist\(\)$"):
            mnist.load_mnist(folder=folder)

    def test_gzip_with_a_changed_byte(self, folder: Path) -> None:
        path = folder / "train-images-idx3-ubyte.gz"
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 0xFF
        path.write_bytes(content)
        with pytest.raises(mnist.DataError, match="cannot be read"):
            mnist.load_mnist(folder=folder)

    def test_missing(self, folder: Path) -> None:
        (folder / "t10k-labels-idx1-ubyte.gz").unlink()
        with pytest.raises(mnist.DataError, match=r"has no file t10k-labels-idx1-ubyte\.gz \(nor .*type: ls"):
            mnist.load_mnist(folder=folder)
        with pytest.raises(mnist.DataError, match="has no file train-images"):
            mnist.load_mnist(folder=folder / "nowhere")
