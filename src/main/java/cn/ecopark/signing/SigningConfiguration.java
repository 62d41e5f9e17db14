package cn.ecopark.signing;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import cn.ecopark.shared.Installation;

/** What documents are sealed and signed with is configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ SigningSettings.class, Installation.class })
class SigningConfiguration {

}
