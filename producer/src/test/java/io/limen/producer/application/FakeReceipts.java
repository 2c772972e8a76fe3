package io.limen.producer.application;

import io.limen.producer.domain.identity.Receipt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Receipts in memory; a full one takes none. */
final class FakeReceipts implements ReceiptBook {

    final Set<Receipt> earlier = new HashSet<>();
    final List<Receipt> added = new ArrayList<>();
    boolean full;

    @Override
    public boolean holds(Receipt receipt) {
        return earlier.contains(receipt);
    }

    @Override
    public void add(Receipt receipt) {
        if (full) {
            throw new UncheckedIOException(new IOException("no space left on device"));
        }
        added.add(receipt);
    }
}
