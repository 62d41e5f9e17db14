package cn.ecopark.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import cn.ecopark.shared.ContentDigest;
import cn.ecopark.shared.PagePosts;
import cn.ecopark.shared.Refusal;

/** Carries out commands marked with {@link OncePerPage} once for each page. */
@Configuration(proxyBeanMethods = false)
public class RepeatedPages implements WebMvcConfigurer {

	private static final String REPEATED = RepeatedPages.class.getName() + ".repeated";

	private final ObjectProvider<PagePosts> posts;

	RepeatedPages(ObjectProvider<PagePosts> posts) {
		this.posts = posts;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new Once(this.posts));
	}

	/**
	 * @return whether the page has been sent before and its command carried out
	 */
	public static boolean isRepeated(HttpServletRequest request) {
		return request.getAttribute(REPEATED) != null;
	}

	/** The page was sent before, and said something else then. */
	public static final class PageSentBefore extends Refusal {

		PageSentBefore() {
			super("page.sent-before");
		}

	}

	/** The page was sent a moment ago, and its answer is not there yet. */
	public static final class PageUnderWay extends Refusal {

		PageUnderWay() {
			super("page.under-way");
		}

	}

	/** Before and after each such command. */
	static final class Once implements HandlerInterceptor {

		private static final String PAGE = RepeatedPages.class.getName() + ".page";

		private static final int LONGEST_TOKEN = 64;

		/** Milliseconds between two looks for the answer of the first. */
		private static final long PAUSE = 100;

		private static final int LOOKS = 100;

		/** Asked for when there is a page to look for. */
		private final ObjectProvider<PagePosts> posts;

		Once(ObjectProvider<PagePosts> posts) {
			this.posts = posts;
		}

		@Override
		public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
			OncePerPage once = handler instanceof HandlerMethod method ? method.getMethodAnnotation(OncePerPage.class)
					: null;
			String token = request.getParameter("once");
			if (once == null || token == null || token.isEmpty() || token.length() > LONGEST_TOKEN) {
				return true;
			}
			PagePosts.Page page = new PagePosts.Page(token, Objects.requireNonNullElse(request.getRemoteUser(), ""));
			String content = ContentDigest.of(said(request));
			if (this.posts.getObject().begin(page, content)) {
				request.setAttribute(PAGE, page);
				return true;
			}
			String answer = answerTo(page, content);
			if (once.answersAnew()) {
				request.setAttribute(REPEATED, true);
				return true;
			}
			response.setStatus(HttpServletResponse.SC_FOUND);
			response.setHeader(HttpHeaders.LOCATION, answer.isEmpty() ? request.getRequestURI() : answer);
			return false;
		}

		/** Waits for the first, which may be under way in another thread or node. */
		private String answerTo(PagePosts.Page page, String content) {
			for (int look = 0; look < LOOKS; look++) {
				PagePosts.Sent sent = this.posts.getObject().find(page).orElse(null);
				if (sent != null && !sent.content().equals(content)) {
					throw new PageSentBefore();
				}
				if (sent == null) {
					throw new PageUnderWay();
				}
				String answer = sent.answer();
				if (answer != null) {
					return answer;
				}
				pause();
			}
			throw new PageUnderWay();
		}

		private static void pause() {
			try {
				Thread.sleep(PAUSE);
			}
			catch (InterruptedException interrupted) {
				Thread.currentThread().interrupt();
				throw new PageUnderWay();
			}
		}

		private static Map<String, List<String>> said(HttpServletRequest request) {
			Map<String, List<String>> said = new LinkedHashMap<>();
			request.getParameterMap().forEach((name, values) -> said.put(name, Arrays.asList(values)));
			said.put("", List.of(request.getRequestURI()));
			return said;
		}

		@Override
		public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
				@Nullable Exception failure) {
			if (!(request.getAttribute(PAGE) instanceof PagePosts.Page page)) {
				return;
			}
			if (failure == null && response.getStatus() < HttpServletResponse.SC_BAD_REQUEST) {
				this.posts.getObject()
					.answered(page, Objects.requireNonNullElse(response.getHeader(HttpHeaders.LOCATION), ""));
			}
			else {
				this.posts.getObject().refused(page);
			}
		}

	}

}
