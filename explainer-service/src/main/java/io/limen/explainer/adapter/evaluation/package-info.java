/** What an evaluation reads and what it remembers on disk: folders of images, masks and planted causes; the journal. */
package io.limen.explainer.adapter.evaluation;
