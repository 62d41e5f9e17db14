package cn.ecopark;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import cn.ecopark.shared.RegularWork;

import cn.ecopark.web.view.Paging;

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

	/**
	 * Of a query; a constant or a header of that name has no number or parameter behind
	 * it.
	 */
	private static final Pattern OFFSET = Pattern.compile("\\bOFFSET\\s+[:0-9?]");

	private static final Pattern NESTED_IMPORT = Pattern
		.compile("(?m)^import cn\\.ecopark\\.[a-z.]*[A-Z]\\w*\\.([A-Z]\\w*);");

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

	/** Whoever turns pages by hand forgets the rows of one moment, or the way back. */
	@Test
	void pagesAreTurnedInOneWay() {
		assertThat(CLASSES.stream()
			.filter(one -> !one.isEquivalentTo(Paging.class))
			.filter(one -> one.getConstructorCallsFromSelf()
				.stream()
				.anyMatch(call -> call.getTargetOwner().isEquivalentTo(Paging.class)))
			.map(ArchitectureTest::shortName)
			.sorted()
			.toList()).as("make the links of a ListPage").isEmpty();
	}

	/** Rows that come in meanwhile push others over the edge of a counted page. */
	@Test
	void noListIsReadByPageNumber() throws IOException {
		assertThat(sources().filter(source -> OFFSET.matcher(source.getValue()).find()).map(Map.Entry::getKey).toList())
			.as("read it by key")
			.isEmpty();
	}

	/** A name read alone says which thing is meant. */
	@Test
	void noTwoTopLevelTypesShareAName() {
		assertThat(CLASSES.stream()
			.filter(JavaClass::isTopLevelClass)
			.filter(one -> !one.getSimpleName().equals("package-info"))
			.collect(Collectors.groupingBy(JavaClass::getSimpleName))
			.entrySet()
			.stream()
			.filter(named -> named.getValue().size() > 1)
			.map(Map.Entry::getKey)
			.sorted()
			.toList()).as("say in the name which one it is").isEmpty();
	}

	/**
	 * {@code Notice.State} says which state it is, a bare {@code State} does not, as soon
	 * as another type bears that name that can be seen outside its own class.
	 */
	@Test
	void aNestedTypeWithASharedNameIsCalledByItsOuterType() throws IOException {
		Set<String> shared = CLASSES.stream()
			.filter(one -> one.isTopLevelClass() || one.isMemberClass())
			.filter(one -> !one.getModifiers().contains(JavaModifier.PRIVATE))
			.collect(Collectors.groupingBy(JavaClass::getSimpleName, Collectors.counting()))
			.entrySet()
			.stream()
			.filter(named -> named.getValue() > 1)
			.map(Map.Entry::getKey)
			.collect(Collectors.toSet());
		List<String> bare = new ArrayList<>();
		sources().forEach(source -> NESTED_IMPORT.matcher(source.getValue())
			.results()
			.map(found -> found.group(1))
			.filter(shared::contains)
			.forEach(name -> bare.add(source.getKey() + " " + name)));
		assertThat(bare).as("import the outer type and name both").isEmpty();
	}

	/**
	 * @return the text of each file with classes, by its path below the packages
	 */
	private static Stream<Map.Entry<String, String>> sources() throws IOException {
		Path root = Path.of("src/main/java/cn/ecopark");
		Map<String, String> texts = new TreeMap<>();
		try (Stream<Path> files = Files.walk(root)) {
			for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
				texts.put(root.relativize(file).toString(), Files.readString(file));
			}
		}
		return texts.entrySet().stream();
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
			.doNotHaveFullyQualifiedName("cn.ecopark.gate.SideProcess$Limit")
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
