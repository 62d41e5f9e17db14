package cn.ecopark.process.pack;

import java.util.stream.Stream;

/** What the system tells a running case by a message; a diagram may wait for no other. */
public enum CaseMessage {

	/** The joint decision the case waits for has been taken, with its result. */
	BATCH_RESULT("Message_BatchResult"),
	/** The park withdraws. */
	WITHDRAWAL("Message_Withdraw"),
	/** The Office closes the case. */
	CLOSING("Message_CloseCase");

	/** The fact that comes with {@link #BATCH_RESULT}. */
	public static final String RESULT_FACT = "batchResult";

	private final String text;

	CaseMessage(String text) {
		this.text = text;
	}

	/**
	 * @return the name that diagrams use
	 */
	public String text() {
		return this.text;
	}

	static boolean isKnown(String text) {
		return Stream.of(values()).anyMatch(message -> message.text.equals(text));
	}

}
