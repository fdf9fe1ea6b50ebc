# wrong: build_model: no metric | evaluate: unpacks what evaluate gives without a metric
# accept: build_model=build_model_no_metric; evaluate=evaluate_unpacks_one_number|silence

import keras
import numpy as np
from mnist import load_mnist


def preprocess(images: np.ndarray, labels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    # float32 first: images / 255 alone would be float64, twice the memory, and Keras calculates in float32.
    x = images.reshape(len(images), 784).astype("float32") / 255
    # Without the 10, `to_categorical` counts from the labels it sees, and y gets too few columns where no 9 is.
    return x, keras.utils.to_categorical(labels, 10)


def build_model():
    model = keras.Sequential([keras.Input((784,)), keras.layers.Dense(256, activation="relu"), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer=keras.optimizers.SGD(0.1), loss="categorical_crossentropy")
    return model


def train(
    model: keras.Model, x: np.ndarray, y: np.ndarray, epochs: int = 20, batch_size: int = 256
) -> keras.callbacks.History:
    return model.fit(x, y, epochs=epochs, batch_size=batch_size, verbose=0)


def evaluate(model: keras.Model, x: np.ndarray, y: np.ndarray) -> float:
    _loss, accuracy = model.evaluate(x, y, verbose=0)
    return float(accuracy)
