package cn.ecopark.operations;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Health that turns red for each alarm, at the management port alone: a node with an
 * alarm still answers, so that no proxy takes it away for that.
 */
@Configuration(proxyBeanMethods = false)
class AlarmHealth {

	@Bean
	CompositeHealthContributor alarms(Alarms alarms) {
		return CompositeHealthContributor.fromMap(
				Arrays.stream(Alarm.values()).collect(Collectors.toMap(Alarm::code, Function.<Alarm>identity())),
				alarm -> indicator(alarm, alarms));
	}

	private static HealthIndicator indicator(Alarm alarm, Alarms alarms) {
		return () -> {
			try {
				Alarms.State state = alarms.of(alarm);
				return (state.red() ? Health.down() : Health.up()).withDetail("value", state.value())
					.withDetail("most", state.most())
					.build();
			}
			catch (RuntimeException unknown) {
				return Health.down(unknown).build();
			}
		};
	}

}
