package cn.ecopark.shared;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What this installation is.
 *
 * @param demonstration whether its people, cases and keys are invented; never in
 * production
 * @param publicAddress address under which the public reaches it; QR codes of official
 * documents lead there
 * @param demoPassword with which the invented people of a demonstration sign in
 */
@Validated
@ConfigurationProperties("ecopark")
public record Installation(@DefaultValue("false") boolean demonstration, @Nullable String publicAddress,
		@DefaultValue("demo-only-2018") String demoPassword) {
}
