/** Explanations as pictures, JSON and a page a clinician can read. */
package io.limen.explainer.adapter.report;
