import keras
import numpy as np
from mnist import load_mnist


def 원핫(라벨, 클래스수=10):
    결과 = np.zeros((라벨.size, 클래스수), dtype=np.float32)
    결과[np.arange(라벨.size), 라벨] = 1
    return 결과


def preprocess(images, labels):
    # 0~255 를 0~1 로
    x = np.float32(images).reshape(images.shape[0], -1) / np.float32(255)
    return x, 원핫(labels)


def build_model():
    inputs = keras.Input(shape=(784,), name="digits")
    h = keras.layers.Dense(256, activation=keras.activations.relu, name="hidden_1")(inputs)
    h = keras.layers.Dense(128, activation=keras.activations.relu, name="hidden_2")(h)
    outputs = keras.layers.Dense(10, activation=keras.activations.softmax, name="out")(h)
    model = keras.Model(inputs=inputs, outputs=outputs, name="net")
    model.compile(optimizer=keras.optimizers.SGD(learning_rate=0.1), loss=keras.losses.CategoricalCrossentropy(), metrics=[keras.metrics.CategoricalAccuracy(name="accuracy")])
    return model


def train(
    model: keras.Model, x: np.ndarray, y: np.ndarray, epochs: int = 20, batch_size: int = 256
) -> keras.callbacks.History:
    return model.fit(x, y, epochs=epochs, batch_size=batch_size, verbose=0)


def evaluate(model, x, y):
    확률 = model.predict(x, verbose=0)
    맞음 = 확률.argmax(axis=1) == y.argmax(axis=1)
    return 맞음.mean()
