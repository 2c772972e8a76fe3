/** DICOM images of a folder as cases, segmentations as their masks. */
package io.limen.producer.adapter.dicom.source;
