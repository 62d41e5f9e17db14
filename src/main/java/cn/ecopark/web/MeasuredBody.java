package cn.ecopark.web;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;

import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * The body of a request as it arrives: too slowly, and the connection ends. The time that
 * the application takes between two readings does not count.
 */
final class MeasuredBody implements InputBuffer, AutoCloseable {

	private static final long NANOS_OF_A_SECOND = 1_000_000_000L;

	/** Some tens of kilobytes. */
	private static final int MOST_PIECES = 8;

	private final Request request;

	private final InputBuffer source;

	private final BodySettings settings;

	private final Runnable whenArrived;

	private long arrived;

	private long waited;

	private boolean over;

	/**
	 * @param whenArrived done once, as soon as nothing more is waited for
	 */
	MeasuredBody(Request request, BodySettings settings, Runnable whenArrived) {
		this.request = request;
		this.source = request.getInputBuffer();
		this.settings = settings;
		this.whenArrived = whenArrived;
	}

	@Override
	public int doRead(ApplicationBufferHandler handler) throws IOException {
		long begun = System.nanoTime();
		int read;
		try {
			read = this.source.doRead(handler);
		}
		catch (IOException lost) {
			cutOff();
			throw lost;
		}
		this.waited += System.nanoTime() - begun;
		this.arrived += Math.max(0, read);
		if (read < 0 || this.arrived == this.request.getContentLengthLong()) {
			close();
		}
		else if (isTooSlow()) {
			cutOff();
			throw new SocketTimeoutException("A body arrived too slowly");
		}
		return read;
	}

	@Override
	public int available() {
		return this.source.available();
	}

	private boolean isTooSlow() {
		long slowest = this.settings.slowest().toBytes() * (this.waited / NANOS_OF_A_SECOND);
		return this.waited > this.settings.patience().toNanos() && this.arrived < slowest;
	}

	private void cutOff() {
		close();
		this.request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
		this.request.action(ActionCode.CLOSE_NOW, null);
	}

	/**
	 * Takes in what nobody has read, at no slower pace, so that the other side gets to
	 * read the answer.
	 */
	void swallow() {
		Swallowed nowhere = new Swallowed();
		try {
			while (!this.over) {
				doRead(nowhere);
			}
		}
		catch (IOException cutOff) {
			// The connection has ended, and with it all there was to take in.
		}
	}

	/**
	 * Takes in what has arrived and waits for nothing more: the answer of a connection
	 * that ends before is often lost.
	 */
	static void takeIn(Request request) throws IOException {
		InputBuffer source = request.getInputBuffer();
		Swallowed nowhere = new Swallowed();
		for (int piece = 0; piece < MOST_PIECES && source.available() > 0; piece++) {
			source.doRead(nowhere);
		}
	}

	@Override
	public void close() {
		if (!this.over) {
			this.over = true;
			this.whenArrived.run();
		}
	}

	/** Keeps nothing of what it is given. */
	private static final class Swallowed implements ApplicationBufferHandler {

		private ByteBuffer given = ByteBuffer.allocate(0);

		@Override
		public void setByteBuffer(ByteBuffer buffer) {
			this.given = buffer;
		}

		@Override
		public ByteBuffer getByteBuffer() {
			return this.given;
		}

		@Override
		public void expand(int size) {
			// There is always room for what is not kept.
		}

	}

}
