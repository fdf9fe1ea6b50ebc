import keras
import numpy as np
from mnist import load_mnist


def preprocess(images, labels):
    n, h, w = images.shape
    x = np.divide(images.reshape((n, h * w)), 255, dtype=np.float32)
    y = (labels[:, None] == np.arange(10)).astype("float32")
    return x, y


def build_model():
    layers = keras.layers
    net = keras.Sequential([layers.InputLayer(shape=(784,))] + [layers.Dense(n, activation="relu") for n in (256, 128)] + [layers.Dense(10, "softmax")])
    net.compile("sgd", "categorical_crossentropy", metrics=["accuracy"])
    net.optimizer.learning_rate = 0.1
    return net


def train(model, x, y, epochs=20, batch_size=256):
    n = len(x)
    losses = []
    for _ in range(epochs):
        order = np.random.permutation(n)
        sums = 0.0
        for start in range(0, n, batch_size):
            idx = order[start:start + batch_size]
            model.reset_metrics()
            loss = model.train_on_batch(x[idx], y[idx])
            sums += float(loss[0]) * len(idx)
        losses.append(sums / n)
    return {"loss": losses}


def evaluate(model, x, y):
    right = 0
    p = model(x).numpy()
    for i in range(len(x)):
        if np.argmax(p[i]) == np.argmax(y[i]):
            right += 1
    return right / len(x)
