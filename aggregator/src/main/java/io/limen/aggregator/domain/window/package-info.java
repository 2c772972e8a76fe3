/** Statistics of the newest explanations, by number and by event time: windows made of panes that merge. */
package io.limen.aggregator.domain.window;
