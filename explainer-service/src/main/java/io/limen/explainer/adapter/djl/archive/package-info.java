/** TorchScript files seen as what they are: zip archives of text and weights, to be checked and to be rewritten. */
package io.limen.explainer.adapter.djl.archive;
