package io.limen.producer.application.intake;

import io.limen.producer.application.CaseContent;
import io.limen.producer.application.Reading;
import io.limen.producer.application.SourceCase;
import io.limen.producer.domain.deployment.Deployment;
import io.limen.producer.domain.deployment.ModelVersion;
import java.util.Optional;

/** Cases that somebody brings and that hold nothing. */
final class BroughtCases {

    private BroughtCases() {}

    static BroughtCase of(String by, Optional<BroughtCase.Claim> claim) {
        return new BroughtCase(new Empty(), new Deployment(new ModelVersion("unet", "3"), "clinic"), by, claim);
    }

    private record Empty() implements SourceCase {

        @Override
        public String name() {
            return "empty";
        }

        @Override
        public String kind() {
            return "http";
        }

        @Override
        public Reading<CaseContent> read() {
            return new Reading.Unreadable<>("nothing");
        }
    }
}
