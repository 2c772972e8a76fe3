package io.limen.quickstart.adapter.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.quickstart.domain.PartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChildProcessTest {

    @TempDir
    Path folder;

    @Test
    void childThatDiesIsReportedWithTheLastThirtyLinesOfItsLog() {
        ChildProcess child = start("i=1; while [ $i -le 50 ]; do echo line $i; i=$((i+1)); done; exit 7");

        await(() -> child.ended().isPresent());

        PartFailure failure = child.ended().orElseThrow();
        assertEquals("stub ended with exit code 7", failure.what());
        assertEquals(30, failure.logEnd().size());
        assertEquals("line 21", failure.logEnd().get(0));
        assertEquals("line 50", failure.logEnd().get(29));
    }

    @Test
    void childIsToldToStopAndItsExitCodeIsKept() throws IOException {
        ChildProcess child = start("trap 'echo drained; exit 3' TERM; echo ready; while :; do sleep 0.05; done");
        await(() -> log().contains("ready"));

        child.close();

        assertEquals(3, child.exitCode().orElseThrow());
        assertTrue(log().contains("drained"));
    }

    @Test
    void childThatIgnoresBeingToldIsKilled() {
        ChildProcess child = start("trap '' TERM; echo $$; while :; do sleep 0.05; done");
        await(() -> !log().isBlank());
        long pid = Long.parseLong(log().strip());
        Instant begin = Instant.now();

        child.close();

        assertFalse(alive(pid));
        assertTrue(Duration.between(begin, Instant.now()).toSeconds() < 9);
    }

    @Test
    void killTakesTheChildBehindTheGuardToo() {
        ChildProcess child = start("echo $$; while :; do sleep 0.05; done");
        await(() -> !log().isBlank());
        long pid = Long.parseLong(log().strip());

        child.kill();

        await(() -> !alive(pid));
        await(() -> child.exitCode().isPresent());
    }

    @Test
    void childDoesNotSeeTheInterruptOfTheTerminal() throws Exception {
        ChildProcess child = start("echo $$; while :; do sleep 0.05; done");
        await(() -> !log().isBlank());
        String pid = log().strip();

        int sent = new ProcessBuilder("kill", "-INT", pid).start().waitFor();

        assertEquals(0, sent);
        assertTrue(alive(Long.parseLong(pid)));
        assertTrue(child.ended().isEmpty());
        child.close();
    }

    @Test
    void childGetsItsEnvironmentAndWorkFolder() throws IOException {
        Launch launch = new Launch(
                "stub",
                List.of("/bin/sh", "-c", "echo $OMP_WAIT_POLICY; pwd"),
                Map.of("OMP_WAIT_POLICY", "passive"),
                folder);
        ChildProcess child = ChildProcess.start(launch);
        await(() -> child.exitCode().isPresent());

        assertEquals(List.of("passive", folder.toRealPath().toString()), Files.readAllLines(launch.log()));
    }

    private ChildProcess start(String script) {
        return ChildProcess.start(new Launch("stub", List.of("/bin/sh", "-c", script), Map.of(), folder));
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("stub.log"));
        } catch (IOException e) {
            return "";
        }
    }

    private static boolean alive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private static void await(BooleanSupplier condition) {
        Instant deadline = Instant.now().plusSeconds(20);
        while (!condition.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(deadline), "waited for 20 s in vain");
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
