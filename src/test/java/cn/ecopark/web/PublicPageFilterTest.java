package cn.ecopark.web;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import cn.ecopark.shared.Change;

import static org.assertj.core.api.Assertions.assertThat;

class PublicPageFilterTest {

	private static final String ONE = "/notices/1";

	private static final int PLACES = 2;

	private final PublicPages pages = new PublicPages(2);

	private LocalDate today = LocalDate.parse("2019-06-12");

	private boolean told = true;

	private final PublicPageFilter filter = filter(Duration.ofSeconds(30));

	private final AtomicInteger made = new AtomicInteger();

	private final ExecutorService readers = Executors.newCachedThreadPool();

	private PublicPageFilter filter(Duration patience) {
		PathPattern notices = PathPatternParser.defaultInstance.parse("/notices/{id}");
		return new PublicPageFilter(List.of(notices), this.pages, new ChosenLanguage(),
				new PublicPageFilter.Surroundings(() -> this.today, () -> this.told),
				new PublicPageSettings(Duration.ofSeconds(10), 2, PLACES, patience));
	}

	@AfterEach
	void stop() {
		this.readers.shutdownNow();
	}

	@Test
	void makesAPageOnceForACrowd() throws Exception {
		CountDownLatch go = new CountDownLatch(1);
		List<Future<String>> crowd = new ArrayList<>();
		for (int reader = 0; reader < 20; reader++) {
			crowd.add(this.readers.submit(() -> read(this.filter, request(ONE), slow(go)).getContentAsString()));
		}
		Awaitility.await().until(() -> this.made.get() == 1);
		go.countDown();

		for (Future<String> reader : crowd) {
			assertThat(reader.get()).isEqualTo("page 1");
		}
		assertThat(this.made).hasValue(1);
	}

	@Test
	void makesItAnewForAnotherDayLanguageOrAddressAndAfterAChange() throws Exception {
		assertThat(content(request(ONE))).isEqualTo("page 1");
		assertThat(content(request(ONE))).isEqualTo("page 1");

		this.today = this.today.plusDays(1);
		assertThat(content(request(ONE))).isEqualTo("page 2");
		MockHttpServletRequest english = request(ONE);
		english.setCookies(new Cookie("language", "en"));
		assertThat(content(english)).isEqualTo("page 3");
		assertThat(content(request("/notices/2"))).isEqualTo("page 4");
		this.pages.forget(new Change(Set.of(Change.Topic.NOTICES)));
		assertThat(content(request("/notices/2"))).isEqualTo("page 5");
	}

	@Test
	void keepsNoPageThatWasBegunBeforeAChange() throws Exception {
		read(this.filter, request(ONE), (request, response) -> {
			this.pages.forget(new Change(Set.of(Change.Topic.NOTICES)));
			write((HttpServletResponse) response);
		});

		assertThat(content(request(ONE))).isEqualTo("page 2");
	}

	@Test
	void keepsOnlySoMany() throws Exception {
		content(request(ONE));
		content(request("/notices/2"));
		content(request("/notices/3"));
		assertThat(content(request("/notices/3"))).isEqualTo("page 3");
		assertThat(content(request(ONE))).as("the oldest is made anew").isEqualTo("page 4");
	}

	@Test
	void keepsNothingForOneReaderNothingThatFailedAndNothingWhileItIsNotTold() throws Exception {
		MockHttpServletRequest search = request(ONE);
		search.addParameter("q", "苏州");
		MockHttpServletRequest inSession = request(ONE);
		inSession.setCookies(new Cookie("__Host-SESSION", "some"));
		for (MockHttpServletRequest own : List.of(search, inSession)) {
			int before = this.made.get();
			content(own);
			assertThat(content(own)).isEqualTo("page " + (before + 2));
		}
		MockHttpServletResponse absent = read(this.filter, request("/notices/none"),
				(request, response) -> ((HttpServletResponse) response).sendError(404));
		assertThat(absent.getStatus()).isEqualTo(404);
		read(this.filter, request(ONE), (request, response) -> {
			((HttpServletResponse) response).addCookie(new Cookie("SESSION", "new"));
			write((HttpServletResponse) response);
		});
		this.told = false;
		content(request(ONE));
		int before = this.made.get();
		assertThat(content(request(ONE))).isEqualTo("page " + (before + 1));
	}

	@Test
	void answersHeadAsGetWithoutContent() throws Exception {
		content(request(ONE));
		MockHttpServletRequest head = request(ONE);
		head.setMethod("HEAD");
		MockHttpServletResponse answer = read(this.filter, head, page());

		assertThat(answer.getContentAsString()).isEmpty();
		assertThat(answer.getContentLength()).isEqualTo("page 1".length());
		assertThat(answer.getHeader("ETag")).isNotNull();
		assertThat(this.made).hasValue(1);
	}

	@Test
	void leavesRoomForThoseWhoWork() throws Exception {
		CountDownLatch go = new CountDownLatch(1);
		for (int reader = 0; reader < 10; reader++) {
			String address = "/notices/" + reader;
			this.readers.submit(() -> read(this.filter, request(address), slow(go)));
		}
		Awaitility.await().until(() -> this.made.get() == PLACES);
		TimeUnit.MILLISECONDS.sleep(100);
		assertThat(this.made).as("at a time").hasValue(PLACES);

		assertThat(read(this.filter, request("/desk"), page()).getContentAsString()).as("of those who work")
			.isEqualTo("page 3");
		go.countDown();
		Awaitility.await().until(() -> this.made.get() == 11);
	}

	@Test
	void tellsWhoHasWaitedTooLongToComeAgain() throws Exception {
		PublicPageFilter impatient = filter(Duration.ofMillis(50));
		CountDownLatch go = new CountDownLatch(1);
		for (int reader = 0; reader < PLACES; reader++) {
			String address = "/notices/" + reader;
			this.readers.submit(() -> read(impatient, request(address), slow(go)));
		}
		Awaitility.await().until(() -> this.made.get() == PLACES);

		MockHttpServletResponse refused = read(impatient, request("/notices/9"), page());
		go.countDown();

		assertThat(refused.getStatus()).isEqualTo(503);
		assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
	}

	private static MockHttpServletRequest request(String address) {
		return new MockHttpServletRequest("GET", address);
	}

	private String content(MockHttpServletRequest request) throws Exception {
		return read(this.filter, request, page()).getContentAsString();
	}

	private static MockHttpServletResponse read(PublicPageFilter filter, MockHttpServletRequest request,
			FilterChain chain) throws Exception {
		MockHttpServletResponse response = new MockHttpServletResponse();
		filter.doFilter(request, response, chain);
		return response;
	}

	private FilterChain page() {
		return (request, response) -> write((HttpServletResponse) response);
	}

	private FilterChain slow(CountDownLatch go) {
		return (request, response) -> {
			write((HttpServletResponse) response);
			try {
				go.await();
			}
			catch (InterruptedException stopped) {
				Thread.currentThread().interrupt();
			}
		};
	}

	private void write(HttpServletResponse response) throws IOException {
		response.setContentType("text/html;charset=UTF-8");
		response.getWriter().write("page " + this.made.incrementAndGet());
	}

}
