/** Runs TorchScript models on libtorch; the only place that sees tensors. */
package io.limen.explainer.adapter.djl;
