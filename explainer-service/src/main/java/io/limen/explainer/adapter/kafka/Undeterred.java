package io.limen.explainer.adapter.kafka;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done again and again, whatever comes of it: a schedule drops a task without a word once it has thrown anything.
 *
 * @param task what is done
 */
record Undeterred(Runnable task) implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Undeterred.class);

    @Override
    public void run() {
        try {
            task.run();
        } catch (Throwable e) { // an OutOfMemoryError is another's fault most of the time, and passes
            told(e);
        }
    }

    /** The log may want the memory that there is not. */
    private static void told(Throwable fault) {
        try {
            LOG.warn("something that is done regularly failed once", fault);
        } catch (OutOfMemoryError e) {
            fault.addSuppressed(e);
        }
    }
}
