package io.limen.explainer.adapter.djl.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.ModelRejectedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileArchiveTest {

    /** A pickle that names the root class Net and ends. */
    private static final byte[] PICKLE = "\u0080\u0002c__torch__\nNet\nq\u0000.".getBytes(StandardCharsets.ISO_8859_1);

    private static final String TWO_WAYS =
            "model.pt is damaged or cut short: its last bytes are not the end of one archive as libtorch writes it";

    private static final Path SMOOTH = Path.of("src/test/resources/models/smooth.pt");

    private static final int CENTRAL = 0x02014b50;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"/etc/passwd", "m/../../x", "../x", "m/code/../../x", "m\\x", "C:/x", "m//x", "m/./x", "m/a\nb"})
    void pathsThatLeadElsewhere(String path) throws IOException {
        assertEquals(
                "model.pt holds a file with a path that leads elsewhere",
                rejection(zip(archive -> add(archive, path, new byte[1]))));
    }

    /**
     * A second archive in the comment of the first, whose own end claims a comment that isn't there: a reader that wants comments
     * to fit takes the first archive, one that takes the last end takes the second.
     */
    @Test
    void twoArchivesInOne() throws IOException {
        byte[] shown = zip(archive -> add(archive, "m/code/a.py", new byte[1]));
        byte[] hidden = zip(archive -> add(archive, "m/code/b.py", new byte[1]));
        ByteBuffer both = ByteBuffer.allocate(shown.length + 8 + hidden.length).order(ByteOrder.LITTLE_ENDIAN);
        both.put(shown).put(hidden, 0, hidden.length - 22).put(new byte[8]).put(hidden, hidden.length - 22, 22);
        both.putShort(shown.length - 2, (short) (8 + hidden.length));
        int end = both.capacity() - 22;
        both.putInt(end + 16, both.getInt(end + 16) + shown.length);
        both.putShort(end + 20, (short) 1);
        assertEquals(List.of("m/code/a.py"), names(both.array()));
        assertEquals(TWO_WAYS, rejection(both.array()));
    }

    @Test
    void aCommentBehindTheArchive() throws IOException {
        assertEquals(TWO_WAYS, rejection(zip(archive -> {
            add(archive, "m/code/a.py", new byte[1]);
            archive.setComment("x");
        })));
    }

    @Test
    void aGapBeforeTheEnd() throws IOException {
        byte[] bytes = zip(archive -> add(archive, "m/code/a.py", new byte[1]));
        ByteBuffer gap = ByteBuffer.allocate(bytes.length + 8);
        gap.put(bytes, 0, bytes.length - 22).put(new byte[8]).put(bytes, bytes.length - 22, 22);
        assertEquals(TWO_WAYS, rejection(gap.array()));
    }

    /** A 64-bit end that says something else than the short one: one reader falls back to the short one, another doesn't. */
    @Test
    void twoEndsThatDiffer() throws IOException {
        byte[] bytes = Files.readAllBytes(SMOOTH);
        ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int longEnd = bytes.length - 98;
        zip.putLong(longEnd + 40, zip.getLong(longEnd + 40) - 1);
        zip.putLong(longEnd + 48, zip.getLong(longEnd + 48) + 1);
        assertEquals(TWO_WAYS, rejection(bytes));
    }

    @Test
    void fewerFilesThanTheEndSays() throws IOException {
        byte[] bytes = zip(archive -> add(archive, "m/code/a.py", new byte[1]));
        ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        zip.putShort(bytes.length - 14, (short) 0).putShort(bytes.length - 12, (short) 0);
        assertTrue(rejection(bytes).startsWith("model.pt is damaged or cut short: "));
    }

    @Test
    void whatLimenWritesItselfIsTaken() throws IOException, ModelRejectedException {
        Path file = folder.resolve("copy.pt");
        try (OutputStream out = Files.newOutputStream(file)) {
            assertTrue(ChannelsLastArchive.write(SMOOTH, out));
        }
        TorchScriptArchive.check(file);
    }

    private List<String> names(byte[] bytes) throws IOException {
        try (ZipFile archive =
                new ZipFile(Files.write(folder.resolve("names.pt"), bytes).toFile())) {
            return archive.stream().map(ZipEntry::getName).toList();
        }
    }

    @Test
    void theSameNameTwice() throws IOException {
        byte[] bytes = zip(archive -> {
            add(archive, "m/code/aa.py", new byte[1]);
            add(archive, "m/code/bb.py", new byte[1]);
        });
        String renamed = new String(bytes, StandardCharsets.ISO_8859_1).replace("m/code/bb.py", "m/code/aa.py");
        assertEquals("model.pt holds m/code/aa.py twice", rejection(renamed.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void aBombOfZeros() throws IOException {
        assertEquals(
                "model.pt unpacks to more than 268,435,456 bytes",
                rejection(zip(archive -> zeros(archive, "m/data/0", 257 << 20))));
    }

    @Test
    void aBombThatHidesItsSize() throws IOException {
        byte[] bytes = zip(archive -> zeros(archive, "m/data/0", 64 << 20));
        ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        zip.putInt(central(zip, 0) + 24, 100);
        String line = rejection(bytes);
        assertTrue(
                line.equals("model.pt is damaged: m/data/0 is not as large as the archive says")
                        || line.startsWith("model.pt is damaged or cut short: "),
                line);
    }

    @Test
    void filesThatLieOverOneAnother() throws IOException {
        byte[] bytes = zip(archive -> {
            store(archive, "m/data/0", new byte[5000]);
            store(archive, "m/data/1", new byte[10]);
        });
        ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int first = central(zip, 0);
        int second = central(zip, first + 46);
        for (int field : new int[] {16, 20, 24, 42}) {
            zip.putInt(second + field, zip.getInt(first + field));
        }
        assertEquals("model.pt holds files that lie over one another", rejection(bytes));
    }

    @Test
    void anOversizedPickle() throws IOException {
        assertEquals(
                "model.pt holds a pickle of more than 67,108,864 bytes",
                rejection(zip(archive -> zeros(archive, "m/data.pkl", (64 << 20) + 1))));
    }

    @Test
    void tooMuchCode() throws IOException {
        assertEquals("model.pt holds more than 16,777,216 bytes of code", rejection(zip(archive -> {
            zeros(archive, "m/code/a.py", 9 << 20);
            zeros(archive, "m/code/b.py", 9 << 20);
        })));
    }

    @Test
    void tooManyFiles() throws IOException {
        assertEquals("model.pt holds more than 65,536 files", rejection(zip(archive -> {
            for (int i = 0; i <= 1 << 16; i++) {
                add(archive, "m/" + i, new byte[0]);
            }
        })));
    }

    /** Twenty classes that call the next one twice: a million components in a kilobyte. */
    @Test
    void modulesThatMultiply() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            text.append(module(i == 0 ? "Net" : "N" + i, "N" + (i + 1), "a", "b"));
        }
        text.append(leaf("N20"));
        assertEquals("it has more than 4,096 components", unreadable(text.toString()));
    }

    @Test
    void thousandsOfModules() throws IOException {
        StringBuilder text = new StringBuilder(leaf("Leaf")).append("class Net(Module):\n");
        for (int i = 0; i < 5000; i++) {
            text.append("  m").append(i).append(" : __torch__.Leaf\n");
        }
        text.append("  def forward(self: __torch__.Net,\n    x: Tensor) -> Tensor:\n");
        for (int i = 0; i < 5000; i++) {
            text.append("    x").append(i + 1).append(" = (self.m").append(i).append(").forward(x, )\n");
        }
        assertEquals("it has more than 4,096 components", unreadable(text + "    return x5000\n"));
    }

    /** Each could be read once more for each that follows it. */
    @Test
    @Timeout(10)
    void aHeadOfManyLines() throws IOException {
        String head = "class Net(Module):\n  a : __torch__.Leaf\n  def forward(self: __torch__.Net,\n";
        assertEquals(
                "a method's head does not end, or has more than 65536 characters",
                unreadable(head + "    x: Tensor,\n".repeat(1 << 20)));
        assertEquals(
                "a method's head does not end, or has more than 65536 characters",
                unreadable("class Net(Module):\n" + "  def f(self: T) -> T\n".repeat(700_000) + "  x:\n"));
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 500, 5000, 1_000_000})
    @Timeout(10)
    void pathsWithoutEnd(int names) throws IOException {
        String net = "class Net(Module):\n  a : __torch__.Net\n"
                + "  def forward(self: __torch__.Net, x: Tensor) -> Tensor:\n";
        for (String path : List.of("self" + ".a".repeat(names), "(".repeat(names) + "self.a" + ")".repeat(names))) {
            String line = unreadable(net + "    y = (" + path + ").forward(x, )\n    return y\n");
            assertEquals(1, line.lines().count());
        }
    }

    /** One output that is used some hundred thousand times, on few lines and among many calls. */
    @Test
    @Timeout(10)
    void anOutputThatIsUsedWithoutEnd() throws IOException {
        StringBuilder text = new StringBuilder(leaf("Leaf")).append("class Net(Module):\n  a : __torch__.Leaf\n");
        text.append("  def forward(self: __torch__.Net,\n    x: Tensor) -> Tensor:\n    y = (self.a).forward(x, )\n");
        for (int i = 0; i < 31; i++) {
            text.append("    z = torch.cat([y").append(", y".repeat(20_000)).append("])\n");
        }
        assertEquals("it has more than 4,096 components", unreadable(text + "    return z\n"));
    }

    @Test
    void modulesInACircle() throws IOException {
        assertEquals(
                "its modules are nested more than 64 deep, or in a circle",
                unreadable(module("Net", "Other", "a") + module("Other", "Net", "a")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class Net(Module):\n  def forward(self\n",
                "class Net(Module):\n  def forward(self: __torch__.Net, *, x: Tensor) -> Tensor:\n    return x\n",
                "class Net(Module):\n  a : __torch__.Leaf\n  def forward(self: __torch__.Net, x: Tensor) -> Tensor:\n"
                        + "    return (self.a).forward(x,\n     )\n",
                "class Net(Module):\n  a : __torch__.Leaf\n  limen_at : int\n",
                "class Net(Module):\n  a : __torch__.Leaf\nclass Net(Module):\n  a : __torch__.Leaf\n",
                "class Nobody(Module):\n  a : __torch__.Leaf\n",
            })
    void textThatLibtorchDoesNotWrite(String text) throws IOException {
        assertEquals(1, unreadable(leaf("Leaf") + text).lines().count());
    }

    /** Names go on into pictures and pages. */
    @Test
    void aNameThatIsNoNameIsNotAComponent() throws IOException, UnreadableCodeException {
        String text = leaf("Leaf") + "class Net(Module):\n  good : __torch__.Leaf\n"
                + "  __annotations__[\"<script>\"] = __torch__.Leaf\n"
                + "  def forward(self: __torch__.Net, x: Tensor) -> Tensor:\n"
                + "    y = (getattr(self, \"<script>\")).forward(x, )\n"
                + "    return (self.good).forward(y, )\n";
        List<ComponentSite> sites = InstrumentedArchive.write(model(text), OutputStream.nullOutputStream());
        assertEquals(List.of("good"), sites.stream().map(ComponentSite::path).toList());
    }

    /** What is written in quotes is no code. */
    @Test
    void callsInQuotesAreNoCalls() throws IOException, UnreadableCodeException {
        String text = leaf("Leaf") + "class Net(Module):\n  good : __torch__.Leaf\n"
                + "  def forward(self: __torch__.Net, x: Tensor, note: str=\"(self.good).forward(x, )\") -> Tensor:\n"
                + "    print(\"(self.good).forward(x, ) \\\" (self.good).forward(\")\n"
                + "    return (self.good).forward(x, )\n";
        assertEquals(
                1,
                InstrumentedArchive.write(model(text), OutputStream.nullOutputStream())
                        .size());
    }

    private static String leaf(String name) {
        return "class " + name + "(Module):\n  training : bool\n  def forward(self: __torch__." + name
                + ",\n    x: Tensor) -> Tensor:\n    return torch.neg(x)\n";
    }

    private static String module(String name, String part, String... attributes) {
        StringBuilder text = new StringBuilder("class " + name + "(Module):\n");
        for (String attribute : attributes) {
            text.append("  ")
                    .append(attribute)
                    .append(" : __torch__.")
                    .append(part)
                    .append('\n');
        }
        text.append("  def forward(self: __torch__.").append(name).append(",\n    x: Tensor) -> Tensor:\n");
        for (String attribute : attributes) {
            text.append("    y")
                    .append(attribute)
                    .append(" = (self.")
                    .append(attribute)
                    .append(").forward(x, )\n");
        }
        return text + "    return y" + attributes[0] + "\n";
    }

    private String unreadable(String text) throws IOException {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        String reason = assertThrows(UnreadableCodeException.class, () -> InstrumentedArchive.write(model(text), copy))
                .getMessage();
        assertEquals(0, copy.size());
        return reason;
    }

    private Path model(String text) throws IOException {
        return Files.write(folder.resolve("model.pt"), zip(archive -> {
            add(archive, "m/data.pkl", PICKLE);
            add(archive, "m/code/__torch__.py", text.getBytes(StandardCharsets.UTF_8));
        }));
    }

    private String rejection(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("model.pt"), bytes);
        return assertThrows(ModelRejectedException.class, () -> TorchScriptArchive.check(file))
                .getMessage();
    }

    private interface Filling {
        void fill(ZipOutputStream archive) throws IOException;
    }

    private static byte[] zip(Filling filling) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
            filling.fill(archive);
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream archive, String name, byte[] content) throws IOException {
        archive.putNextEntry(new ZipEntry(name));
        archive.write(content);
        archive.closeEntry();
    }

    private static void store(ZipOutputStream archive, String name, byte[] content) throws IOException {
        java.util.zip.CRC32 checksum = new java.util.zip.CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        archive.putNextEntry(entry);
        archive.write(content);
        archive.closeEntry();
    }

    private static void zeros(ZipOutputStream archive, String name, int bytes) throws IOException {
        archive.putNextEntry(new ZipEntry(name));
        byte[] some = new byte[1 << 16];
        for (int left = bytes; left > 0; left -= some.length) {
            archive.write(some, 0, Math.min(left, some.length));
        }
        archive.closeEntry();
    }

    /** Where the next entry of the directory begins. */
    private static int central(ByteBuffer zip, int from) {
        int at = from;
        while (zip.getInt(at) != CENTRAL) {
            at++;
        }
        return at;
    }
}
