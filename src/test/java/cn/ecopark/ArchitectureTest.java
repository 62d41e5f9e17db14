package cn.ecopark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The modules keep to their order, and only one of them knows the engine. */
class ArchitectureTest {

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("cn.ecopark");

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

}
