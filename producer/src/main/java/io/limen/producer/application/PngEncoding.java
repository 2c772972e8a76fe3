package io.limen.producer.application;

import io.limen.producer.domain.image.Mask;
import io.limen.producer.domain.image.Pixels;

/** Port: encoding to PNG. The same pixels give the same bytes, and the file holds nothing but pixels. */
public interface PngEncoding {

    /** 8-bit RGB. */
    byte[] encode(Pixels pixels);

    /** 8-bit gray, 0 background and 255 foreground. */
    byte[] encode(Mask mask);
}
