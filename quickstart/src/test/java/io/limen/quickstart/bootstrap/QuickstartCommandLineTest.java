package io.limen.quickstart.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuickstartCommandLineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "demo --cases 0|--cases",
                "demo --cases many|--cases",
                "demo --scenario storm|--scenario",
                "demo --port 0|--port",
                "demo --port 65536|--port",
                "demo --models /no/such/folder|/no/such/folder",
                "demo --models src/main|no model in src/main: expected <model>/<version>/model.yaml; see limen register",
                "demo --images /no/such/folder|/no/such/folder",
                "demo --speed 3|--speed",
                "perform|perform"
            })
    void mistakeIsOneLineThatNamesItAndExitCodeTwo(String line, String named) {
        StringWriter err = new StringWriter();

        int code = QuickstartCommandLine.run(new PrintWriter(err, true), line.split(" "));

        assertEquals(2, code);
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertTrue(err.toString().contains(named), err.toString());
    }
}
