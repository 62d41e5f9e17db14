package cn.ecopark.dossier;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What may be handed in, and how patient the server is.
 *
 * @param largest size of one file
 * @param keepUnfinished real time after which an upload nobody went on with is forgotten
 * @param waitForVerdict how long an answer waits for the file to be judged
 * @param expireEvery how often forgotten uploads are looked for
 */
@Validated
@ConfigurationProperties("ecopark.documents")
public record UploadLimits(@DefaultValue("1GB") DataSize largest, @DefaultValue("7d") Duration keepUnfinished,
		@DefaultValue("5s") Duration waitForVerdict, @DefaultValue("10m") Duration expireEvery) {

	private static final long GIGABYTE = 1L << 30;

	/**
	 * @return for instance 1 GB or 100 MB
	 */
	public String inWords() {
		long bytes = this.largest.toBytes();
		return bytes % GIGABYTE == 0 ? bytes / GIGABYTE + " GB" : (bytes >> 20) + " MB";
	}

}
