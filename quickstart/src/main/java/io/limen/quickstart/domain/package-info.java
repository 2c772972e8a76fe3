/** What the demo watches on the topics, and the figures it ends with. */
package io.limen.quickstart.domain;
