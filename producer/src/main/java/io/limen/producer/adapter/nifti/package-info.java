/** Volumes in NIfTI files: a reader of our own, for lack of one to use, and strict with what it is given. */
package io.limen.producer.adapter.nifti;
