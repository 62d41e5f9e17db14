package cn.ecopark.wholefile;

import cn.ecopark.shared.Refusal;

/** What was given to be checked is no whole file. */
public final class NotAWholeFile extends Refusal {

	private final Fault fault;

	public NotAWholeFile(Fault fault) {
		super("whole-file." + fault.key);
		this.fault = fault;
	}

	public Fault fault() {
		return this.fault;
	}

	/** Why. */
	public enum Fault {

		/** No ZIP, or one that was cut off. */
		NO_ZIP("no-zip", "不是完整的 ZIP 文件，可能下载时中断"),
		/** It has no manifest. */
		NO_MANIFEST("no-manifest", "压缩包内没有 manifest.json"),
		/** Its manifest is too large or malformed. */
		MANIFEST_UNREADABLE("manifest-unreadable", "manifest.json 无法读取"),
		/** Its manifest is of another program or of a later version of this one. */
		OTHER_FORMAT("other-format", "manifest.json 是其他格式或更新的版本"),
		/** It unpacks to more than is looked at here. */
		TOO_LARGE("too-large", "解压后的内容超过可核对的上限");

		private final String key;

		private final String words;

		Fault(String key, String words) {
			this.key = key;
			this.words = words;
		}

		/**
		 * @return the fault for a reader of the command line, where there are no messages
		 */
		String words() {
			return this.words;
		}

	}

}
