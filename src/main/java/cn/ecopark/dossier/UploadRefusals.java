package cn.ecopark.dossier;

import cn.ecopark.shared.Refusal;

/** Why an upload does not go on. */
public final class UploadRefusals {

	private UploadRefusals() {
	}

	/** There is no such upload, or it is somebody else's. */
	public static final class UploadNotFound extends Refusal {

		public UploadNotFound() {
			super("upload.not-found");
		}

	}

	/** Nobody went on with it for too long. */
	public static final class UploadExpired extends Refusal {

		public UploadExpired() {
			super("upload.expired");
		}

	}

	/** The bytes do not belong at the end of what has arrived. */
	public static final class UploadMoved extends Refusal {

		public UploadMoved() {
			super("upload.moved");
		}

	}

	/** More unfinished uploads than one person needs for one task. */
	public static final class TooManyUploads extends Refusal {

		/**
		 * @param most how many there may be
		 */
		public TooManyUploads(int most) {
			super("upload.too-many", most);
		}

	}

	/** What has arrived is not the file whose digest was announced. */
	public static final class OtherDigest extends Refusal {

		public OtherDigest(String fileName) {
			super("upload.other-digest", fileName);
		}

	}

	/** These bytes are not those whose checksum came with them. */
	public static final class ChecksumMismatch extends Refusal {

		public ChecksumMismatch() {
			super("upload.checksum");
		}

	}

}
