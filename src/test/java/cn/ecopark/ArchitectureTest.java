package cn.ecopark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Component;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/**
 * The modules keep to their order, only one of them knows the engine, and the house stays
 * in order. What is not yet in order is listed by name; the lists may only become
 * shorter.
 */
class ArchitectureTest {

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("cn.ecopark");

	private static final int MOST_COLLABORATORS = 8;

	@Test
	void modulesUseEachOtherInOneDirection() {
		ApplicationModules.of(EcoparkApplication.class).verify();
	}

	@Test
	void onlyTheProcessModuleKnowsTheEngine() {
		noClasses().that()
			.resideOutsideOfPackage("cn.ecopark.process..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.camunda..")
			.check(CLASSES);
	}

	/** A nested bag of beans hides how many collaborators its host has. */
	@Test
	void noBeanIsABagInsideAnother() {
		assertThat(CLASSES.stream()
			.filter(JavaClass::isNestedClass)
			.filter(ArchitectureTest::isBean)
			.map(ArchitectureTest::shortName)
			.sorted()
			.toList()).as("dissolve the bag").isEmpty();
	}

	@Test
	void noBeanHasMoreThanEightCollaborators() {
		assertThat(CLASSES.stream()
			.filter(ArchitectureTest::isBean)
			.filter(one -> one.getConstructors()
				.stream()
				.anyMatch(constructor -> collaborators(constructor) > MOST_COLLABORATORS))
			.map(ArchitectureTest::shortName)
			.sorted()
			.toList()).as("split it by responsibility").isEmpty();
	}

	@Test
	void messagesAreSaidInOneWay() {
		assertThat(CLASSES.stream()
			.filter(one -> !one.getPackageName().equals("cn.ecopark.shared"))
			.filter(one -> !one.getPackageName().equals("cn.ecopark.web"))
			.filter(one -> one.getDirectDependenciesFromSelf()
				.stream()
				.anyMatch(use -> use.getTargetClass().isEquivalentTo(MessageSource.class)))
			.map(ArchitectureTest::shortName)
			.sorted()
			.toList()).as("say it through Texts").isEmpty();
	}

	@Test
	void momentsAreReadInOneWay() {
		assertThat(CLASSES.stream()
			.filter(one -> !one.getPackageName().equals("cn.ecopark.shared"))
			.filter(one -> one.getMethodCallsFromSelf()
				.stream()
				.map(JavaMethodCall::getTarget)
				.anyMatch(method -> method.getOwner().isEquivalentTo(ResultSet.class)
						&& method.getName().equals("getTimestamp")))
			.map(ArchitectureTest::shortName)
			.sorted()
			.toList()).as("read it through JdbcTime").isEmpty();
	}

	private static boolean isBean(JavaClass one) {
		return one.isAnnotatedWith(Component.class) || one.isMetaAnnotatedWith(Component.class);
	}

	private static long collaborators(JavaConstructor constructor) {
		return constructor.getParameters()
			.stream()
			.filter(parameter -> !parameter.isAnnotatedWith(Value.class))
			.count();
	}

	private static String shortName(JavaClass one) {
		return one.getName().substring("cn.ecopark.".length());
	}

}
