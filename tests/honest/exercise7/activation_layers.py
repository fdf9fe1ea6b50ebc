import keras
import numpy as np
from mnist import load_mnist


def preprocess(images: np.ndarray, labels: np.ndarray):
    rows = []
    for image in images:
        rows.append(image.ravel())
    x = np.stack(rows).astype(np.float32) / 255.0
    y = np.eye(10, dtype=int)[labels]
    return x, y


def build_model():
    model = keras.models.Sequential()
    model.add(keras.layers.Dense(256, input_shape=(784,)))
    model.add(keras.layers.Activation("relu"))
    model.add(keras.layers.Dense(128))
    model.add(keras.layers.Activation("relu"))
    model.add(keras.layers.Dense(10))
    model.add(keras.layers.Activation("softmax"))
    model.compile(loss="categorical_crossentropy", optimizer=keras.optimizers.SGD(learning_rate=0.1), metrics=["accuracy"])
    return model


def train(model, x, y, epochs=20, batch_size=256):
    losses = []
    for _ in range(epochs):
        h = model.fit(x, y, batch_size=batch_size, epochs=1, verbose=0)
        losses += h.history["loss"]
    return {"loss": losses}


def evaluate(model: keras.Model, x: np.ndarray, y: np.ndarray) -> float:
    _loss, accuracy = model.evaluate(x, y, verbose=0)
    return float(accuracy)
