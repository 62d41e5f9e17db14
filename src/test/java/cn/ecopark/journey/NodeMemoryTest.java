package cn.ecopark.journey;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.test.util.AopTestUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.ConcurrentLruCache;
import org.springframework.util.function.SingletonSupplier;

import cn.ecopark.EcoparkApplication;
import cn.ecopark.shared.Change;
import cn.ecopark.shared.NodeMemory;
import cn.ecopark.shared.UntilChanged;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a node keeps in memory while others work on the same database: every such field
 * says why that is right.
 */
class NodeMemoryTest extends Journey {

	private static final String OURS = "cn.ecopark.";

	@Autowired
	private ConfigurableApplicationContext node;

	private final Map<Object, Object> seen = new IdentityHashMap<>();

	private final Set<Object> known = Collections.newSetFromMap(new IdentityHashMap<>());

	private final Set<Field> memories = new LinkedHashSet<>();

	private final Set<String> unexplained = new TreeSet<>();

	@Test
	void nothingIsKeptWithoutSayingWhyThatIsRight() {
		beans().forEach(this::walk);
		classes().forEach(type -> fields(type).filter(field -> Modifier.isStatic(field.getModifiers()))
			.forEach(field -> look(field, null)));

		assertThat(this.seen).hasSizeGreaterThan(600);
		assertThat(this.unexplained).isEmpty();
		assertThat(this.memories).as("found at all").hasSizeGreaterThan(30);
	}

	/** Whoever says that he is told of changes listens to them. */
	@Test
	void whoIsToldListens() {
		beans().forEach(this::walk);

		assertThat(this.memories.stream()
			.filter(field -> field.getAnnotation(NodeMemory.class).value() == NodeMemory.Why.IS_TOLD)
			.map(Field::getDeclaringClass)
			.distinct()).hasSizeGreaterThan(4).allMatch(NodeMemoryTest::listens);
	}

	private static boolean listens(Class<?> type) {
		return Arrays.stream(type.getDeclaredMethods())
			.filter(method -> AnnotationUtils.findAnnotation(method, EventListener.class) != null)
			.map(Method::getParameterTypes)
			.anyMatch(parameters -> parameters.length == 1 && parameters[0] == Change.class);
	}

	private List<Object> beans() {
		ConfigurableListableBeanFactory factory = this.node.getBeanFactory();
		List<Object> beans = new ArrayList<>();
		for (String name : factory.getBeanDefinitionNames()) {
			if (factory.isSingleton(name)) {
				Object bean = AopTestUtils.getUltimateTargetObject(factory.getBean(name));
				if (isOurs(bean.getClass())) {
					beans.add(bean);
				}
			}
		}
		return beans;
	}

	/** Everything of ours that a bean holds lives as long as that. */
	private void walk(Object object) {
		Class<?> type = ClassUtils.getUserClass(object);
		if (!isOurs(type) || type.isRecord() || type.isEnum() || object instanceof Throwable
				|| object instanceof UntilChanged || type.isAnnotationPresent(ConfigurationProperties.class)
				|| this.seen.put(object, object) != null) {
			return;
		}
		for (Class<?> part = type; part != null && isOurs(part); part = part.getSuperclass()) {
			fields(part).filter(field -> !Modifier.isStatic(field.getModifiers()))
				.forEach(field -> look(field, object));
		}
	}

	private void look(Field field, @Nullable Object holder) {
		Object value = value(field, holder);
		if (field.isAnnotationPresent(NodeMemory.class)) {
			this.memories.add(field);
			return;
		}
		if (!Modifier.isFinal(field.getModifiers()) || canChange(value)) {
			this.unexplained.add(field.getDeclaringClass().getName() + "." + field.getName());
		}
		if (value instanceof Map<?, ?> map) {
			List.copyOf(map.values()).forEach(this::walkTarget);
		}
		else if (value instanceof Collection<?> collection) {
			collection.forEach(this::walkTarget);
		}
		else if (value != null) {
			walkTarget(value);
		}
	}

	private void walkTarget(Object object) {
		if (isOurs(ClassUtils.getUserClass(object))) {
			walk(AopTestUtils.getUltimateTargetObject(object));
		}
	}

	/** What others have put together once is never changed by us. */
	private boolean canChange(@Nullable Object value) {
		if (value instanceof Map<?, ?> map) {
			return !isFixed(map) && !isOfBeans(map.values());
		}
		if (value instanceof Collection<?> collection) {
			return !isFixed(collection) && !isOfBeans(collection);
		}
		return value instanceof UntilChanged || value instanceof ConcurrentLruCache || value instanceof Semaphore
				|| value instanceof SingletonSupplier || value instanceof ThreadLocal
				|| value != null && value.getClass().getName().startsWith("java.util.concurrent.");
	}

	private static boolean isFixed(Object container) {
		String name = container.getClass().getName();
		return name.startsWith("java.util.ImmutableCollections") || name.startsWith("java.util.Collections$");
	}

	private boolean isOfBeans(Collection<?> values) {
		if (this.known.isEmpty()) {
			this.known.addAll(beans());
		}
		return !values.isEmpty()
				&& values.stream().map(AopTestUtils::getUltimateTargetObject).allMatch(this.known::contains);
	}

	private static @Nullable Object value(Field field, @Nullable Object holder) {
		try {
			field.setAccessible(true);
			return field.get(holder);
		}
		catch (IllegalAccessException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private static Stream<Field> fields(Class<?> type) {
		return Arrays.stream(type.getDeclaredFields()).filter(field -> !field.isSynthetic());
	}

	/** Those that the nodes run. */
	private static List<Class<?>> classes() {
		ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false) {
			@Override
			protected boolean isCandidateComponent(AnnotatedBeanDefinition any) {
				return true;
			}
		};
		scan.addIncludeFilter((reader, factory) -> true);
		return scan.findCandidateComponents("cn.ecopark")
			.stream()
			.map(BeanDefinition::getBeanClassName)
			.<Class<?>>map(name -> ClassUtils.resolveClassName(String.valueOf(name), null))
			.filter(type -> isMain(type) && !type.isInterface())
			.toList();
	}

	private static boolean isOurs(Class<?> type) {
		return type.getName().startsWith(OURS) && isMain(type);
	}

	/** Where tests are there are classes that no node has. */
	private static boolean isMain(Class<?> type) {
		return type.getProtectionDomain().getCodeSource() != null && type.getProtectionDomain()
			.getCodeSource()
			.getLocation()
			.equals(EcoparkApplication.class.getProtectionDomain().getCodeSource().getLocation());
	}

}
