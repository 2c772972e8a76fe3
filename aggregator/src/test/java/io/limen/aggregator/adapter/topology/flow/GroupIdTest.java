package io.limen.aggregator.adapter.topology.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.aggregator.domain.statistics.GroupKey;
import io.limen.aggregator.domain.strategy.ReferenceMode;
import io.limen.schemas.ModelKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupIdTest {

    @ParameterizedTest
    @CsvSource({"unet,1,clinic", "a/b,1/2,c/d/", "3/4,5,''", "ünet,v\u20ac,\u20ac/7"})
    void aKeySaysWhichGroupItIs(String model, String version, String site) {
        GroupId group = new GroupId(new ModelKey(model, version), new GroupKey(site, ReferenceMode.GROUND_TRUTH));
        assertEquals(group, GroupId.ofStoreKey(group.storeKey()));
    }

    @Test
    void whatIsNoKeyIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> GroupId.ofStoreKey("unet@1"));
        assertThrows(IllegalArgumentException.class, () -> GroupId.ofStoreKey("9/9/short"));
    }
}
