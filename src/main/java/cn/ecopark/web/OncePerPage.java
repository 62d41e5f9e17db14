package cn.ecopark.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A command whose form carries {@code once}, made by {@link Frame#once()}: the same page
 * sent twice is carried out once and answered alike; sent with something else, it is told
 * that it was sent before.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OncePerPage {

	/**
	 * Whether the method is called all the same and answers how things stand, without
	 * doing anything, when {@link RepeatedPages#isRepeated}.
	 */
	boolean answersAnew() default false;

}
