package io.limen.producer.application;

import io.limen.producer.application.PublishReport.End;
import java.time.Duration;
import java.util.SortedSet;
import java.util.TreeSet;

/** Counts what becomes of the cases, and tells the progress. Deliveries are told from other threads. */
final class Tally {

    private final Progress progress;
    private int delivered;
    private int withGroundTruth;
    private int failed;
    private boolean brokerLost;
    private boolean storeLost;
    private boolean receiptLost;
    private boolean passedOver;
    private final SortedSet<String> sources = new TreeSet<>();

    Tally(Progress progress) {
        this.progress = progress;
    }

    /** A case of a source of the kind is tried. */
    synchronized void tried(String source) {
        sources.add(source);
    }

    /** Kinds of the sources of all cases so far. */
    synchronized SortedSet<String> sources() {
        return new TreeSet<>(sources);
    }

    synchronized void record(String name, boolean groundTruth, Delivery delivery) {
        if (delivery instanceof Delivery.Delivered) {
            delivered++;
            withGroundTruth += groundTruth ? 1 : 0;
            progress.delivered();
        } else if (delivery instanceof Delivery.Refused refused) {
            fail(name, refused.reason());
        } else if (delivery instanceof Delivery.BrokerLost lost) {
            failed++;
            if (!brokerLost) {
                progress.noted(lost.reason());
            }
            brokerLost = true;
        }
    }

    synchronized void fail(String name, String reason) {
        failed++;
        progress.failed(name, reason);
    }

    /** The user stopped while a case was under way, and it is neither published nor failed. */
    synchronized void passOver() {
        passedOver = true;
    }

    /** Whether to go on makes no sense. */
    synchronized boolean isOver(PublishPlan plan) {
        return brokerLost || storeLost || plan.strict() && failed > 0;
    }

    /** The image store no longer answers. */
    synchronized void loseStore() {
        storeLost = true;
    }

    /** The broker has a case, and nobody wrote it down. */
    synchronized void loseReceipt() {
        if (!receiptLost) {
            progress.noted(
                    "the journal can't be written; what is published from here on is published again when resumed");
        }
        receiptLost = true;
    }

    synchronized End endOf(PublishPlan plan, boolean cutShort) {
        if (brokerLost) {
            return End.BROKER_LOST;
        }
        if (!cutShort && !passedOver) {
            return End.COMPLETE;
        }
        if (storeLost) {
            return End.STORE_LOST;
        }
        return isOver(plan) ? End.FIRST_FAILURE : End.INTERRUPTED;
    }

    synchronized PublishReport report(Agenda agenda, End end, Duration elapsed) {
        return new PublishReport(agenda.size(), agenda.earlier(), delivered, withGroundTruth, failed, elapsed, end);
    }
}
