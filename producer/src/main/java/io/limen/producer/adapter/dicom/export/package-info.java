/** Explanations as DICOM objects of the study that the image is of, for the archive of the house. */
package io.limen.producer.adapter.dicom.export;
