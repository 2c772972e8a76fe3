package io.limen.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueryTest {

    @Test
    void findsMetricsLabelsAndValuesAndNothingElse() {
        Query query = Query.parse("sum by (model, le) (rate(a_total{outcome=~\"x|y-z\", site!=\"$site\"}[5m])) "
                + "/ on (model) group_left sum by (model) (m:b:max offset 1h) > bool 1e3 and absent(c)");

        assertEquals(
                Map.of(
                        "a_total", Map.of("outcome", Set.of("x", "y-z"), "site", Set.of()),
                        "m:b:max", Map.of(),
                        "c", Map.of()),
                query.metrics());
        assertEquals(Set.of("model", "le"), query.grouping());
    }
}
