package cn.ecopark.dossier;

import java.time.Instant;
import java.util.UUID;

/**
 * A file on its way in, which can be gone on with after any interruption.
 *
 * @param length bytes it will have
 * @param offset bytes that are kept
 * @param fingerprint by which the client knows the file again
 * @param expires when it is forgotten unless somebody goes on
 */
public record UnfinishedUpload(UUID id, String dossierId, String kind, String fileName, long workItemId, long length,
		long offset, String fingerprint, Instant expires) {

	public int percent() {
		return (int) (100 * this.offset / this.length);
	}

}
