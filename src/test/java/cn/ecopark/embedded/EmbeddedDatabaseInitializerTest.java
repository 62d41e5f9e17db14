package cn.ecopark.embedded;

import java.nio.file.Path;
import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EmbeddedDatabaseInitializerTest {

	private final Locale locale = Locale.getDefault();

	@TempDir
	Path directory;

	@AfterEach
	void restoreLocale() {
		Locale.setDefault(this.locale);
	}

	@Test
	void startsTheDatabaseOfADemonstrationAndStopsItAfterAllBeans() {
		GenericApplicationContext context = context();

		new EmbeddedDatabaseInitializer().initialize(context);

		assertThat(context.getEnvironment().getProperty("spring.datasource.url"))
			.startsWith("jdbc:postgresql://localhost:");
		assertThat(context.getEnvironment().getProperty("ecopark.demonstration")).isEqualTo("true");
		ProcessHandle server = new Postmaster(this.directory.resolve("cluster")).running().orElseThrow();
		boolean[] aliveAtDestruction = new boolean[1];
		context.getDefaultListableBeanFactory()
			.registerDisposableBean("user", () -> aliveAtDestruction[0] = server.isAlive());
		context.refresh();
		context.close();
		assertThat(aliveAtDestruction[0]).isTrue();
		assertThat(server.isAlive()).isFalse();
	}

	@Test
	void leavesADemonstrationSwitchAsItWasSet() {
		GenericApplicationContext context = context();
		((MockEnvironment) context.getEnvironment()).setProperty("ecopark.demonstration", "false");

		new EmbeddedDatabaseInitializer().initialize(context);

		assertThat(context.getEnvironment().getProperty("ecopark.demonstration")).isEqualTo("false");
		context.refresh();
		context.close();
	}

	@Test
	void startsNothingWhereADataSourceIsConfigured() {
		GenericApplicationContext context = context();
		((MockEnvironment) context.getEnvironment()).setProperty("spring.datasource.url",
				"jdbc:postgresql://db/ecopark");

		new EmbeddedDatabaseInitializer().initialize(context);

		assertThat(context.getEnvironment().containsProperty("ecopark.demonstration")).isFalse();
		assertThat(this.directory).isEmptyDirectory();
	}

	@Test
	void saysWhatToDoWhereThereIsNeitherADataSourceNorTheEmbeddedDatabase() {
		GenericApplicationContext context = context();
		context.setClassLoader(new FilteredClassLoader("io.zonky.test"));

		assertThatExceptionOfType(NoDatabase.class)
			.isThrownBy(() -> new EmbeddedDatabaseInitializer().initialize(context))
			.satisfies((failure) -> {
				Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
				assertThat(analysis(failure).getDescription()).startsWith("没有配置数据库");
				Locale.setDefault(Locale.FRENCH);
				assertThat(analysis(failure).getAction()).contains("spring.datasource.url");
			});
	}

	@Test
	void namesTheForbiddenFolderToRoot() {
		Locale.setDefault(Locale.CHINA);

		FailureAnalysis analysis = analysis(new RootIsForbidden(this.directory));

		assertThat(analysis.getDescription()).contains("root", this.directory.toString());
		assertThat(analysis.getAction()).contains("普通用户");
	}

	private GenericApplicationContext context() {
		GenericApplicationContext context = new GenericApplicationContext();
		MockEnvironment environment = new MockEnvironment();
		environment.setProperty("ecopark.embedded.data-directory", this.directory.toString());
		context.setEnvironment(environment);
		return context;
	}

	private static FailureAnalysis analysis(DatabaseFailure failure) {
		return new DatabaseFailureAnalyzer().analyze(failure, failure);
	}

}
