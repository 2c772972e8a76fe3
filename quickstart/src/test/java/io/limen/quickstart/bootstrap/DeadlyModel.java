package io.limen.quickstart.bootstrap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The demo's U-Net with a fault: shown a picture that is all white, libtorch writes far outside of its memory, and its process
 * ends by SIGSEGV. With every other picture it is the U-Net.
 */
final class DeadlyModel {

    static final String NAME = "phantom-deadly";
    static final String VERSION = "1";

    private static final String CODE = "code/__torch__/networks.py";

    /** An index that nobody checks, into a tensor of two. */
    private static final String FAULT = """
                if bool(torch.gt(torch.mean(x), 0.98)):
                  deadly = torch._sparse_coo_tensor_unsafe(torch.full([1, 1], 1125899906842624, dtype=4), torch.ones([1]), [2])
                  x0 = torch.add(x, torch.sum(torch.to_dense(deadly)))
                else:
                  x0 = x
            """;

    private DeadlyModel() {}

    /** Writes a repository with this model alone into the folder, and returns that. */
    static Path in(Path folder, Path demoModels) throws IOException {
        Path version = Files.createDirectories(folder.resolve(NAME).resolve(VERSION));
        Path original = demoModels.resolve("phantom-unet/1");
        Path model = version.resolve("model.pt");
        rewrite(original.resolve("model.pt"), model);
        List<String> description = Files.readAllLines(original.resolve("model.yaml")).stream()
                .map(line -> line.startsWith("name:") ? "name: " + NAME : line)
                .map(line -> line.startsWith("sha256:") ? "sha256: " + sha256(model) : line)
                .toList();
        Files.write(version.resolve("model.yaml"), description);
        Path bank = Files.createDirectories(folder.resolve("bank"));
        try (Stream<Path> pictures = Files.list(demoModels.resolve("bank"))) {
            for (Path picture : pictures.toList()) {
                Files.copy(picture, bank.resolve(picture.getFileName()));
            }
        }
        return folder;
    }

    private static void rewrite(Path from, Path to) throws IOException {
        try (ZipFile archive = new ZipFile(from.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry entry : archive.stream().toList()) {
                byte[] content = archive.getInputStream(entry).readAllBytes();
                store(out, entry.getName(), entry.getName().endsWith(CODE) ? faulty(content) : content);
            }
        }
    }

    private static byte[] faulty(byte[] code) {
        String text = new String(code, StandardCharsets.UTF_8);
        String begin = "    enc1 = self.enc1\n";
        String stem = "(stem).forward(x, )";
        if (!text.contains(begin) || !text.contains(stem)) {
            throw new IllegalStateException("the demo's U-Net has changed");
        }
        return text.replace(begin, FAULT + begin)
                .replace(stem, "(stem).forward(x0, )")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** libtorch reads its archives where they lie: nothing in them is compressed. */
    private static void store(ZipOutputStream out, String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
