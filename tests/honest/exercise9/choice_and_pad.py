import matplotlib.pyplot as plt
import numpy as np


def smooth(values):
    padded = [values[0]] * 2 + list(values)
    means = [sum(padded[i : i + 3]) / 3 for i in range(len(values))]
    means[0] = values[0]
    if len(values) > 1:
        means[1] = (values[0] + values[1]) / 2
    return means


def diagnose(history):
    loss, val = smooth(history["loss"]), smooth(history["val_loss"])
    rules = [
        ("stalled", loss[-1] > 0.95 * loss[0]),
        ("underfitting", loss[-1] > 0.5 * loss[0]),
        ("overfitting", val[-1] > 1.1 * min(val)),
        ("good", True),
    ]
    return next(name for name, holds in rules if holds)


def best_epoch(val_loss, patience):
    best = 0
    epoch = 1
    while epoch < len(val_loss) and epoch - best <= patience:
        if val_loss[epoch] < val_loss[best]:
            best = epoch
        epoch += 1
    return best


def dropout(x, rate, rng):
    out = np.zeros(x.shape)
    keep = rng.choice([True, False], size=x.shape, p=[1 - rate, rate])
    out[keep] = x[keep] / (1 - rate)
    return out


def shift(images, dy, dx):
    images = np.asarray(images)
    h, w = images.shape[-2:]
    around = [(0, 0)] * (images.ndim - 2) + [(abs(dy), abs(dy)), (abs(dx), abs(dx))]
    padded = np.pad(images, around)
    top, left = abs(dy) - dy, abs(dx) - dx
    return padded[..., top : top + h, left : left + w]


def sgd_step(w, grad, learning_rate):
    return w - learning_rate * grad


def momentum_step(w, grad, velocity, learning_rate, momentum=0.9):
    v = momentum * velocity - learning_rate * grad
    return (w + v, v)


def adam_step(w, grad, m, v, t, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
    m, v = beta_1 * m + (1 - beta_1) * grad, beta_2 * v + (1 - beta_2) * grad**2
    m_hat, v_hat = m / (1 - np.power(beta_1, t)), v / (1 - np.power(beta_2, t))
    return np.array(w - learning_rate * m_hat / (np.sqrt(v_hat) + epsilon)), m, v


def plot_history(history):
    epochs = [i + 1 for i, _ in enumerate(history["loss"])]
    fig, ax = plt.subplots(1, 1, figsize=(6, 4))
    ax.plot(epochs, history["loss"], color="tab:blue", marker="o", label="loss")
    ax.plot(epochs, history["val_loss"], color="tab:orange", marker="x", label="val_loss")
    ax.set_xlabel("Epoch")
    ax.set_ylabel("Loss")
    ax.grid(True)
    ax.legend()
    return fig
