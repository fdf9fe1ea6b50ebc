"""Hidden checks of exercise 2: affine, output_shape, weight_shapes, parameter_count."""

import numpy as np

from grader.checks import after, agrees, points, raises, unchanged

# An answer in float32 is an honest answer: six digits must agree.
CLOSE = {"rtol": 1e-5, "atol": 1e-6}


def layer(rng, *sizes):
    """Random x, W and b with short numbers; sizes are (d, m) for one sample, (n, d, m) for a batch."""
    *n, d, m = sizes
    return tuple(rng.normal(size=shape).round(2) for shape in [(*n, d), (d, m), (m,)])


def random_sizes(rng, layers):
    """Sizes for a network with this many layers, each size different from the others."""
    return [int(size) for size in rng.permutation(np.arange(2, 60))[:layers]]


@points(2)
def check_affine_one_sample(learner, reference, rng):
    """affine: right for one sample"""
    x, W, b = np.array([1.0, 0.5]), np.array([[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]]), np.array([0.1, 0.2, 0.3])
    agrees(learner.affine(x, W, b), np.array([0.3, 0.7, 1.1]), **CLOSE)
    for d, m in [(1, 1), (4, 1), (1, 5), (6, 3), (3, 3)]:
        x, W, b = layer(rng, d, m)
        agrees(learner.affine(x, W, b), reference.affine(x, W, b), **CLOSE)


@points(2)
@after("check_affine_one_sample")
def check_affine_batch(learner, reference, rng):
    """affine: right for a batch of samples"""
    # As many samples as outputs: a bias that is added as a column raises no error, nor does a swapped product.
    for n, d, m in [(3, 3, 3), (3, 2, 3), (5, 2, 3), (1, 3, 2), (7, 1, 1)]:
        x, W, b = layer(rng, n, d, m)
        agrees(learner.affine(x, W, b), reference.affine(x, W, b), **CLOSE)
        agrees(learner.affine(x, W, b), reference.affine(x, W, b), **CLOSE)


@points(1)
@after("check_affine_one_sample")
def check_affine_leaves_arguments(learner):
    """affine: x, W and b are the same after the call; integers work too"""
    x, W, b = np.array([2.0, 1.0]), np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([10.0, 20.0])
    agrees(learner.affine(x, W, b), np.array([15.0, 28.0]), **CLOSE)
    unchanged(learner)
    x, W, b = (a.astype(int) for a in (x, W, b))
    agrees(learner.affine(x, W, b), np.array([15, 28]), **CLOSE)


@points(1)
def check_output_shape_two_matrices(learner):
    """output_shape: right for a matrix times a matrix"""
    agrees(learner.output_shape((2, 3), (3, 4)), (2, 4))
    agrees(learner.output_shape((100, 784), (784, 50)), (100, 50))
    agrees(learner.output_shape((1, 6), (6, 1)), (1, 1))
    agrees(learner.output_shape((5, 5), (5, 5)), (5, 5))


@points(1)
def check_output_shape_vector_matrix(learner):
    """output_shape: right for a vector times a matrix"""
    agrees(learner.output_shape((784,), (784, 50)), (50,))
    agrees(learner.output_shape((3,), (3, 1)), (1,))
    agrees(learner.output_shape((4,), (4, 4)), (4,))


@points(1)
def check_output_shape_matrix_vector(learner):
    """output_shape: right for a matrix times a vector"""
    agrees(learner.output_shape((2, 3), (3,)), (2,))
    agrees(learner.output_shape((1, 7), (7,)), (1,))
    agrees(learner.output_shape((9, 1), (1,)), (9,))


@points(1)
@after("check_output_shape_vector_matrix", "check_output_shape_matrix_vector")
def check_output_shape_two_vectors(learner):
    """output_shape: right for a vector times a vector"""
    agrees(learner.output_shape((3,), (3,)), ())
    agrees(learner.output_shape((1,), (1,)), ())


@points(1)
@after("check_output_shape_two_matrices")
def check_output_shape_matrices_misfit(learner):
    """output_shape: raises ValueError where two matrices do not fit"""
    # Equal shapes, equal outer sizes, equal first sizes, equal last sizes: none of these is the rule.
    for x_shape, W_shape in [((2, 3), (2, 3)), ((3, 2), (4, 3)), ((2, 5), (2, 4)), ((2, 5), (4, 5))]:
        with raises(learner, "ValueError"):
            learner.output_shape(x_shape, W_shape)
    agrees(learner.output_shape((2, 3), (3, 2)), (2, 2))


@points(1)
@after(
    "check_output_shape_vector_matrix",  # `n, d = x_shape` raises ValueError for every vector
    "check_output_shape_matrix_vector",
    "check_output_shape_matrices_misfit",
)
def check_output_shape_vectors_misfit(learner):
    """output_shape: raises ValueError where a vector does not fit"""
    for x_shape, W_shape in [((3,), (2, 3)), ((2, 3), (2,)), ((3,), (4,)), ((1,), (3,)), ((4, 3), (1,))]:
        with raises(learner, "ValueError"):
            learner.output_shape(x_shape, W_shape)


@points(1)
def check_weight_shapes_digits(learner):
    """weight_shapes: right for the network that reads digits"""
    agrees(learner.weight_shapes([784, 50, 100, 10]), [(784, 50), (50, 100), (100, 10)])


@points(1)
@after("check_weight_shapes_digits")
def check_weight_shapes_any_depth(learner, reference, rng):
    """weight_shapes: right for networks with few and with many layers"""
    for layers in (2, 3, 5, 9):
        sizes = random_sizes(rng, layers)
        agrees(learner.weight_shapes(sizes), reference.weight_shapes(sizes))


@points(1)
@after("check_weight_shapes_digits")
def check_weight_shapes_equal_sizes(learner):
    """weight_shapes: right where layers have equal sizes"""
    agrees(learner.weight_shapes([3, 3, 3, 1]), [(3, 3), (3, 3), (3, 1)])
    agrees(learner.weight_shapes([2, 5, 2, 5]), [(2, 5), (5, 2), (2, 5)])


@points(1)
@after("check_weight_shapes_digits")
def check_weight_shapes_leaves_sizes(learner):
    """weight_shapes: the list of sizes is the same after the call"""
    for _ in range(2):
        agrees(learner.weight_shapes([2, 3, 4, 5]), [(2, 3), (3, 4), (4, 5)])
        unchanged(learner)


@points(2)
def check_parameter_count_digits(learner):
    """parameter_count: right for the network that reads digits"""
    agrees(learner.parameter_count([784, 50, 100, 10]), 45360)


@points(1)
@after("check_parameter_count_digits")
def check_parameter_count_any_depth(learner, reference, rng):
    """parameter_count: right for networks with few and with many layers"""
    agrees(learner.parameter_count([2, 3]), 9)
    for layers in (2, 3, 5, 9):
        sizes = random_sizes(rng, layers)
        agrees(learner.parameter_count(sizes), reference.parameter_count(sizes))


@points(1)
@after("check_parameter_count_digits")
def check_parameter_count_integer(learner):
    """parameter_count: the answer is an integer"""
    agrees(learner.parameter_count([4, 3, 2, 5]), 38, integer=True)


@points(1)
@after("check_parameter_count_digits")
def check_parameter_count_leaves_sizes(learner):
    """parameter_count: the list of sizes is the same after the call"""
    for _ in range(2):
        agrees(learner.parameter_count([2, 3, 1, 4]), 21)
        unchanged(learner)
