package cn.ecopark.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that puts a page together and writes nothing: it runs in one transaction that
 * sees one instant of the database, and what {@link ReadOnce} declares is read once.
 * Within a transaction that is there already it is read as that one sees it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OneReading {

}
