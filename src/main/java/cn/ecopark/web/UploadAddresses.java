package cn.ecopark.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** All that the modules have named. */
public final class UploadAddresses {

	private final List<Known> all;

	public UploadAddresses(List<UploadAddress> all) {
		this.all = all.stream()
			.map(address -> new Known(PathPatternParser.defaultInstance.parse(address.pattern()), address))
			.toList();
	}

	private record Known(PathPattern pattern, UploadAddress address) {
	}

	/**
	 * Whether the request is a form of several parts, files among them. Some clients go
	 * on saying so when they have been led from the form to a page.
	 */
	public static boolean isForm(HttpServletRequest request) {
		String type = request.getContentType();
		return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/") && !isOnlyAsking(request);
	}

	private static boolean isOnlyAsking(HttpServletRequest request) {
		return ("GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod()))
				&& request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null;
	}

	/**
	 * @return what is taken there; empty where no file is
	 */
	public Optional<UploadAddress> of(HttpServletRequest request) {
		PathContainer path = PathContainer
			.parsePath(request.getRequestURI().substring(request.getContextPath().length()));
		return "POST".equals(request.getMethod())
				? this.all.stream().filter(known -> known.pattern().matches(path)).map(Known::address).findFirst()
				: Optional.empty();
	}

}
