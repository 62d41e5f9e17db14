package cn.ecopark.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;

import cn.ecopark.shared.Places;

/**
 * Keeps those who send slowly, or nothing after all, from holding every thread of the
 * server: so many bodies are on their way at the same moment, of one network and of all,
 * and one that arrives too slowly is cut off. It stands behind the valve that finds out
 * who is behind a proxy, and outside of all that may read a body, the page of an error
 * included.
 */
class SlowBodies extends ValveBase {

	private static final String RETRY_AFTER_SECONDS = "10";

	private final Places places;

	private final BodySettings settings;

	SlowBodies(BodySettings settings) {
		super(true);
		this.places = new Places(settings.atOnce(), settings.ofOneAtOnce());
		this.settings = settings;
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		org.apache.coyote.Request received = request.getCoyoteRequest();
		if (received.getContentLengthLong() == 0
				|| received.getContentLengthLong() < 0 && received.getHeader("Transfer-Encoding") == null) {
			getNext().invoke(request, response);
			return;
		}
		String address = request.getRemoteAddr();
		if (this.places.enter(address) != Places.Entry.IN) {
			refuse(received, response);
			return;
		}
		InputBuffer source = received.getInputBuffer();
		MeasuredBody body = new MeasuredBody(received, this.settings, () -> this.places.leave(address));
		try (body) {
			received.setInputBuffer(body);
			getNext().invoke(request, response);
			if (!request.isAsync()) {
				response.finishResponse();
				body.swallow();
			}
		}
		finally {
			received.setInputBuffer(source);
		}
	}

	/** Nothing of the body is waited for, and so the connection ends. */
	private static void refuse(org.apache.coyote.Request received, Response response) throws IOException {
		HttpServletResponse answer = response.getResponse();
		answer.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
		answer.setHeader("Retry-After", RETRY_AFTER_SECONDS);
		answer.setContentType("text/plain;charset=UTF-8");
		answer.getOutputStream()
			.write((words(Locale.SIMPLIFIED_CHINESE) + '\n' + words(Locale.ENGLISH) + '\n')
				.getBytes(StandardCharsets.UTF_8));
		response.finishResponse();
		MeasuredBody.takeIn(received);
		received.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
	}

	private static String words(Locale language) {
		return ResourceBundle.getBundle("messages/web", language).getString("web.body.full");
	}

}
