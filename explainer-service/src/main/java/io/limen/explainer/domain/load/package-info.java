/** What is explained when more cases come than can be explained: how much of the usual time each gets, and which by lot. */
package io.limen.explainer.domain.load;
