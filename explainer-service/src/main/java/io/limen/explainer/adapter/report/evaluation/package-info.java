/** An evaluation as tables, numbers for programs, maps for NumPy and a page that a safety officer can read. */
package io.limen.explainer.adapter.report.evaluation;
