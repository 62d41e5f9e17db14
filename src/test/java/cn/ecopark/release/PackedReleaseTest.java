package cn.ecopark.release;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cn.ecopark.release.ReleaseRefusals.NoPack;
import cn.ecopark.rulepack.PackFiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What administrators fetch and send back, and what is none. */
class PackedReleaseTest {

	private static final String DATA = "id: \"2015-167\"\n";

	@Test
	void whatIsFetchedComesBackTheSame() {
		PackFiles shipped = PackFiles.shipped("2015-167");

		PackedRelease back = read(PackedRelease.zip(shipped));

		assertThat(back.pack()).isEqualTo("2015-167");
		assertThat(back.files().digest()).isEqualTo(shipped.digest());
		assertThat(PackedRelease.zip(back.files())).isEqualTo(PackedRelease.zip(shipped));
	}

	@Test
	void aFolderAroundEverythingIsLeftOut() {
		PackedRelease read = read(zip(Map.of("my pack/pack.yaml", DATA, "my pack/papers/a.txt", "标题：甲",
				"__MACOSX/my pack/._pack.yaml", "x", "my pack/papers/", "")));

		assertThat(read.files().all()).containsOnlyKeys("pack.yaml", "papers/a.txt");
	}

	@Test
	void keepsFoldersThatAreNotAroundEverything() {
		assertThat(read(zip(Map.of("pack.yaml", DATA, "a/b.txt", "x"))).files().all()).containsOnlyKeys("pack.yaml",
				"a/b.txt");
	}

	@Test
	void refusesWhatIsNoZip() {
		refuses(new byte[0], "unreadable");
		refuses("id: 2015-167".getBytes(StandardCharsets.UTF_8), "unreadable");
		byte[] half = zip(Map.of("pack.yaml", DATA.repeat(1000)));
		refuses(java.util.Arrays.copyOf(half, half.length / 2), "unreadable");
	}

	@Test
	void refusesWhatDoesNotSayWhichPackItIs() {
		refuses(zip(Map.of("limits.yaml", "limits: []")), "without-data");
	}

	@ParameterizedTest
	@ValueSource(strings = { "zh: 管理办法", "id: [1, 2", "id: ../../etc", "id: \"\"", "- id: 2015-167", "id: a.b",
			"id: 0123456789012345678901234567890123456789x" })
	void refusesWhatNoPackIsCalled(String data) {
		refuses(zip(Map.of("pack.yaml", data)), "without-id");
	}

	@Test
	void refusesMoreThanAPackCanHold() {
		refuses(zip(Map.of("pack.yaml", DATA, "bpmn/bomb.bpmn",
				" ".repeat(PackedRelease.MOST_KILOBYTES_OF_A_FILE * 1024 + 1))), "too-large");
		Map<String, String> large = new LinkedHashMap<>(Map.of("pack.yaml", DATA));
		for (int file = 0; file <= PackedRelease.MOST_MEGABYTES; file++) {
			large.put("bpmn/" + file + ".bpmn", " ".repeat(PackedRelease.MOST_KILOBYTES_OF_A_FILE * 1024));
		}
		refuses(zip(large), "too-large");
		Map<String, String> many = new LinkedHashMap<>(Map.of("pack.yaml", DATA));
		for (int file = 0; file < PackedRelease.MOST_FILES; file++) {
			many.put("papers/" + file + ".txt", "x");
		}
		refuses(zip(many), "too-large");
		many.remove("papers/0.txt");
		assertThat(read(zip(many)).files().all()).hasSize(PackedRelease.MOST_FILES);
	}

	@Test
	void refusesTwoFilesOfOneNameAndNamesThatAreNone() {
		refuses(zip(Map.of("pack.yaml", DATA, "papers/a.txt", "x", "papers\\a.txt", "y")), "doubled");
		refuses(zip(Map.of("pack.yaml", DATA, "papers/a\n.txt", "x")), "unreadable");
		refuses(zip(Map.of("pack.yaml", DATA, "papers/" + "a".repeat(200), "x")), "unreadable");
	}

	private static void refuses(byte[] sent, String why) {
		assertThatExceptionOfType(NoPack.class).isThrownBy(() -> read(sent))
			.satisfies(refusal -> assertThat(refusal.wordsKey()).isEqualTo("problem.release.no-pack." + why));
	}

	private static PackedRelease read(byte[] sent) {
		return PackedRelease.of(new ByteArrayInputStream(sent));
	}

	private static byte[] zip(Map<String, String> files) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, String> file : files.entrySet()) {
				zip.putNextEntry(new ZipEntry(file.getKey()));
				zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
			}
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
		return bytes.toByteArray();
	}

}
