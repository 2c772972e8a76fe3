package io.limen.aggregator.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests of the dashboard: each takes a {@link Visit}, and the {@link Stage} if it wants to change what happens behind the page. */
@Tag("browser")
@Timeout(value = 8, unit = TimeUnit.MINUTES)
@ExtendWith(StageExtension.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface InBrowser {}
