package cn.ecopark.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import tools.jackson.databind.json.JsonMapper;

/** Whether a demonstration begins with cases is configured; which, is data. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LivingSettings.class)
class LivingConfiguration {

	@Bean
	@ConditionalOnBooleanProperty("ecopark.demonstration")
	Script script(JsonMapper json) {
		return ScriptReader.read("demonstration/cases.yaml", json);
	}

}
