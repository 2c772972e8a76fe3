package io.limen.producer.adapter.dicom.element;

/** A DICOM file that can't be used; the message is one line for the user and holds none of the file's texts. */
public final class UnusableDicom extends Exception {

    private static final long serialVersionUID = 1L;

    public UnusableDicom(String reason) {
        super(reason);
    }
}
