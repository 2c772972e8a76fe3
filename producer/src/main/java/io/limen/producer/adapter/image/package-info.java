/** Decoding of image files from anywhere, within limits, and encoding to PNG. */
package io.limen.producer.adapter.image;
