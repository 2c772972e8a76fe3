package io.limen.explainer.adapter.cli;

import io.limen.explainer.application.DeviceChoice;
import io.limen.explainer.application.ModelRejectedException;

/**
 * Makes what a command works with, once the user has said on which device.
 *
 * @param <T> what is made
 */
@FunctionalInterface
public interface OnDevice<T> {

    /**
     * @param device what the user chose
     * @throws ModelRejectedException when it is not there, one line
     */
    T make(DeviceChoice device) throws ModelRejectedException;
}
