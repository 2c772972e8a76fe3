package io.limen.producer.client;

/**
 * Under this id the case is explained.
 *
 * @param value 32 hexadecimal digits
 */
public record CaseId(String value) {

    public CaseId {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("CaseId: empty");
        }
    }
}
