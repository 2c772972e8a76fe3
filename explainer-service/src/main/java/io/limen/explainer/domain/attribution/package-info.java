/** What an explanation consists of: the attribution map and everything needed to read and to repeat it. */
package io.limen.explainer.domain.attribution;
