package io.limen.explainer.domain.capacity;

import java.util.OptionalLong;

/**
 * The devices that explain, each a GPU or the cores of a worker. With l cases a second of s seconds each, l s devices are busy; they
 * are given more, for cases come in bursts: l s / use.
 *
 * @param busy devices that are busy on average when every case is explained
 * @param needed devices to have, so that they are busy no more than asked for
 * @param explainedShare share of the cases that is explained, in (0,1]
 */
public record DevicePlan(double busy, long needed, double explainedShare) {

    /**
     * @param use share of the time that a device may be busy, in (0,1)
     * @param devices how many there are; empty: as many as are needed
     */
    public static DevicePlan of(Workload workload, CaseCost cost, double use, OptionalLong devices) {
        if (!(use > 0 && use < 1) || devices.isPresent() && devices.getAsLong() < 1) {
            throw new IllegalArgumentException("DevicePlan: use " + use + ", devices " + devices);
        }
        double busy = workload.casesPerSecond() * cost.seconds();
        double share = devices.isPresent() ? Math.min(1, devices.getAsLong() * use / busy) : 1;
        return new DevicePlan(busy, (long) Math.ceil(busy / use), share);
    }
}
