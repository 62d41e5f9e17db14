package cn.ecopark.worklist;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * By what a page that is sent a second time is known.
 *
 * @param keep how long that is kept after its case or batch was closed, and with it what
 * a page said from which a draft is made when a submission is taken back; what was
 * decided is on record and stays
 */
@Validated
@ConfigurationProperties("ecopark.submissions")
record SubmissionSettings(@DefaultValue("365d") @DurationMin(days = 30) Duration keep) {
}
