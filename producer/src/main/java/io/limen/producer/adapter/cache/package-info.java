/** Prepared cases in a folder, for whoever publishes the same images again. */
package io.limen.producer.adapter.cache;
