package cn.ecopark.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The cases that a demonstration begins with.
 *
 * @param enabled whether a demonstration that begins now is given cases; without them it
 * is the register and the people only
 */
@ConfigurationProperties("ecopark.demonstration.cases")
record LivingSettings(@DefaultValue("true") boolean enabled) {
}
