package cn.ecopark.web;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import cn.ecopark.shared.NodeMemory;

/**
 * Serves pages for everybody from memory: before sessions, rights and the database are
 * asked. One that is not there is made by one of those who ask for it, while the others
 * wait; only a few are made at a time. Who has a session gets a page of his own, and who
 * looks for something or chooses a language, too.
 */
class PublicPageFilter extends OncePerRequestFilter {

	/** What is said anew of each answer, or of this reader alone. */
	private static final Set<String> NOT_OF_THE_PAGE = Set.of("cache-control", "pragma", "expires", "content-length",
			"content-type", "vary", "date", "set-cookie");

	private static final String SESSION = "SESSION";

	private final List<Address> addresses;

	private final PublicPages pages;

	private final LocaleResolver languages;

	private final BooleanSupplier isTold;

	@NodeMemory(NodeMemory.Why.OF_THE_NODE)
	private final Semaphore places;

	private final Duration patience;

	private final String cacheControl;

	@NodeMemory(NodeMemory.Why.OF_THE_NODE)
	private final Map<PublicPages.Key, CompletableFuture<Optional<PublicPages.Page>>> begun = new ConcurrentHashMap<>();

	/**
	 * @param isTold whether this node hears of changes; if not, nothing is kept
	 */
	PublicPageFilter(List<PublicAddress> addresses, PublicPages pages, LocaleResolver languages, BooleanSupplier isTold,
			PublicPageSettings settings) {
		this.addresses = addresses.stream().map(Address::of).toList();
		this.pages = pages;
		this.languages = languages;
		this.isTold = isTold;
		this.places = new Semaphore(settings.rendered(), true);
		this.patience = settings.patience();
		this.cacheControl = Objects
			.requireNonNull(CacheControl.maxAge(settings.maxAge()).cachePublic().getHeaderValue());
	}

	private record Address(PathPattern pattern, Supplier<LocalDate> today) {

		static Address of(PublicAddress address) {
			return new Address(PathPatternParser.defaultInstance.parse(address.pattern()), address.today());
		}

	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !isRead(request) || hasSession(request) || addressOf(request).isEmpty();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Address address = addressOf(request).orElse(null);
		if (address == null || !request.getParameterMap().isEmpty() || !this.isTold.getAsBoolean()) {
			inTurn(request, response, chain);
			return;
		}
		Locale language = this.languages.resolveLocale(request);
		PublicPages.Key key = new PublicPages.Key(path(request), language, address.today().get());
		PublicPages.Page kept = this.pages.find(key).orElse(null);
		if (kept != null) {
			answer(kept, request, response);
		}
		else {
			make(key, request, response, chain);
		}
	}

	/** The first who asks makes it; if it is none to keep, each gets his own. */
	private void make(PublicPages.Key key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		CompletableFuture<Optional<PublicPages.Page>> mine = new CompletableFuture<>();
		CompletableFuture<Optional<PublicPages.Page>> others = this.begun.putIfAbsent(key, mine);
		if (others != null) {
			PublicPages.Page made = await(others);
			if (made != null) {
				answer(made, request, response);
			}
			else {
				inTurn(request, response, chain);
			}
			return;
		}
		PublicPages.Page made = null;
		try {
			made = isHead(request) ? null : render(key, request, response, chain);
		}
		finally {
			this.begun.remove(key);
			mine.complete(Optional.ofNullable(made));
		}
		if (made != null) {
			response.reset();
			answer(made, request, response);
		}
		else if (isHead(request)) {
			inTurn(request, response, chain);
		}
	}

	/**
	 * @return the page, which has not gone out yet; null when what came out is none to
	 * keep and has gone out
	 */
	private PublicPages.@Nullable Page render(PublicPages.Key key, HttpServletRequest request,
			HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
		long before = this.pages.changes();
		ContentCachingResponseWrapper caught = new ContentCachingResponseWrapper(response);
		if (!inTurn(request, caught, chain)) {
			return null;
		}
		String type = caught.getContentType();
		if (caught.getStatus() != HttpStatus.OK.value() || type == null
				|| caught.getHeader(HttpHeaders.SET_COOKIE) != null || response.isCommitted()) {
			caught.copyBodyToResponse();
			return null;
		}
		List<PublicPages.Header> headers = caught.getHeaderNames()
			.stream()
			.distinct()
			.filter((name) -> !NOT_OF_THE_PAGE.contains(name.toLowerCase(Locale.ROOT)))
			.flatMap((name) -> caught.getHeaders(name).stream().map((value) -> new PublicPages.Header(name, value)))
			.toList();
		PublicPages.Page page = PublicPages.Page.of(type, headers, caught.getContentAsByteArray());
		this.pages.keep(key, page, before);
		return page;
	}

	/**
	 * @return whether there was room; if not, the reader is told to come again
	 */
	private boolean inTurn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!hasPlace()) {
			response.setHeader(HttpHeaders.RETRY_AFTER, "1");
			response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
			return false;
		}
		try {
			chain.doFilter(request, response);
			return true;
		}
		finally {
			this.places.release();
		}
	}

	private boolean hasPlace() {
		try {
			return this.places.tryAcquire(this.patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private PublicPages.@Nullable Page await(CompletableFuture<Optional<PublicPages.Page>> others) {
		try {
			return others.get(this.patience.toMillis(), TimeUnit.MILLISECONDS).orElse(null);
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			return null;
		}
		catch (ExecutionException | TimeoutException notMade) {
			return null;
		}
	}

	private void answer(PublicPages.Page page, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		page.headers().forEach((header) -> response.addHeader(header.name(), header.value()));
		response.setHeader(HttpHeaders.CACHE_CONTROL, this.cacheControl);
		response.setHeader(HttpHeaders.VARY, HttpHeaders.COOKIE + ", " + HttpHeaders.ACCEPT_ENCODING);
		String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
		boolean zipped = accepted != null && accepted.contains("gzip");
		String tag = "\"" + page.tag() + (zipped ? "-gzip\"" : "\"");
		if (new ServletWebRequest(request, response).checkNotModified(tag)) {
			return;
		}
		byte[] content = zipped ? page.zipped() : page.plain();
		if (zipped) {
			response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
		}
		response.setContentType(page.contentType());
		response.setContentLength(content.length);
		if (!isHead(request)) {
			response.getOutputStream().write(content);
		}
	}

	private Optional<Address> addressOf(HttpServletRequest request) {
		PathContainer path = PathContainer.parsePath(path(request));
		return this.addresses.stream().filter((address) -> address.pattern().matches(path)).findFirst();
	}

	private static String path(HttpServletRequest request) {
		return request.getRequestURI().substring(request.getContextPath().length());
	}

	private static boolean isRead(HttpServletRequest request) {
		return HttpMethod.GET.matches(request.getMethod()) || isHead(request);
	}

	private static boolean isHead(HttpServletRequest request) {
		return HttpMethod.HEAD.matches(request.getMethod());
	}

	private static boolean hasSession(HttpServletRequest request) {
		Cookie[] cookies = request.getCookies();
		if (cookies != null) {
			for (Cookie cookie : cookies) {
				if (cookie.getName().endsWith(SESSION)) {
					return true;
				}
			}
		}
		return request.getSession(false) != null;
	}

}
