package cn.ecopark.content;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** The settings of both stores are known, whichever is used. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ ContentSettings.class, S3Settings.class })
class ContentConfiguration {

}
