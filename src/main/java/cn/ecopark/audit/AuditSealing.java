package cn.ecopark.audit;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.shared.RegularWork;

/**
 * Seals the chains as soon as they have grown, in real time, and once more when the
 * application ends, and tells the places outside at once.
 */
@Component
class AuditSealing extends RegularWork {

	private static final Logger LOG = LoggerFactory.getLogger(AuditSealing.class);

	private static final Duration STAMP_LOOK = Duration.ofSeconds(30);

	private final AuditSeals seals;

	private final SealTelling telling;

	private final AuditSettings settings;

	private final List<SealPlace> places;

	AuditSealing(AuditSeals seals, JdbcClient jdbc, AuditSettings settings) {
		super("audit-seal");
		this.seals = seals;
		this.telling = new SealTelling(jdbc, seals);
		this.settings = settings;
		this.places = places(settings.seals());
		if (this.places.isEmpty()) {
			LOG.warn("Seals of the audit are told nowhere outside of the database (ecopark.audit.seals.*): "
					+ "whoever owns it could put back an older state of everything");
		}
	}

	private static List<SealPlace> places(AuditSettings.Places settings) {
		List<SealPlace> places = new ArrayList<>();
		Path file = settings.file();
		if (file != null) {
			places.add(new FilePlace(file));
		}
		URI syslog = settings.syslog();
		if (syslog != null) {
			places.add(new SyslogPlace(syslog, settings.patience()));
		}
		URI endpoint = settings.endpoint();
		if (endpoint != null) {
			places.add(new EndpointPlace(endpoint, settings.endpointToken(), settings.patience()));
		}
		return List.copyOf(places);
	}

	/** Each place by itself, so that none waits for another that does not answer. */
	@Override
	protected List<Task> tasks() {
		List<Task> tasks = new ArrayList<>();
		tasks.add(new Task(this.seals::seal, this.settings.sealEvery()));
		this.places.forEach((place) -> tasks.add(new Task(() -> this.telling.tell(place), this.settings.sealEvery())));
		URI authority = this.settings.seals().timeStamp();
		if (authority != null) {
			TimeStamps stamps = new TimeStamps(authority, this.settings.seals().patience());
			tasks.add(new Task(() -> this.telling.stamp(stamps, this.settings.seals().timeStampEvery()), STAMP_LOOK));
		}
		return tasks;
	}

	@Override
	public void stop() {
		super.stop();
		once(this.seals::seal);
		this.places.forEach((place) -> once(() -> this.telling.tell(place)));
		this.seals.last().ifPresent((seal) -> LOG.info("The last seal of the audit is {} {}", seal.seq(), seal.hash()));
	}

	/** After everything that writes to the audit has stopped. */
	@Override
	public int getPhase() {
		return 0;
	}

}
