package cn.ecopark.operations;

import java.time.Duration;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import cn.ecopark.embedded.EmbeddedSettings;

/**
 * Checks the settings before anything is made, and watches statements on their way to the
 * pool of connections, which is among the first beans.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ WatchSettings.class, EmbeddedSettings.class })
class WatchConfiguration {

	@Bean
	static SettingsCheck settingsCheck(Environment environment) {
		return new SettingsCheck(environment);
	}

	@Bean
	static BeanPostProcessor slowStatements(Environment environment) {
		Duration slow = Binder.get(environment).bindOrCreate("ecopark.watch", WatchSettings.class).slowStatement();
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return bean instanceof HikariDataSource pool && !slow.isZero() && !slow.isNegative()
						? new SlowStatements(pool, slow) : bean;
			}
		};
	}

}
