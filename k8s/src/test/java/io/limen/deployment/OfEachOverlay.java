package io.limen.deployment;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A test of each overlay, and of each component added to the one for production. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@ValueSource(
        strings = {
            "overlays/local",
            "overlays/production",
            "overlays/gpu",
            "components/object-store",
            "components/schema-registry"
        })
@interface OfEachOverlay {}
