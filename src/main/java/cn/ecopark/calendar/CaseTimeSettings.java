package cn.ecopark.calendar;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The time that cases go by.
 *
 * @param movable whether it may be moved; unless said, in a demonstration only
 */
@Validated
@ConfigurationProperties("ecopark.case-time")
record CaseTimeSettings(@Nullable Boolean movable) {
}
