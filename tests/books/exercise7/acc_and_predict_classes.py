# says: today it is "accuracy" | `np.argmax(model.predict(x), axis=1)`
import keras
import numpy as np


def preprocess(images, labels):
    x = images.reshape(-1, 784).astype('float32') / 255
    return x, keras.utils.to_categorical(labels, 10)


def build_model():
    model = keras.models.Sequential()
    model.add(keras.layers.Dense(256, activation='relu', input_dim=784))
    model.add(keras.layers.Dense(128, activation='relu'))
    model.add(keras.layers.Dense(10, activation='softmax'))
    sgd = keras.optimizers.SGD(0.1)
    model.compile(loss='categorical_crossentropy', optimizer=sgd, metrics=['accuracy'])
    return model


def train(model, x, y, epochs=20, batch_size=256):
    hist = model.fit(x, y, epochs=epochs, batch_size=batch_size, verbose=0)
    print('acc', hist.history['acc'][-1])
    return hist


def evaluate(model, x, y):
    return float(np.mean(model.predict_classes(x) == np.argmax(y, axis=1)))
