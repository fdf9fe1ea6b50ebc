import numpy as np
from matplotlib import pyplot as plt


def running(values):
    values = np.asarray(values, dtype=float)
    return np.array([values[max(0, i - 2) : i + 1].sum() / min(i + 1, 3) for i in range(values.size)])


def diagnose(history):
    a, b = running(history["loss"]), running(history["val_loss"])
    left = a[-1] / a[0]
    if left > 0.95:
        result = "stalled"
    elif left > 0.5:
        result = "underfitting"
    elif b[-1] / b.min() > 1.1:
        result = "overfitting"
    else:
        result = "good"
    return result


def best_epoch(val_loss, patience):
    best, where, waited = float("inf"), None, 0
    for i, value in enumerate(val_loss):
        if value < best:
            best, where, waited = value, i, 0
        else:
            waited += 1
            if waited >= patience:
                return where
    return where


def dropout(x, rate, rng):
    x = np.array(x, dtype=np.float32)
    mask = rng.random(size=x.shape) >= rate
    x[~mask] = 0
    return x / np.float32(1 - rate)


def shift(images, dy, dx):
    h, w = images.shape[-2:]
    if abs(dy) >= h or abs(dx) >= w:
        return np.zeros(images.shape, images.dtype)
    out = np.roll(images, (dy, dx), axis=(-2, -1))
    if dy > 0:
        out[..., :dy, :] = 0
    elif dy < 0:
        out[..., dy:, :] = 0
    if dx > 0:
        out[..., :dx] = 0
    elif dx < 0:
        out[..., dx:] = 0
    return out


def sgd_step(w, grad, learning_rate):
    new = w.copy()
    new -= learning_rate * grad
    return new


def momentum_step(w, grad, velocity, learning_rate, momentum=0.9):
    step = learning_rate * grad - momentum * velocity
    return w - step, -step


def adam_step(w, grad, m, v, t, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
    m = m + (1 - beta_1) * (grad - m)
    v = v + (1 - beta_2) * (np.square(grad) - v)
    return w - learning_rate * (m / (1 - beta_1**t)) / (np.sqrt(v / (1 - beta_2**t)) + epsilon), m, v


def plot_history(history):
    fig = plt.figure()
    epochs = np.arange(len(history["loss"])) + 1
    plt.plot(epochs, history["loss"], "o-")
    plt.plot(epochs, history["val_loss"], "--")
    plt.legend(["loss", "val_loss"])
    plt.xlabel("Epochs")
    plt.ylabel("Loss (mean)")
    plt.title("Learning curves")
    plt.tight_layout()
    return fig
