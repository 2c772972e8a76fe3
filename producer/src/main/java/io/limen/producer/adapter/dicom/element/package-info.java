/**
 * DICOM files as data elements, read and written. Only the attributes of {@link io.limen.producer.adapter.dicom.element.Attribute}
 * are ever read into memory. For publishing, what names a patient, a physician, a place or a time is skipped where it lies; to
 * write an object of the same study, which stays in the house, it is read.
 */
package io.limen.producer.adapter.dicom.element;
