/** An explanation that was published is computed again, and held against what was published. */
package io.limen.explainer.application.replay;
