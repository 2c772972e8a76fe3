/** Folders and buckets for images that are too large for a record. */
package io.limen.producer.adapter.store;
