/** Folders of images, volumes and masks. */
package io.limen.producer.adapter.dataset;
