package io.limen.aggregator.adapter.dashboard.access;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often one caller may change something. Safe for several threads. */
final class WriteRate {

    /** More people than change anything in a minute; who is forgotten has a whole allowance again. */
    private static final int MOST_CALLERS = 1_000;

    private final int perMinute;
    private final InstantSource clock;
    private final Map<String, Allowance> allowances = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Allowance> eldest) {
            return size() > MOST_CALLERS;
        }
    };

    WriteRate(int perMinute, InstantSource clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    /** Zero when the caller may now; otherwise the seconds until then. */
    long secondsToWait(String who) {
        Allowance allowance;
        synchronized (allowances) {
            allowance = allowances.computeIfAbsent(who, name -> new Allowance(perMinute, clock.instant()));
        }
        return allowance.take(clock.instant()) ? 0 : Math.max(1, allowance.secondsToWait());
    }
}
