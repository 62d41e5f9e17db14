package cn.ecopark.batch;

/**
 * What a batch asks of the engine that moves its token. Every call belongs to the running
 * transaction.
 */
public interface BatchProcess {

	/**
	 * Starts the process of the batch's kind in its pack, with the batch's id as business
	 * key.
	 */
	void start(Batch batch);

	/**
	 * Sends a result on its way to one park, as a job of its own, so that one park never
	 * holds up another. A case that has gone meanwhile is skipped and noted.
	 * @param result one of {@link BatchResult}
	 */
	void deliver(String batchId, String caseId, String result);

	/**
	 * Ends the process of a batch in which no park is left. Does nothing where it has
	 * ended already.
	 */
	void cancel(String batchId);

}
