package cn.ecopark.web;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;

import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import cn.ecopark.shared.LogFields;

import static org.assertj.core.api.Assertions.assertThat;

class NumberedRequestsTest {

	private final NumberedRequests filter = new NumberedRequests();

	@Test
	void sayWhatARequestIsAboutByItsAddress() throws Exception {
		assertThat(fields("/cases/c-12/documents")).containsEntry(LogFields.CASE, "c-12");
		assertThat(fields("/tasks/77")).containsEntry(LogFields.TASK, "77");
		assertThat(fields("/batches/b1")).containsEntry(LogFields.BATCH, "b1");
		assertThat(fields("/cases")).containsOnlyKeys(LogFields.REQUEST);
		assertThat(fields("/notices/n1/objections/张三")).containsOnlyKeys(LogFields.REQUEST);
		assertThat(fields("/cases/c%0d%0aERROR")).as("no line of its own").containsOnlyKeys(LogFields.REQUEST);
	}

	@Test
	void haveANumberThatNobodyElseChooses() throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/desk");
		request.addHeader("X-Request-Id", "chosen");

		Map<String, String> fields = fields(request);

		assertThat(fields.get(LogFields.REQUEST)).matches("[0-9A-F]{8}");
		assertThat(NumberedRequests.numberOf(request)).isEqualTo(fields.get(LogFields.REQUEST));
		request.setDispatcherType(DispatcherType.ERROR);
		request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/desk");
		assertThat(fields(request)).as("on the page of a fault").isEqualTo(fields);
	}

	@Test
	void leaveNothingOnTheThread() throws Exception {
		fields("/cases/c-12");

		assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
	}

	private Map<String, String> fields(String address) throws Exception {
		return fields(new MockHttpServletRequest("GET", address));
	}

	private Map<String, String> fields(MockHttpServletRequest request) throws Exception {
		AtomicReference<Map<String, String>> heard = new AtomicReference<>();
		this.filter.doFilter(request, new MockHttpServletResponse(),
				(passed, answer) -> heard.set(MDC.getCopyOfContextMap()));
		return heard.get();
	}

}
