package cn.ecopark.content;

import java.util.Arrays;
import java.util.UUID;

import cn.ecopark.content.ContentStore.Content;
import cn.ecopark.shared.Sha256;

/** Keeps in the database what a command has made, in its transaction. */
final class MadeContents {

	private final ContentRows rows;

	private final ContentParts parts;

	MadeContents(ContentRows rows, ContentParts parts) {
		this.rows = rows;
		this.parts = parts;
	}

	/** What is there already is not kept a second time. */
	Content keep(byte[] bytes) {
		UUID id = UUID.randomUUID();
		String sha256 = Sha256.hex(bytes);
		if (this.rows.keep(sha256, bytes.length, id)) {
			for (int from = 0; from < bytes.length; from += ContentParts.PART) {
				byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + ContentParts.PART));
				this.parts.append(id, from, part, part.length);
			}
		}
		return new Content(sha256, bytes.length);
	}

}
