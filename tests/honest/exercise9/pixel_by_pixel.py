import numpy as np
from matplotlib.figure import Figure


def smooth(values):
    return [float(np.mean(values[max(i - 2, 0) : i + 1])) for i in range(len(values))]


def diagnose(history):
    loss = smooth(history["loss"])
    if not loss[-1] <= loss[0] * 0.95:
        return "stalled"
    if not loss[-1] <= loss[0] * 0.5:
        return "underfitting"
    val_loss = smooth(history["val_loss"])
    lowest = sorted(val_loss)[0]
    return "overfitting" if (val_loss[-1] - lowest) / lowest > 0.1 else "good"


def best_epoch(val_loss, patience):
    for end in range(len(val_loss)):
        best = int(np.argmin(val_loss[: end + 1]))
        if end - best >= patience:
            break
    return np.int64(best)


def dropout(x, rate, rng):
    keep = rng.binomial(1, 1 - rate, np.shape(x))
    return np.asarray(x) * keep / (1 - rate)


def shift(images, dy, dx):
    images = np.asarray(images)
    if images.ndim == 3:
        return np.stack([shift(image, dy, dx) for image in images])
    result = np.zeros_like(images)
    rows, columns = images.shape
    for y in range(rows):
        for x in range(columns):
            if 0 <= y + dy < rows and 0 <= x + dx < columns:
                result[y + dy, x + dx] = images[y, x]
    return result


def sgd_step(w, grad, learning_rate):
    return np.add(w, np.multiply(-learning_rate, grad))


def momentum_step(w, grad, velocity, learning_rate, momentum=0.9):
    new = np.zeros_like(velocity)
    new += momentum * velocity
    new -= learning_rate * grad
    return w + new, new


def adam_step(w, grad, m, v, t, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
    new_m = beta_1 * m + (1 - beta_1) * grad
    new_v = beta_2 * v + (1 - beta_2) * grad * grad
    step = learning_rate * new_m / (1 - beta_1**t)
    return w - step / ((new_v / (1 - beta_2**t)) ** 0.5 + epsilon), new_m, new_v


def plot_history(history):
    figure = Figure(figsize=(5, 3))
    axes = figure.subplots()
    for name in ("val_loss", "loss"):
        axes.plot(list(range(1, 1 + len(history[name]))), history[name], label=name)
    axes.set(xlabel="epoch", ylabel="loss")
    figure.legend()
    axes.legend(loc="best")
    return figure
