/** From the bytes of a DICOM image to what a screen shows. */
package io.limen.producer.adapter.dicom.pixel;
