/** The use cases, publishing cases and exporting phantoms, and the ports they need. */
package io.limen.producer.application;
