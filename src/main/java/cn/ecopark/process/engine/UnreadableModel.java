package cn.ecopark.process.engine;

/** A file that is not read at all, since it is too large or no plain XML in UTF-8. */
public final class UnreadableModel extends Exception {

	/** Why a file is not read. */
	public enum Reason {

		/** Not UTF-8, or it says that it is not. */
		ENCODING,
		/** Not well-formed. */
		NO_XML,
		/** With a document type, which could bring in other files. */
		DOCUMENT_TYPE,
		/** More bytes than any diagram needs. */
		TOO_LARGE,
		/** More elements than any diagram needs. */
		TOO_MANY_ELEMENTS,
		/** Elements inside elements without end. */
		TOO_DEEP

	}

	private final Reason reason;

	private final int line;

	private final String detail;

	UnreadableModel(Reason reason, int line, String detail) {
		super(reason + " in line " + line + ": " + detail);
		this.reason = reason;
		this.line = line;
		this.detail = detail;
	}

	public Reason reason() {
		return this.reason;
	}

	/**
	 * @return where reading ended, counted from 1; 0 where no line was read
	 */
	public int line() {
		return this.line;
	}

	/**
	 * @return the encoding the file names, or the bound it exceeds
	 */
	public String detail() {
		return this.detail;
	}

}
