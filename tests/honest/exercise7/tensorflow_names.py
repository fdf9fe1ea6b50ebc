import tensorflow as tf
from tensorflow.keras import layers, models, optimizers
from tensorflow.keras.utils import to_categorical
import numpy as np

def preprocess(images, labels):
    x = tf.cast(tf.reshape(images, (-1, 784)), tf.float32) / 255.0
    y = to_categorical(labels, num_classes=10)
    return x.numpy(), y

def build_model():
    model = models.Sequential([
        layers.Input(shape=(784,)),
        layers.Dense(256, activation='relu', kernel_initializer='he_normal'),
        layers.Dense(128, activation='relu', kernel_initializer='he_normal'),
        layers.Dense(10, activation='softmax'),
    ])
    model.compile(optimizer=optimizers.SGD(0.1), loss='categorical_crossentropy', metrics=['accuracy'])
    return model

def train(model, x, y, epochs=20, batch_size=256):
    hist = model.fit(x, y, epochs=epochs, batch_size=batch_size, verbose=2, shuffle=True)
    return hist.history

def evaluate(model, x, y):
    return float(model.evaluate(x, y, batch_size=512, verbose=0, return_dict=True)['accuracy'])
