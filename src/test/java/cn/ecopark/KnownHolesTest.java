package cn.ecopark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.KnownHoles.Used;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class KnownHolesTest {

	private static final LocalDate LAST_DAY = LocalDate.of(2027, 7, 31);

	private static final String LIST = """
			- hole: CVE-1
			  package: npm:viewer
			  affected: [">=5.6.83", "<6.2.108"]
			  entered: 2026-11-30
			  what: Runs scripts.
			- hole: CVE-2
			  package: maven:org.example:engine-*
			  affected: ["<7.24.14"]
			  entered: 2026-11-30
			  what: Reads what it must not.
			  excused:
			    until: 2027-07-31
			    reason: Not reached.
			""";

	private final KnownHoles holes = KnownHoles.read(LIST);

	@Test
	void nothingIsUsedThatHasAKnownHole() throws IOException {
		KnownHoles known = KnownHoles.read(Files.readString(Path.of("docs/known-holes.yaml")));

		assertThat(known.in(used(), LocalDate.now())).isEmpty();
	}

	@Test
	void seesLibrariesAndScripts() throws IOException {
		assertThat(used()).extracting(Used::name)
			.contains("maven:org.camunda.bpm:camunda-engine", "maven:org.springframework:spring-webmvc",
					"npm:pdfjs-dist", "npm:esbuild", "npm:@expo-google-fonts/noto-sans-sc");
	}

	@ParameterizedTest
	@CsvSource({ "5.6.82, false", "5.6.83, true", "6.0.227, true", "6.2.107, true", "6.2.108, false",
			"6.2.108-beta.1, true" })
	void knowsWhichVersionsAreAffected(String version, boolean affected) {
		assertThat(this.holes.in(List.of(new Used("npm:viewer", version)), LAST_DAY)).hasSize(affected ? 1 : 0);
	}

	@Test
	void excusesUntilADay() {
		List<Used> engine = List.of(new Used("maven:org.example:engine-core", "7.24.0"));

		assertThat(this.holes.in(engine, LAST_DAY)).isEmpty();
		assertThat(this.holes.in(engine, LAST_DAY.plusDays(1)))
			.containsExactly("maven:org.example:engine-core 7.24.0: CVE-2");
	}

	@Test
	void asksForTheWholeName() {
		assertThat(this.holes.in(List.of(new Used("npm:viewer-more", "6.0.0"), new Used("npm:a-viewer", "6.0.0"),
				new Used("maven:org.example:motor", "1")), LAST_DAY.plusDays(1)))
			.isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "1.9, 1.10", "3.1.4.RELEASE, 3.1.5.RELEASE", "4.2.0-M1, 4.2.0", "4.2.0-M2, 4.2.0-RC1",
			"2.0.0-alpha, 2.0.0-beta", "1.0-SNAPSHOT, 1.0", "7.24, 7.24.1" })
	void ordersVersions(String before, String after) {
		assertThat(KnownHoles.VERSIONS.compare(before, after)).isNegative();
		assertThat(KnownHoles.VERSIONS.compare(after, before)).isPositive();
	}

	@Test
	void takesAReleaseForTheSameHoweverItIsMarked() {
		assertThat(KnownHoles.VERSIONS.compare("3.1.5.RELEASE", "3.1.5")).isZero();
		assertThat(KnownHoles.VERSIONS.compare("33.7.1-jre", "33.7.1")).isZero();
	}

	@Test
	void refusesEntriesThatSayTooLittle() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> KnownHoles.read(LIST.replace("reason: Not reached.", "")));
		assertThatIllegalArgumentException().isThrownBy(() -> KnownHoles.read(LIST.replace("[\"<7.24.14\"]", "[]")));
		assertThatIllegalArgumentException().isThrownBy(() -> KnownHoles.read(LIST.replace("\"<7", "\"before 7")));
		assertThatIllegalArgumentException().isThrownBy(() -> KnownHoles.read(LIST.replace("npm:viewer", "viewer")));
	}

	/** What ships of Maven, and all of npm, tools included. */
	private static List<Used> used() throws IOException {
		JsonMapper json = JsonMapper.shared();
		List<Used> used = new ArrayList<>();
		JsonNode bill = json
			.readTree(new ClassPathResource("META-INF/sbom/application.cdx.json").getContentAsByteArray());
		for (JsonNode component : bill.get("components")) {
			used.add(new Used(
					"maven:%s:%s".formatted(component.path("group").asString(), component.get("name").asString()),
					component.get("version").asString()));
		}
		JsonNode lock = json.readTree(Files.readString(Path.of("src/main/frontend/package-lock.json")));
		lock.get("packages").properties().forEach((entry) -> {
			String path = entry.getKey();
			if (!path.isEmpty()) {
				String name = entry.getValue()
					.path("name")
					.asString(path.substring(path.lastIndexOf("node_modules/") + 13));
				used.add(new Used("npm:" + name, entry.getValue().get("version").asString()));
			}
		});
		return used;
	}

}
