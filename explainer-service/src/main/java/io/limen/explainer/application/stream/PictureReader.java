package io.limen.explainer.application.stream;

import io.limen.explainer.application.CaseToExplain;
import io.limen.explainer.application.ImageDecoder;
import io.limen.explainer.application.ImageDecoder.UnreadableImageException;
import io.limen.explainer.application.ImageStore;
import io.limen.explainer.application.Sha256;
import io.limen.explainer.domain.image.Mask;
import java.util.Optional;

/**
 * Makes pixels of a case's files: fetches, checks and decodes them.
 *
 * @param decoder of image and masks
 * @param store of images by reference
 * @param maxInlineBytes the largest file that may come inside a record
 */
public record PictureReader(ImageDecoder decoder, ImageStore store, int maxInlineBytes) {

    public PictureReader {
        if (maxInlineBytes < 1) {
            throw new IllegalArgumentException("PictureReader: at most " + maxInlineBytes + " bytes");
        }
    }

    /**
     * The case with its pictures decoded.
     *
     * @throws UnreadableImageException one clear line: which picture, and why
     */
    public CaseToExplain read(IncomingCase subject) throws UnreadableImageException {
        byte[] encoded = bytes(subject.pictures().image());
        return new CaseToExplain(
                decoder.image(encoded),
                Sha256.of(encoded),
                mask("mask", subject.pictures().deployedMask()),
                mask("ground truth", subject.pictures().groundTruth()),
                subject.region());
    }

    private byte[] bytes(ImageSource source) throws UnreadableImageException {
        if (source instanceof ImageSource.Inline inline) {
            requireSmall("image", inline.encoded());
            return inline.encoded();
        }
        ImageSource.Reference reference = (ImageSource.Reference) source;
        try {
            return store.read(reference.uri(), reference.sha256());
        } catch (ImageStore.UnavailableImageException e) {
            throw new UnreadableImageException(e.getMessage(), e);
        }
    }

    private Optional<Mask> mask(String name, Optional<byte[]> encoded) throws UnreadableImageException {
        if (encoded.isEmpty()) {
            return Optional.empty();
        }
        requireSmall(name, encoded.get());
        try {
            return Optional.of(decoder.mask(encoded.get()));
        } catch (UnreadableImageException e) {
            throw new UnreadableImageException(name + ": " + e.getMessage(), e);
        }
    }

    private void requireSmall(String name, byte[] encoded) throws UnreadableImageException {
        if (encoded.length > maxInlineBytes) {
            throw new UnreadableImageException("the " + name + " has " + encoded.length + " bytes, more than the "
                    + maxInlineBytes + " a record may carry");
        }
    }
}
