/**
 * Methods of attribution, each after its paper. All of them answer the same question for the same case: how much does the
 * content of each block outside the region support the segmentation inside it. The region's own pixels are never touched.
 */
package io.limen.explainer.application.evaluate.method;
