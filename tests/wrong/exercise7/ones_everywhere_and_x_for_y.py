# wrong: preprocess: y[:, labels] = 1 | train: fit(y, x) | evaluate: compares digits with one-hot rows
# accept: preprocess=preprocess_labels_in_every_row; train=train_swaps_x_and_y; evaluate=evaluate_compares_with_rows

import keras
import numpy as np
from mnist import load_mnist


def preprocess(images, labels):
    x = images.reshape(-1, 784).astype("float32") / 255
    y = np.zeros((len(labels), 10), dtype="float32")
    y[:, labels] = 1
    return x, y


def build_model() -> keras.Model:
    model = keras.Sequential(
        [
            keras.Input(shape=(784,)),
            keras.layers.Dense(256, activation="relu"),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    optimizer = keras.optimizers.SGD(learning_rate=0.1)
    model.compile(optimizer=optimizer, loss="categorical_crossentropy", metrics=["accuracy"])
    return model


def train(model, x, y, epochs=20, batch_size=256):
    return model.fit(y, x, epochs=epochs, batch_size=batch_size, verbose=0)


def evaluate(model, x, y):
    p = np.argmax(model.predict(x, verbose=0), axis=1)
    return float(np.mean(p == y))
