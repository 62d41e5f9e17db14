package cn.ecopark;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.util.Timer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import cn.ecopark.shared.RegularWork;

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

	/**
	 * Work in the background goes through the queue, what each node does from time to
	 * time is regular work. The judge of a file is stopped by a clock, and the
	 * demonstration lets what is due happen on a thread of its own.
	 */
	@Test
	void nobodyElseMakesThreads() {
		noClasses().that()
			.resideOutsideOfPackage("cn.ecopark.background..")
			.and()
			.areNotAssignableTo(RegularWork.class)
			.and()
			.doNotHaveFullyQualifiedName("cn.ecopark.process.TimeMachine")
			.and()
			.doNotHaveFullyQualifiedName("cn.ecopark.gate.JudgingProcess$Limit")
			.should(makeThreads())
			.check(CLASSES);
	}

	private static ArchCondition<JavaClass> makeThreads() {
		return new ArchCondition<>("make threads") {
			@Override
			public void check(JavaClass one, ConditionEvents events) {
				one.getDirectDependenciesFromSelf()
					.stream()
					.filter(use -> makesThreads(use.getTargetClass()))
					.forEach(use -> events.add(SimpleConditionEvent.satisfied(one, use.getDescription())));
				one.getMethodCallsFromSelf()
					.stream()
					.filter(call -> call.getTargetOwner().isAssignableTo(CompletionStage.class)
							&& call.getTarget().getName().endsWith("Async"))
					.forEach(call -> events.add(SimpleConditionEvent.satisfied(one, call.getDescription())));
			}
		};
	}

	private static boolean makesThreads(JavaClass used) {
		String name = used.getName();
		return used.isAssignableTo(Executor.class) || used.isEquivalentTo(Executors.class)
				|| used.isAssignableTo(Timer.class) || used.isAssignableTo(TaskScheduler.class)
				|| name.startsWith("com.github.kagkarlsson.") || name.startsWith("org.springframework.scheduling.");
	}

	/** To be asked about the present one is no harm. */
	@Test
	void nobodyElseStartsAThread() {
		noClasses().that()
			.resideOutsideOfPackage("cn.ecopark.background..")
			.and()
			.doNotHaveFullyQualifiedName("cn.ecopark.process.TimeMachine")
			.should()
			.callConstructorWhere(target(owner(assignableTo(Thread.class))))
			.check(CLASSES);
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
