package io.limen.quickstart.adapter.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A key of a broker on this machine and what its clients know it by.
 *
 * @param keystore PKCS12, with the key
 * @param trusted PEM, with the certificate
 * @param password of the key store
 */
record ServerCertificate(Path keystore, Path trusted, String password) {

    /** Makes one, signed by itself. */
    static ServerCertificate make(Path folder, String password) throws IOException, InterruptedException {
        ServerCertificate made =
                new ServerCertificate(folder.resolve("server.p12"), folder.resolve("server.crt"), password);
        made.keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=ip:127.0.0.1");
        made.keytool("-exportcert", "-rfc", "-file", made.trusted.toString());
        return made;
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> store = List.of(
                "-alias", "broker", "-keystore", keystore.toString(), "-storetype", "PKCS12", "-storepass", password);
        Process process = new ProcessBuilder(Stream.of(Stream.of(keytool), Stream.of(arguments), store.stream())
                        .flatMap(words -> words)
                        .toList())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException("keytool: " + said);
        }
    }
}
