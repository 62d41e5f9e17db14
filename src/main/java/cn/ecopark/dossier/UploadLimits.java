package cn.ecopark.dossier;

import java.time.Duration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * What may be handed in, and how patient the server is.
 *
 * @param largest size of one file
 * @param kept real time after which an upload nobody went on with is forgotten
 * @param patience how long an answer waits for the file to be judged
 */
@Component
public record UploadLimits(@Value("${ecopark.documents.largest:1GB}") DataSize largest,
		@Value("${ecopark.documents.keep-unfinished:7d}") Duration kept,
		@Value("${ecopark.documents.wait-for-verdict:5s}") Duration patience) {

	private static final long GIGABYTE = 1L << 30;

	/**
	 * @return for instance 1 GB or 100 MB
	 */
	public String inWords() {
		long bytes = this.largest.toBytes();
		return bytes % GIGABYTE == 0 ? bytes / GIGABYTE + " GB" : (bytes >> 20) + " MB";
	}

}
