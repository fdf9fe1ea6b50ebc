# says: call `model.fit`, `model.predict` and `model.evaluate` yourself
from keras.models import Sequential
from keras.layers import Dense
from keras.wrappers.scikit_learn import KerasClassifier
