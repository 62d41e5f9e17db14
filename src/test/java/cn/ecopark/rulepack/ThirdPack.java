package cn.ecopark.rulepack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A pack that no program comes with, as unlike the shipped ones as a pack may be: an
 * invented pilot scheme, in force from 2040 on.
 */
public final class ThirdPack {

	public static final String ID = "pilot-test";

	/** Its first release, where there is no database. */
	public static final ReleaseId RELEASE = new ReleaseId(ID, 1);

	private static final Path FOLDER = Path.of("src", "test", "resources", "third-pack");

	private ThirdPack() {
	}

	public static PackFiles files() {
		Map<String, byte[]> files = new TreeMap<>();
		try (Stream<Path> found = Files.walk(FOLDER)) {
			for (Path file : found.filter(Files::isRegularFile).toList()) {
				files.put(FOLDER.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
			}
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
		return PackFiles.of(files);
	}

	public static RulePack pack() {
		return RulePackReader.read(files()).as(RELEASE);
	}

}
