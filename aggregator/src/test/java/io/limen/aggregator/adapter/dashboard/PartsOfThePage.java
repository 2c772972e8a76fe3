package io.limen.aggregator.adapter.dashboard;

import static io.restassured.RestAssured.given;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the page names of its own: the paths of its scripts and styles, which change with what is in them. */
public final class PartsOfThePage {

    private static final Pattern PART = Pattern.compile("(?:src|href)=\"(/dashboard/[^\"]+\\.(?:js|css))\"");

    private PartsOfThePage() {}

    /** The paths, in the order of the page. */
    public static List<String> named() {
        String page = given().get("/").then().statusCode(200).extract().asString();
        return PART.matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
