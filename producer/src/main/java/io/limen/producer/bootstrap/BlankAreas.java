package io.limen.producer.bootstrap;

import io.limen.producer.domain.image.Area;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Y,X,H,W;Y,X,H,W. */
final class BlankAreas {

    private static final Pattern AREA = Pattern.compile("\\s*(\\d{1,6}),(\\d{1,6}),(\\d{1,6}),(\\d{1,6})\\s*");

    private BlankAreas() {}

    static List<Area> parse(Optional<String> text) {
        return text.stream()
                .flatMap(areas -> Stream.of(areas.split(";", -1)))
                .map(BlankAreas::area)
                .toList();
    }

    private static Area area(String text) {
        Matcher numbers = AREA.matcher(text);
        try {
            if (numbers.matches()) {
                return new Area(number(numbers, 1), number(numbers, 2), number(numbers, 3), number(numbers, 4));
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new ConfigurationException("limen.intake.blank: expected Y,X,H,W in pixels, several separated by"
                + " semicolons, such as 0,0,40,512");
    }

    private static int number(Matcher numbers, int group) {
        return Integer.parseInt(numbers.group(group));
    }
}
