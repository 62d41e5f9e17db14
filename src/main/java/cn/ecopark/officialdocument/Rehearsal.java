package cn.ecopark.officialdocument;

import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * 预览: a command is carried out to its end and taken back whole, so that whoever is about
 * to give it reads the very documents it would make. They are marked as drafts, bear no
 * number, and nobody seals or signs them.
 */
@Component
public class Rehearsal {

	/** Under this the thread that rehearses keeps what is made. */
	private static final Object RUNNING = Rehearsal.class;

	/** A document that the command would make. */
	public record Rehearsed(String title, byte[] pdf) {
	}

	/**
	 * @param command what joins the running transaction, and leaves nothing outside the
	 * database that others could find
	 * @return the documents it made, in their order
	 * @throws cn.ecopark.shared.Refusal as the command itself
	 */
	@Transactional
	public List<Rehearsed> of(Runnable command) {
		TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
		List<Rehearsed> made = new ArrayList<>();
		TransactionSynchronizationManager.bindResource(RUNNING, made);
		try {
			command.run();
			return List.copyOf(made);
		}
		finally {
			TransactionSynchronizationManager.unbindResource(RUNNING);
		}
	}

	boolean isUnderWay() {
		return TransactionSynchronizationManager.hasResource(RUNNING);
	}

	/** Outside a rehearsal nothing is kept. */
	@SuppressWarnings("unchecked")
	void shows(String title, byte[] pdf) {
		List<Rehearsed> made = (List<Rehearsed>) TransactionSynchronizationManager.getResource(RUNNING);
		if (made != null) {
			made.add(new Rehearsed(title, pdf));
		}
	}

}
