package cn.ecopark;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/** Listens to the log for a while, down to what an operator would see. */
public final class HeardLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {

	private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

	private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

	public HeardLog() {
		start();
		this.root.addAppender(this);
	}

	@Override
	protected void append(ILoggingEvent event) {
		event.prepareForDeferredProcessing();
		this.events.add(event);
	}

	public List<ILoggingEvent> events() {
		return this.events.stream().filter(event -> event.getLevel().isGreaterOrEqual(Level.INFO)).toList();
	}

	/**
	 * @return all that was said: words, fields and what was thrown
	 */
	public String text() {
		StringBuilder text = new StringBuilder();
		for (ILoggingEvent event : events()) {
			text.append(event.getFormattedMessage())
				.append(' ')
				.append(event.getMDCPropertyMap())
				.append(' ')
				.append(event.getKeyValuePairs());
			for (IThrowableProxy thrown = event.getThrowableProxy(); thrown != null; thrown = thrown.getCause()) {
				text.append(' ').append(thrown.getMessage());
			}
			text.append('\n');
		}
		return text.toString();
	}

	@Override
	public void close() {
		this.root.detachAppender(this);
		stop();
	}

}
