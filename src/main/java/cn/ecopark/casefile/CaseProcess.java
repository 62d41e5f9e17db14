package cn.ecopark.casefile;

import cn.ecopark.shared.Refusal;

/** What a case asks of the engine that moves its token. */
public interface CaseProcess {

	/** Starts the diagram of the case's kind in its pack, in the running transaction. */
	void start(EcoCase ecoCase);

	/**
	 * Ends the flow of the case because the park withdraws it, whatever its diagram
	 * provides for.
	 * @throws NotWaiting when it has ended meanwhile
	 */
	void withdraw(EcoCase ecoCase);

	/**
	 * Ends the flow of the case because the Office closes it, whatever its diagram
	 * provides for.
	 * @throws NotWaiting when it has ended meanwhile
	 */
	void close(EcoCase ecoCase);

	/** The token of the case is not where the command needs it. */
	final class NotWaiting extends Refusal {

		public NotWaiting() {
			super("case.not-waiting");
		}

	}

}
