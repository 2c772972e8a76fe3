package io.limen.quickstart.adapter.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The end of a log file, however large the file is. */
record LogTail(Path file) {

    private static final int LINES = 30;
    private static final int BYTES = 16 * 1024;

    /** At most the last 30 lines, oldest first; none when there is no file. */
    List<String> lines() {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, access.length() - BYTES);
            access.seek(from);
            byte[] end = new byte[(int) (access.length() - from)];
            access.readFully(end);
            List<String> lines = new String(end, StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }
}
