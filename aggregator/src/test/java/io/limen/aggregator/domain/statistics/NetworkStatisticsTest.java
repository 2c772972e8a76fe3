package io.limen.aggregator.domain.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkStatisticsTest {

    @Test
    void whatFindsNoRoomIsLeftOutAndCountedWhileWhatIsKnownGoesOn() {
        NetworkStatistics statistics = NetworkStatistics.EMPTY
                .add(findings(effect("enc1", -3), effect("enc2", -1)), 2)
                .add(findings(effect("enc1", -5), effect("enc3", 7)), 0);

        assertEquals(2, statistics.components().size());
        assertEquals(1, statistics.leftOut());
        assertEquals(-4, statistics.components().get(key("enc1")).effect().mean());
    }

    @Test
    void aNameThatIsATextIsLeftOut() {
        NetworkStatistics statistics = NetworkStatistics.EMPTY.add(
                findings(effect("x".repeat(NetworkStatistics.MAX_NAME_LENGTH), -3), effect("enc1", -1)), 9);

        assertEquals(1, statistics.components().size());
        assertEquals(1, statistics.leftOut());
    }

    @Test
    void aNameIsAsLongAsItIsStored() {
        String kind = key("x").kind();
        String longest = "\u6f22".repeat((NetworkStatistics.MAX_NAME_LENGTH - kind.length()) / 3);
        NetworkStatistics statistics =
                NetworkStatistics.EMPTY.add(findings(effect(longest, -3), effect(longest + "\u6f22", -1)), 9);

        assertEquals(java.util.Set.of(key(longest)), statistics.components().keySet());
        assertEquals(1, statistics.leftOut());
    }

    @Test
    void theNewestReasonStays() {
        NetworkStatistics statistics = NetworkStatistics.EMPTY
                .add(new ComponentFindings(List.of(), Optional.of("frozen")), 9)
                .add(new ComponentFindings(List.of(), Optional.of("too many modules")), 9)
                .add(ComponentFindings.NONE, 9);

        assertEquals(2, statistics.unavailable());
        assertEquals(Optional.of("too many modules"), statistics.reason());
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -100.5, 101})
    void anEffectThatIsNoDifferenceOfDiceIsRefused(double ate) {
        assertThrows(IllegalArgumentException.class, () -> effect("enc1", ate));
    }

    private static ComponentFindings findings(ComponentEffect... effects) {
        return new ComponentFindings(List.of(effects), Optional.empty());
    }

    private static ComponentEffect effect(String name, double ate) {
        return new ComponentEffect(key(name), new ComponentShape("Conv2d", 8, 16, 16), ate, 0.5);
    }

    private static ComponentKey key(String name) {
        return new ComponentKey(name, "resample");
    }
}
