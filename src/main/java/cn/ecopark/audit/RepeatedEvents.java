package cn.ecopark.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import cn.ecopark.shared.NodeMemory;
import cn.ecopark.shared.RegularWork;

/**
 * Records what may happen often, or is done on purpose often: the first of a kind at
 * once, the others of the same ten minutes as one number when these are over. So a
 * refusal is on record when it happens, and nobody can fill the disk with refusals. A
 * kind is who, what and where; kinds themselves are limited. Numbers of a node that dies
 * are lost, the first of each kind is not.
 */
@Component
public class RepeatedEvents extends RegularWork {

	private static final Logger LOG = LoggerFactory.getLogger(RepeatedEvents.class);

	private static final Duration WINDOW = Duration.ofMinutes(10);

	private static final Duration LOOK = Duration.ofMinutes(1);

	/** More kinds than that are counted together. */
	private static final int MOST_KINDS = 2_000;

	private final Audit audit;

	private final AuditActor actor;

	@NodeMemory(NodeMemory.Why.OF_THE_NODE)
	private final Map<Kind, Counted> kinds = new HashMap<>();

	@NodeMemory(NodeMemory.Why.OF_THE_NODE)
	private Instant begun = Instant.now();

	RepeatedEvents(Audit audit, AuditActor actor) {
		super("audit-repeated");
		this.audit = audit;
		this.actor = actor;
	}

	private record Kind(String subject, String action, long person, Map<String, String> details) {

		Kind withoutDetails() {
			return new Kind(this.subject, this.action, 0, Map.of("kind", "other"));
		}

	}

	private static final class Counted {

		private long more;

	}

	/**
	 * Never throws: what is refused stays refused, and what is read is read, when the
	 * audit fails; that it failed is logged.
	 * @param kind what makes two of them the same
	 * @param first what is told about the first one in addition
	 * @return whether it was the first
	 */
	public boolean note(Subject subject, String action, Map<String, String> kind, Map<String, String> first) {
		boolean isFirst = isFirst(subject, action, kind);
		if (isFirst) {
			Map<String, String> details = new TreeMap<>(kind);
			details.putAll(first);
			try {
				this.audit.recordRefusal(subject, action, details);
			}
			catch (RuntimeException failed) {
				LOG.error("Missing in the audit of {}: {} {}", subject.id(), action, details, failed);
			}
		}
		return isFirst;
	}

	private synchronized boolean isFirst(Subject subject, String action, Map<String, String> details) {
		long person = this.actor.current().map(AuditActor.Who::personId).orElse(0L);
		Kind kind = new Kind(subject.id(), action, person, Map.copyOf(details));
		if (!this.kinds.containsKey(kind) && this.kinds.size() >= MOST_KINDS) {
			kind = kind.withoutDetails();
		}
		Counted before = this.kinds.putIfAbsent(kind, new Counted());
		if (before != null) {
			before.more++;
		}
		return before == null;
	}

	@Override
	protected List<Task> tasks() {
		return List.of(new Task(this::endWindow, LOOK));
	}

	@Override
	public void stop() {
		super.stop();
		once(this::tellMore);
	}

	/** Before the last seal. */
	@Override
	public int getPhase() {
		return 1;
	}

	private void endWindow() {
		if (this.begun.plus(WINDOW).isBefore(Instant.now())) {
			tellMore();
		}
	}

	void tellMore() {
		for (Map.Entry<Kind, Long> repeated : takeAll().entrySet()) {
			Kind kind = repeated.getKey();
			Map<String, String> details = new LinkedHashMap<>(kind.details());
			details.put("person", Long.toString(kind.person()));
			details.put("more", Long.toString(repeated.getValue()));
			this.audit.record(new Subject(kind.subject()), kind.action() + ".repeated", details);
		}
	}

	private synchronized Map<Kind, Long> takeAll() {
		Map<Kind, Long> repeated = new LinkedHashMap<>();
		new ArrayList<>(this.kinds.entrySet()).stream()
			.filter((kind) -> kind.getValue().more > 0)
			.forEach((kind) -> repeated.put(kind.getKey(), kind.getValue().more));
		this.kinds.clear();
		this.begun = Instant.now();
		return repeated;
	}

}
