package cn.ecopark.batch;

/** What a batch tells a case. The codes stand in the diagrams, so they are text. */
public final class BatchResult {

	/** 已印发: the joint paper names the park. */
	public static final String ISSUED = "ISSUED";

	/** 公示办结: the public notice is over and nothing is held against the park. */
	public static final String PUBLISHED = "PUBLISHED";

	/** 移出批次: decided without the park. */
	public static final String STRUCK_OUT = "STRUCK_OUT";

	private BatchResult() {
	}

}
