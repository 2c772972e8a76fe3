/** Folders of images and masks. */
package io.limen.producer.adapter.dataset;
