package io.limen.aggregator.adapter.dashboard.cases;

import io.limen.schemas.Attribution;
import io.limen.schemas.SegmentationResult;
import io.quarkus.test.Mock;
import jakarta.inject.Singleton;

/**
 * Cases of records that tests have put down. Not encoded: under the class loaders of Quarkus' tests Avro makes records of a class that
 * is not the application's.
 */
@Mock
@Singleton
class CasesAtHand extends ExplainedCases {

    private final RecordsAtHand records;

    CasesAtHand(CaseIndex index, RecordsAtHand records) {
        super(index, records);
        this.records = records;
    }

    @Override
    Attribution explanation(byte[] value) {
        return (Attribution) records.decoded(value);
    }

    @Override
    SegmentationResult segmented(byte[] value) {
        return (SegmentationResult) records.decoded(value);
    }
}
