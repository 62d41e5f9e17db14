package cn.ecopark;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.PublishedEventsExtension;
import org.springframework.test.context.TestPropertySource;

/** Starts one module and those it uses, on PostgreSQL and without the engine. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@TypeExcludeFilters(OtherModules.class)
@AutoConfigureMockMvc
@ExtendWith(PublishedEventsExtension.class)
@Import(ReleasedWithoutEngine.class)
@TestPropertySource(properties = "camunda.bpm.enabled=false")
public @interface ModuleTest {

	/**
	 * The module; empty for the one in whose package the test is.
	 */
	String value() default "";

}
