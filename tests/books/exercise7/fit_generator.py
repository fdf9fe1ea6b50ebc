# says: The one that trains is `fit`
import keras
import numpy as np


def preprocess(images, labels):
    return images.reshape(-1, 784).astype(np.float32) / 255, keras.utils.to_categorical(labels, 10)


def build_model():
    model = keras.Sequential([keras.layers.Dense(256, activation='relu', input_shape=(784,)),
                              keras.layers.Dense(128, activation='relu'),
                              keras.layers.Dense(10, activation='softmax')])
    model.compile(loss='categorical_crossentropy', optimizer=keras.optimizers.SGD(0.1), metrics=['accuracy'])
    return model


def batches(x, y, n):
    while True:
        for i in range(0, len(x), n):
            yield x[i:i + n], y[i:i + n]


def train(model, x, y, epochs=20, batch_size=256):
    steps = -(-len(x) // batch_size)
    return model.fit_generator(batches(x, y, batch_size), steps_per_epoch=steps, epochs=epochs, verbose=0)


def evaluate(model, x, y):
    return float(model.evaluate(x, y, verbose=0)[1])
