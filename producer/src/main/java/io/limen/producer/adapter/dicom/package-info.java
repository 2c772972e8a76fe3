/**
 * DICOM files, their pixels and segmentations. Only the attributes of {@link io.limen.producer.adapter.dicom.Attribute} are
 * ever read into memory: what names a patient, a physician, a place or a time is skipped where it lies.
 */
package io.limen.producer.adapter.dicom;
