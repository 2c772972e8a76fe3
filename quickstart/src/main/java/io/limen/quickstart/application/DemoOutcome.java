package io.limen.quickstart.application;

import io.limen.quickstart.domain.PartFailure;
import io.limen.quickstart.domain.Progress;

/** How a demo ended. */
public sealed interface DemoOutcome {

    /** Every case was explained or rejected. */
    record Done(Progress progress) implements DemoOutcome {}

    /** A part failed; it has been told. */
    record Broken(PartFailure failure) implements DemoOutcome {}

    /** The user asked to stop. */
    record Stopped() implements DemoOutcome {}
}
