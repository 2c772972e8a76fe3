package io.limen.architecture.planted.adapter.store;

/** Planted: a tensor outside the engine. */
class Tensor {
    ai.djl.ndarray.NDArray array;
}
