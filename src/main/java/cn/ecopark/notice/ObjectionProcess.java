package cn.ecopark.notice;

/** What an objection asks of the engine that moves its token. */
public interface ObjectionProcess {

	/**
	 * Starts the objection process in the running transaction, with the objection's id as
	 * business key and its case as variable.
	 */
	void start(Objection objection);

}
