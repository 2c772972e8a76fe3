/**
 * DICOM files as data elements, read and written. Only the attributes of {@link io.limen.producer.adapter.dicom.element.Attribute} are
 * ever read into memory: what names a patient, a physician, a place or a time is skipped where it lies.
 */
package io.limen.producer.adapter.dicom.element;
