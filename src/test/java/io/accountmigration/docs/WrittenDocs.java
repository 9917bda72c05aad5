package io.accountmigration.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Keeps what tests write into the documentation fresh: with {@code -Dwrite.docs=true} it is written, else compared. */
public final class WrittenDocs {

    private static final boolean WRITE = Boolean.getBoolean("write.docs");
    private static final String STALE =
            "%s is stale: mvn test -Dwrite.docs=true -Dtest='PicturesTest,SettingsTest,EngineCallsPageTest'";

    private static final String MISSING =
            "%s is missing: mvn test -Dwrite.docs=true -Dtest='OwnersPathTest,OperatorsPathTest'";
    private static final long LARGEST_PICTURE = 100_000;

    private WrittenDocs() {}

    /** A text that follows from the program. */
    public static void says(String content, Path file) throws IOException {
        if (WRITE) {
            Files.writeString(file, content);
        }
        assertThat(file)
                .as(STALE, file)
                .exists()
                .content(StandardCharsets.UTF_8)
                .isEqualTo(content);
    }

    /** A picture: fonts differ from machine to machine, so it names what it was drawn from. */
    public static void drawnFrom(String source, String picture, Path file) throws IOException {
        var mark = "<!-- drawn from " + hash(source) + " -->";
        if (WRITE && !(Files.exists(file) && Files.readString(file).contains(mark))) {
            Files.writeString(file, picture.strip() + "\n" + mark + "\n");
        }
        assertThat(file)
                .as(STALE, file)
                .exists()
                .content(StandardCharsets.UTF_8)
                .contains(mark);
    }

    /** A picture of what people see, which is small enough to be shown in a page. */
    public static void shows(byte[] picture, Path file) throws IOException {
        if (WRITE) {
            Files.write(file, picture);
        }
        assertThat(file).as(MISSING, file).exists();
        assertThat(Files.size(file)).as(file.toString()).isBetween(1L, LARGEST_PICTURE);
    }

    private static String hash(String source) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
