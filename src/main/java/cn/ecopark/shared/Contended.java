package cn.ecopark.shared;

/**
 * Several people changed the same thing at the same moment, again and again; nothing of
 * this command was kept.
 */
public final class Contended extends Refusal {

	public Contended(Throwable conflict) {
		super("contended");
		initCause(conflict);
	}

}
