package cn.ecopark.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.ClassUtils;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

import cn.ecopark.TestDatabase;
import cn.ecopark.operations.KnownSettings.Setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What can be set, what is told of it, and what is found wrong before the start. */
class SettingsTest {

	private static final Pattern ROW = Pattern.compile("(?m)^\\| `(ecopark[^`]*)` \\| (?:`([^`]*)`)? ?\\| (.+) \\|$");

	private static final KnownSettings KNOWN = new KnownSettings(types());

	private static List<Class<?>> types() {
		ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
		scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
		List<Class<?>> types = new ArrayList<>();
		scan.findCandidateComponents("cn.ecopark")
			.forEach(found -> types.add(ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null)));
		return types;
	}

	@Test
	void eachStandsInTheHandbookWithWhatHoldsUnlessItIsSet() throws IOException {
		List<String> told = ROW.matcher(Files.readString(Path.of("docs/configuration.md")))
			.results()
			.map(row -> row.group(1) + "=" + (row.group(2) == null ? "" : row.group(2)))
			.sorted()
			.toList();

		assertThat(KNOWN.all()).hasSizeGreaterThan(60);
		assertThat(told).containsExactlyElementsOf(KNOWN.all().stream().map(SettingsTest::written).sorted().toList());
	}

	private static String written(Setting setting) {
		return setting.name() + (setting.named() ? ".*" : "") + "=" + setting.standard();
	}

	/** Else they are read by a name that nobody checks. */
	@Test
	void noneIsReadAnyOtherWay() throws IOException {
		List<String> others = new ArrayList<>();
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
				if (Pattern.compile("@Value\\(\"\\$\\{ecopark").matcher(Files.readString(file)).find()) {
					others.add(file.toString());
				}
			}
		}

		assertThat(others).isEmpty();
	}

	@Test
	void oneThatNobodyReadsIsToldInOneLineBeforeTheStart() {
		assertThatThrownBy(() -> SettingsCheck.check(KNOWN, with("ecopark.gate.at-onec", "3"))).isInstanceOfSatisfying(
				SettingsFailure.class,
				failure -> assertThat(new SettingsFailureAnalyzer().analyze(failure).getDescription())
					.startsWith("Nobody reads the setting ecopark.gate.at-onec")
					.doesNotContain("\n"));
		assertThatThrownBy(() -> SettingsCheck.check(KNOWN, variable("ECOPARK_GATE_ATONEC")))
			.hasMessageContaining("ecopark.gate.atonec");
	}

	@Test
	void thoseThatSomebodyReadsAreNot() {
		assertThatCode(() -> {
			SettingsCheck.check(KNOWN, with("ecopark.gate.at-once", "3"));
			SettingsCheck.check(KNOWN, with("ecopark.gate.atOnce", "3"));
			SettingsCheck.check(KNOWN, with("ecopark.signing.keystores.MEE.file", "mee.p12"));
			SettingsCheck.check(KNOWN, with("ecopark.demonstration", "true"));
			SettingsCheck.check(KNOWN, with("other.at-onec", "3"));
			SettingsCheck.check(KNOWN, variable("ECOPARK_GATE_ATONCE"));
			SettingsCheck.check(KNOWN, variable("ECOPARK_AUDIT_KEYFILE"));
			SettingsCheck.check(KNOWN, variable("ECOPARK_SIGNING_SEALS_MEE"));
		}).doesNotThrowAnyException();
		assertThat(KNOWN.knows(ConfigurationPropertyName.of("ecopark.audit.seals"))).isFalse();
	}

	@Test
	void productionNeedsItsAddressAndToBeToldOfItsProxy() {
		MockEnvironment production = with("server.forward-headers-strategy", "native");
		assertThat(told(production)).contains("ecopark.public-address is not set");
		production.setProperty("ecopark.public-address", "http://ecopark.example.cn");
		assertThat(told(production)).contains("does not begin with https://");
		production.setProperty("ecopark.public-address", "https://ecopark.example.cn");
		assertThatCode(() -> ProductionCheck.check(production)).doesNotThrowAnyException();
		assertThat(told(with("ecopark.public-address", "https://ecopark.example.cn")))
			.contains("server.forward-headers-strategy is not set");

		assertThatCode(() -> ProductionCheck.check(with("ecopark.demonstration", "true"))).doesNotThrowAnyException();
		assertThatCode(() -> ProductionCheck.check(with("migrate-only", ""))).doesNotThrowAnyException();
	}

	/** Logs are kept for six months, which are up to 184 days (网络安全法 21). */
	@ParameterizedTest
	@CsvSource({ "ecopark.access-log.keep, 183d, 184d", "ecopark.engine-history.keep, 183d, 184d",
			"ecopark.background.keep-settled, 183d, 184d", "ecopark.content.keep-unused, 23h, 24h",
			"ecopark.submissions.keep, 29d, 30d", "ecopark.whole-file.keep-orders, 23h, 24h",
			"ecopark.engine-history.from-hour, 24, 23", "ecopark.engine-history.until-hour, -1, 0" })
	void lessThanTheLeastIsRefused(String name, String tooLittle, String enough) {
		assertThatThrownBy(() -> bind(name, tooLittle)).isInstanceOf(BindException.class);
		assertThatCode(() -> bind(name, enough)).doesNotThrowAnyException();
	}

	private static void bind(String name, String value) {
		ConfigurationPropertyName wanted = ConfigurationPropertyName.of(name).getParent();
		Class<?> type = types().stream()
			.filter(one -> one.getAnnotation(ConfigurationProperties.class).value().equals(wanted.toString()))
			.findFirst()
			.orElseThrow();
		try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
			new Binder(new MapConfigurationPropertySource(Map.of(name, value))).bind(wanted, Bindable.of(type),
					new ValidationBindHandler(new SpringValidatorAdapter(factory.getValidator())));
		}
	}

	@Test
	void anOldDatabaseIsToldOf() {
		PGSimpleDataSource database = (PGSimpleDataSource) TestDatabase.empty();
		String url = String.valueOf(database.getURL());

		assertThatCode(() -> ProductionCheck.requirePostgresql(url, TestDatabase.USER, "", 16))
			.doesNotThrowAnyException();
		assertThatThrownBy(() -> ProductionCheck.requirePostgresql(url, TestDatabase.USER, "", 99))
			.isInstanceOfSatisfying(SettingsFailure.class,
					failure -> assertThat(new SettingsFailureAnalyzer().analyze(failure).getDescription())
						.contains("PostgreSQL 17", "99 or newer"));
	}

	private static String told(MockEnvironment environment) {
		try {
			ProductionCheck.check(environment);
			return "";
		}
		catch (SettingsFailure failure) {
			return new SettingsFailureAnalyzer().analyze(failure).getDescription();
		}
	}

	private static MockEnvironment with(String name, String value) {
		return new MockEnvironment().withProperty(name, value);
	}

	private static StandardEnvironment variable(String name) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new SystemEnvironmentPropertySource(
					StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.of(name, "x")));
		return environment;
	}

}
