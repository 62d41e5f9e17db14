package cn.ecopark.shared;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.ResolvableType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BeansByTypeNameTest {

	private final List<ResolvableType> searched = new ArrayList<>();

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(
			new DefaultListableBeanFactory() {

				@Override
				public String[] getBeanNamesForType(ResolvableType type) {
					BeansByTypeNameTest.this.searched.add(type);
					return super.getBeanNamesForType(type);
				}

				@Override
				public String[] getBeanNamesForType(Class<?> type, boolean nonSingletons, boolean eager) {
					BeansByTypeNameTest.this.searched.add(ResolvableType.forClass(type));
					return super.getBeanNamesForType(type, nonSingletons, eager);
				}

			});

	static class Engine {

	}

	static final class Diesel extends Engine {

	}

	record Car(Engine engine) {
	}

	record Chosen(@Qualifier("spare") Engine engine) {
	}

	@Test
	void takesTheBeanOfThatNameWithoutASearch() {
		this.context.registerBean(Engine.class.getName(), Engine.class);
		start(Car.class);

		assertThat(this.context.getBean(Car.class).engine()).isExactlyInstanceOf(Engine.class);
		assertThat(this.searched).doesNotContain(ResolvableType.forClass(Engine.class));
	}

	@Test
	void takesWhatWasChosenRatherThanTheBeanOfThatName() {
		this.context.registerBean(Engine.class.getName(), Engine.class);
		this.context.registerBean("spare", Diesel.class);
		start(Chosen.class);

		assertThat(this.context.getBean(Chosen.class).engine()).isInstanceOf(Diesel.class);
	}

	@Test
	void searchesWhereNoBeanIsCalledSo() {
		this.context.registerBean(Diesel.class.getName(), Diesel.class);
		start(Car.class);

		assertThat(this.context.getBean(Car.class).engine()).isInstanceOf(Diesel.class);
	}

	@Test
	void doesNotChooseAmongThoseThatAreCalledOtherwise() {
		this.context.registerBean("one", Diesel.class);
		this.context.registerBean("two", Diesel.class);

		assertThatExceptionOfType(UnsatisfiedDependencyException.class).isThrownBy(() -> start(Car.class))
			.withCauseInstanceOf(NoUniqueBeanDefinitionException.class);
	}

	private void start(Class<?> asking) {
		new BeansByTypeName().initialize(this.context);
		this.context.registerBean(asking);
		this.context.refresh();
	}

}
