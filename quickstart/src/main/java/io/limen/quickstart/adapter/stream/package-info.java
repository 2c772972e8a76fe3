/** The topics, read as the events of the demo. */
package io.limen.quickstart.adapter.stream;
