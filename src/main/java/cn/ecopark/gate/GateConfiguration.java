package cn.ecopark.gate;

import java.util.Objects;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Where there is a virus scanner, it stands before the gate. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScannerSettings.class)
class GateConfiguration {

	@Bean
	@Primary
	@ConditionalOnProperty("ecopark.gate.scanner.address")
	Gate scannedGate(ProcessGate gate, ScannerSettings settings) {
		return new ScannedGate(gate, Objects.requireNonNull(settings.address()), settings);
	}

}
