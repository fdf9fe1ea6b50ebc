# says: `output_dim` is the name in old books | `Dense(256, activation="relu")`
import keras
import numpy as np


def preprocess(images, labels):
    return images.reshape(-1, 784).astype(np.float32) / 255, keras.utils.to_categorical(labels, 10)


def build_model():
    model = keras.models.Sequential()
    model.add(keras.layers.Dense(output_dim=256, input_dim=784, init='uniform', activation='relu'))
    model.add(keras.layers.Dense(128, init='uniform', activation='relu'))
    model.add(keras.layers.Dense(10, init='uniform', activation='softmax'))
    model.compile(loss='categorical_crossentropy', optimizer='sgd', metrics=['accuracy'])
    return model


def train(model, x, y, epochs=20, batch_size=256):
    return model.fit(x, y, nb_epoch=epochs, batch_size=batch_size, verbose=0)


def evaluate(model, x, y):
    return model.evaluate(x, y)[1]
