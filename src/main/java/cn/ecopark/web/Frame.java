package cn.ecopark.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;

import cn.ecopark.shared.SearchWords;
import cn.ecopark.shared.Texts;

/**
 * What the layouts need besides the page itself; templates reach it as {@code #frame}.
 */
@Component
public class Frame {

	private final ObjectProvider<Viewers> viewers;

	private final ObjectProvider<Masthead> masthead;

	private final ObjectProvider<SearchedList> lists;

	private final Assets assets;

	private final Texts texts;

	private final Environment environment;

	Frame(ObjectProvider<Viewers> viewers, ObjectProvider<Masthead> masthead, ObjectProvider<SearchedList> lists,
			Assets assets, Texts texts, Environment environment) {
		this.viewers = viewers;
		this.masthead = masthead;
		this.lists = lists;
		this.assets = assets;
		this.texts = texts;
		this.environment = environment;
	}

	/**
	 * @return the address of a script, style sheet or picture, which is another one when
	 * its content is
	 */
	public String asset(String name) {
		return this.assets.address(name);
	}

	/** Whether the data shown is that of the demonstration. */
	public boolean demo() {
		return this.environment.getProperty("ecopark.demonstration", Boolean.class, false);
	}

	/** What parks are named today. */
	public String title() {
		Locale locale = LocaleContextHolder.getLocale();
		return this.masthead.stream()
			.findFirst()
			.flatMap((names) -> names.title(locale))
			.orElseGet(() -> this.texts.in(locale, "web.untitled"));
	}

	/** The name of the system. */
	public String system() {
		return this.texts.text("web.system", title());
	}

	/** Who runs the portal, by the name of today. */
	public String host() {
		return this.masthead.stream()
			.findFirst()
			.flatMap(Masthead::host)
			.map((name) -> this.texts.text("web.foot.host", name))
			.orElse("");
	}

	public @Nullable Viewer viewer() {
		Viewers known = this.viewers.getIfAvailable();
		return (known != null) ? known.current().orElse(null) : null;
	}

	/** What the viewer has to take note of, once on each page until he does. */
	public Viewers.@Nullable Told told() {
		Viewers known = this.viewers.getIfAvailable();
		return (known != null) ? known.told().orElse(null) : null;
	}

	/** The areas the viewer may enter, in order. */
	public List<Area> areas() {
		Viewer viewer = viewer();
		return (viewer != null) ? Arrays.stream(Area.values()).filter(viewer.areas()::contains).toList() : List.of();
	}

	/** Whether there are cases that the viewer may look for. */
	public boolean searches() {
		Viewer viewer = viewer();
		return viewer != null && viewer.areas().contains(Area.CASES);
	}

	/**
	 * @return what the other lists of the viewer hold of what is looked for in this one
	 */
	public List<SearchedList.Found> elsewhere(String typed) {
		SearchWords words = new SearchWords(typed);
		List<Area> areas = words.isEmpty() ? List.of() : areas();
		return this.lists.stream()
			.filter((list) -> areas.contains(list.area()) && !active(list.area()))
			.sorted(Comparator.comparing(SearchedList::area))
			.map((list) -> new SearchedList.Found(list.area(), list.count(words),
					UriComponentsBuilder.fromPath(list.area().path())
						.queryParam("q", "{words}")
						.encode()
						.buildAndExpand(words.text())
						.toUriString()))
			.filter((found) -> found.count().isAny())
			.toList();
	}

	public boolean active(Area area) {
		return area.holds(address());
	}

	/** The present address in another language. */
	public String inLanguage(String language) {
		HttpServletRequest request = request();
		if (request == null || !"GET".equals(request.getMethod())) {
			return "?lang=" + language;
		}
		return UriComponentsBuilder.newInstance()
			.query(request.getQueryString())
			.replaceQueryParam("lang", language)
			.build()
			.toUriString();
	}

	/** A token for one form that is carried out once, see {@link OncePerPage}. */
	public String once() {
		return UUID.randomUUID().toString();
	}

	/** Whether the page is at this address or below. */
	public boolean at(String address) {
		return address().startsWith(address);
	}

	private static String address() {
		HttpServletRequest request = request();
		return (request != null) ? request.getRequestURI().substring(request.getContextPath().length()) : "";
	}

	private static @Nullable HttpServletRequest request() {
		return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)
				? attributes.getRequest() : null;
	}

}
